"""What is asked of one report several times is worked out once: the rules run one after the other on the same view."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

MOST_KEPT = 100


def once(ask: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """A question about a report (or a document's blocks, or its lines) that keeps its last answer; nobody may change what it returns.

    What is asked about is told apart by identity: to compare two reports fact by fact would take longer than most questions.
    """
    last: list[tuple[Asked, Answer]] = []

    @wraps(ask)
    def asked(about: Asked) -> Answer:
        kept = last[0] if last else None
        if kept is None or kept[0] is not about:
            last[:] = [kept := (about, ask(about))]
        return kept[1]

    return asked


def once_each(ask: Callable[[Asked], Answer]) -> Callable[[Asked], Answer]:
    """The same for what a report has many of, its tables: the answers about the last so many are kept."""
    kept: dict[int, tuple[Asked, Answer]] = {}

    @wraps(ask)
    def asked(about: Asked) -> Answer:
        # Who is kept here keeps its identity: no other object can come to bear it.
        if id(about) not in kept:
            if len(kept) >= MOST_KEPT:
                del kept[next(iter(kept))]
            kept[id(about)] = (about, ask(about))
        return kept[id(about)][1]

    return asked
