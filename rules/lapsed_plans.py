"""Plans on which a report says that it rests, and which had ended before its year, while the report elsewhere names the one in force."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rules.dates import ANY_YEAR, TERM
from rules.facts import Location, ReportView, Sentence
from rules.outcome import Comparison, Verdict
from rules.texts import sentences_with

RENSTRA, RPJMD = "Renstra", "RPJMD"

_FEWEST = 2
_PERIOD = re.compile(
    r"\b(?:(?P<renstra>renstra|rencana\s+strate[gj]i[sk])|rpjmd|rencana\s+pembangunan\s+jangka\s+menengah(?:\s+daerah)?|rpjm\s+daerah)\b"
    r"(?:(?!\b(?:capaian|kinerja|pengukuran|target|realisasi|nasional|kement\w+|sebelum\w*|lalu)\b)[^.;:,(\d]|\([A-Za-z ]+\)){0,90}?"
    + TERM,
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"\b(?:berdasar\w*|didasar\w*|mengacu|merujuk|sesuai|berpedoman|berpijak|dilandasi)(?:\s+(?:pada|kepada|dengan|atas|oleh|dokumen|ke))*\s+$",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:nasional|kementerian|sebelum\w*|lalu|lama|berakhir\w*|evaluasi\w*|review|reviu|perubahan|periode\s+lalu)\b", re.IGNORECASE
)
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Followed:
    """A plan that a sentence says it follows, with the period of that plan elsewhere in the report, and the first sentence that has it."""

    plan: str
    result: Comparison
    places: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    plan: str
    first: int
    last: int
    sentence: Sentence
    match: re.Match[str]


def followed_plans(report: ReportView) -> Iterator[Followed]:
    """Each sentence that follows a plan of another period than most sentences name; nothing without the report's year.

    A period that begins like the one in force is that one, misprinted, and no other plan.
    """
    year = report.identity.year
    if year is None:
        return
    named = list(_named(report))
    for plan in (RENSTRA, RPJMD):
        mine = [one for one in named if one.plan == plan]
        periods = Counter((one.first, one.last) for one in mine)
        in_force, count = max(((p, n) for p, n in periods.items() if p[0] <= year <= p[1]), key=lambda one: one[1], default=((0, 0), 0))
        if count < max((_FEWEST, *periods.values())):
            continue
        witness = next(one.sentence.location for one in mine if (one.first, one.last) == in_force)
        for one in mine:
            if (one.first, one.last) == in_force:
                stated = f"{one.first}–{one.last}"
                yield Followed(plan, Comparison(Verdict.LOLOS, stated, stated), (one.sentence.location,))
            elif one.first != in_force[0] and one.last < year and _rests_on(one, year):
                result = Comparison(Verdict.TEMUAN, f"{one.first}–{one.last}", f"{in_force[0]}–{in_force[1]}")
                yield Followed(plan, result, (one.sentence.location, witness))


def _named(report: ReportView) -> Iterator[_Named]:
    for sentence in sentences_with(report, "renstra", "rencana strate", "rpjm", "jangka menengah"):
        for match in _PERIOD.finditer(sentence.text):
            plan = RENSTRA if match["renstra"] else RPJMD
            yield _Named(plan, int(match["from"]), int(match["to"]), sentence, match)


def _rests_on(one: _Named, year: int) -> bool:
    """Whether a sentence says right before the plan that it is followed, and near it of no year of that plan and no plan before."""
    text, start, end = one.sentence.text, one.match.start(), one.match.end()
    near = f"{text[max(0, start - _NEAR) : one.match.start('from')]} {text[end : end + _NEAR]}"
    years = {int(said) for said in ANY_YEAR.findall(near)}
    return bool(_FOLLOWED.search(text[:start])) and not _OTHERWISE.search(near) and years <= {year}
