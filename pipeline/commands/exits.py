"""What a command ends with, and how it talks: stdout is data, stderr is talk."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.stages import Broken
    from rules.outcome import Finding

DONE, FINDINGS, WRONG_USE, SOME_UNREAD, NONE_READ, BROKEN, INTERRUPTED = 0, 1, 2, 3, 4, 70, 130
_RANK = (INTERRUPTED, WRONG_USE, BROKEN, NONE_READ, SOME_UNREAD, FINDINGS, DONE)


def highest(codes: Iterable[int]) -> int:
    """Of several things that hold, the one that the exit code says."""
    said = frozenset(codes)
    return next(code for code in _RANK if code in said)


def is_grave(findings: Iterable[Finding], fail_on: str) -> bool:
    """Whether a finding reaches `--fail-on` that nobody has set aside."""
    from rules.outcome import Severity

    order = [severity.value for severity in Severity]
    limit = -1 if fail_on == "never" else order.index(fail_on)
    return any(order.index(finding.severity.value) <= limit for finding in findings if finding.is_open)


def talk(text: str) -> None:
    """A line to stderr; control characters of a file name are shown, not sent to the terminal."""
    safe = "".join(c if c.isprintable() or c in "\n\t" else repr(c)[1:-1] for c in text)
    print(safe.encode("utf-8", "replace").decode("utf-8"), file=sys.stderr)


def talk_of_broken(broken: Iterable[Broken]) -> None:
    """What of ours broke, for who mends it."""
    for one in broken:
        talk(f"kesalahan program pada {one.where}, dokumen {one.document}:\n{one.detail}")


def progress(*, quiet: bool) -> Callable[[str], None]:
    """Progress goes to a terminal only."""
    return (lambda _: None) if quiet or not sys.stderr.isatty() else talk
