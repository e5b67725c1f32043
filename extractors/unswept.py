"""Reading, and making facts, without the collector of circular garbage."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def unswept() -> Iterator[None]:
    """What is done here makes many records and no circles of garbage; the collector would look at all of them, over and over.

    Nothing but the collector's turns is put off: what nobody refers to any more is gone at once, as ever. What is left is
    handed to the oldest generation as it is; its first turn would otherwise come right after, and look at all of it.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            if not gc.get_freeze_count():  # what others froze stays so
                gc.freeze()
                gc.unfreeze()
            gc.enable()
