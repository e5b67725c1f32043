"""`make bench-detection`: known slips put into reports that are right throughout, and what the program makes of them.

The reports differ in agency, year, size, layout and form (text, markdown, PDF with and without rulings); chance follows from
a seed. What a slip breaks, and which smallest repair there is, is decided from what is known of the report, by rounding
intervals and by trying; the program's rules and its diagnosis are not asked.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.benchmarks.detection import summary
from pipeline.benchmarks.detection.run import FORMS, Ran, Result, Untouched, Wanted, run
from pipeline.benchmarks.detection.slips import KINDS
from pipeline.benchmarks.detection.slips import prints_of as prints

SLIPS = 2000
OPEN, CLOSE = "<!-- detection:", "<!-- end of detection -->"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the bench and print its table."""
    arguments = _parser().parse_args(argv)
    kinds = tuple(kind for kind in KINDS if not arguments.kind or any(word in kind for word in arguments.kind))
    if not kinds:
        sys.stdout.write(f"no such kind; there are: {', '.join(KINDS)}\n")
        return 2
    ran = run(Wanted(arguments.count, kinds, tuple(arguments.form or FORMS), arguments.seed, arguments.jobs))
    sys.stdout.write(summary.as_text(ran))
    if arguments.update:
        arguments.update.write_text(renewed(arguments.update.read_text(encoding="utf-8"), summary.as_markdown(ran)), encoding="utf-8")
    if arguments.misses:
        sys.stdout.write("\n".join(_misses(ran)) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipeline.bench_detection", description=__doc__)
    parser.add_argument("--count", type=int, default=SLIPS, metavar="N", help=f"how many slips (default {SLIPS})")
    parser.add_argument("--kind", action="append", metavar="WORDS", help="only kinds that contain these words; may be repeated")
    parser.add_argument("--form", action="append", choices=sorted(set(FORMS)), help="only this form; may be repeated")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the first report (default 0)")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="how many are read at once (default 2)")
    parser.add_argument("--update", type=Path, metavar="PAGE", help="also write the table between the marks of this page")
    parser.add_argument("--misses", action="store_true", help="list what was not found, not put right, or wrongly accused")
    return parser


def renewed(page: str, table: str) -> str:
    """A page with the table between its marks."""
    head, mark, rest = page.partition(OPEN)
    first, _, rest = rest.partition("\n")
    _, end, tail = rest.partition(CLOSE)
    if not mark or not end:
        raise ValueError(f"the page has no marks {OPEN} and {CLOSE}")
    return f"{head}{mark}{first}\n\n{table}\n{end}{tail}"


def _misses(ran: Ran) -> Iterator[str]:
    for untouched in ran.untouched:
        yield from _alarms(untouched)
    for result in ran.results:
        one = result.judged
        if one.breaks and not one.found:
            yield _told("not found", result)
        elif one.unique and not one.valued:
            yield _told("no right value" if one.named else "cause not first", result)


def _alarms(untouched: Untouched) -> Iterator[str]:
    for finding in untouched.alarms:
        yield f"false alarm: report {untouched.trial.seed} {untouched.trial.form}: {finding.rule} {finding.message}"


def _told(what: str, result: Result) -> str:
    trial, draft = result.trial, result.trial.made.draft
    shown = prints(draft, trial.slip)
    figures = [draft.figures[key] for key in (*trial.slip.figures, *(key for line in trial.slip.lost for key in line.figures))]
    places = "; ".join(f"{f.table or 'prose'} {f.kind} {f.row}: {f.style.show(f.value)} -> {shown[f.key]}" for f in figures)
    broken = ", ".join(sorted({relation.tie.value for relation in result.truth.broken}))
    said = "; ".join(f"{f.rule} {f.stated} != {f.expected} [{f.diagnosis.sentence if f.diagnosis else ''}]" for f in result.findings[:4])
    return f"{what}: report {trial.seed} {trial.form} ({trial.slip.kind}) {places} | breaks {broken} | said: {said or 'nothing'}"


if __name__ == "__main__":
    sys.exit(main())
