"""Reading without the collector of circular garbage."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def unswept() -> Iterator[None]:
    """What is done here makes many records and no circles of garbage; the collector would look at all of them, over and over.

    Nothing but the collector's turns is put off: what nobody refers to any more is gone at once, as ever.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
