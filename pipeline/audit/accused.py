"""The figure that a finding names first: another one than its rule does, where the rest of the report says so.

The rules compare each for themselves and name what is usually wrong. Who is to blame is known only here, when all of them have run
and the smallest changes are found: by the change that explains a cause, else by witnesses against an operand. That a comparison
fails stays as it is, and its severity with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from pipeline.audit.blame import Blame, blames
from pipeline.audit.diagnosis_relations import Figure, Kind, Relation, Symptom, Web
from pipeline.audit.diagnosis_search import Explained, Explanation
from pipeline.audit.diagnosis_words import figure_name, lower, relation_title, where
from pipeline.audit.wholes import made_together
from pipeline.audit.witnesses import Ledger
from rules import show
from rules.exact import EXACT
from rules.facts import Location, ReportView
from rules.outcome import Finding, Severity, Slip
from rules.quantity import Quantity
from rules.rows import MEASURE_NAMES
from rules.statements import ties

_SEVERITIES = tuple(Severity)
# The comparisons in which another figure than the stated one can be told to be wrong.
_TRIED = (Kind.SUM, Kind.PARTS, Kind.DIFFERENCE, Kind.PERCENT, Kind.SAME)


def led_by_witness(findings: Sequence[Finding], web: Web, explained: Container[Symptom], view: ReportView) -> list[Finding]:
    """The findings that no change explains, each led by the figure against which there is a witness; the others as they are."""
    failing = {symptom: number for symptom, number in _failing(web).items() if web.relations[number].kind in _TRIED}
    open_ = {symptom: failing[symptom] for one in findings if (symptom := symptom_of(one)) in failing and symptom not in explained}
    if not open_:
        return list(findings)
    ledger = Ledger(web, ties(view).amended)
    told = blames(web, tuple(open_.values()), ledger)
    return [
        _led(finding, web, number, (told, ledger)) if (number := open_.get(symptom_of(finding))) is not None else finding
        for finding in findings
    ]


def led_by_change(findings: Sequence[Finding], told: Sequence[Finding], web: Web, found: Explained) -> tuple[Finding, ...]:
    """The findings with their causes (`told`; `findings` are those of the rules): each cause is led by a figure that its change puts right.

    Where none of the gravest findings of a cause is at such a figure, the first that compares one is led by it; its symptoms stay.
    """
    # What mends but one comparison has no witness beside it.
    mending = (one for one in found.explanations if len(one.fixed) > 1 and _is_one_figure(web, one))
    failing, fixed = _failing(web), {number: one for one in mending for number in one.fixed}
    groups: dict[str, list[int]] = defaultdict(list)
    for place, finding in enumerate(told):
        if finding.diagnosis is not None and finding.cause is not None:
            groups[finding.cause].append(place)
    made = list(told)
    for group in groups.values():
        leading = _gravest(told, group)
        if any(told[place].is_at_its_cause for place in leading):
            continue
        compared = ((place, failing.get(symptom_of(findings[place]), -1)) for place in leading)
        blamed = ((place, number, blame) for place, number in compared if (blame := _changed(web, number, fixed)) is not None)
        for place, number, blame in islice(blamed, 1):
            made[place] = _named_instead(told[place], web, web.relations[number], blame)
    return tuple(made)


def symptom_of(finding: Finding) -> Symptom:
    """By what a finding of a rule is known to its comparison."""
    return finding.rule, finding.locations, finding.stated


def _failing(web: Web) -> Mapping[Symptom, int]:
    return {relation.symptom: number for number, relation in enumerate(web.relations) if not relation.holds}


def _is_one_figure(web: Web, one: Explanation) -> bool:
    """Whether a change is of one figure, a parent with its only part at most: of two exchanged, or told elsewhere, none leads."""
    tables = {tabel.id if (tabel := web.figures[figure].tabel) is not None else "" for figure in one.change.figures}
    return one.change.slip != Slip.BERTUKAR and (len(one.change.figures) == 1 or (len(tables) == 1 and "" not in tables))


def _gravest(findings: Sequence[Finding], group: Sequence[int]) -> list[int]:
    gravest = min(_SEVERITIES.index(findings[place].severity) for place in group)
    return [place for place in group if _SEVERITIES.index(findings[place].severity) == gravest]


def _changed(web: Web, number: int, fixed: Mapping[int, Explanation]) -> Blame | None:
    """The operand of a comparison that the change which mends it puts right."""
    if (one := fixed.get(number)) is None:
        return None
    values = dict(one.change.values)
    changed = next((figure for figure in web.relations[number].figures[1:] if figure in values), None)
    return Blame(changed, values[changed], f"begitu pula {len(one.fixed) - 1} pemeriksaan lain") if changed is not None else None


def _led(finding: Finding, web: Web, number: int, known: tuple[Mapping[int, Blame], Ledger]) -> Finding:
    relation, (told, ledger) = web.relations[number], known
    return _named_instead(finding, web, relation, told[number]) if number in told else _borne_out(finding, web, relation, ledger)


# ------------------------------------------------------------------ what the finding says


def _named_instead(finding: Finding, web: Web, relation: Relation, blame: Blame) -> Finding:
    known, first = web.figures[blame.figure], web.figures[relation.figures[0]]
    numbers = [blame.right if one == blame.figure else web.figures[one].number for one in relation.figures]
    stated, right = show.printed(known.number), show.quantity(blame.right.value, blame.right)
    own = known.number.value if isinstance(known.number, Quantity) else blame.right.value
    gap = EXACT.abs(EXACT.subtract(own, blame.right.value))
    holding = f"{lower(_named(first) if first.baris is None else relation_title(web, relation))} ({show.printed(first.number)}) cocok"
    return replace(
        finding,
        stated=stated,
        expected=right,
        difference=show.quantity(gap, blame.right),
        working=relation.check(numbers).working,
        message=f"Agaknya {lower(_named(known))} tertulis {stated}, seharusnya {right}: dengan itu {holding}, {blame.said}.",
        locations=_distinct((known.location, finding.locations[0], *blame.places, *finding.locations[1:])),
    )


def _distinct(places: Sequence[Location]) -> tuple[Location, ...]:
    """Each place once; a sentence is one place whatever is said of its figures."""
    found: dict[object, Location] = {}
    for one in places:
        found.setdefault(one if one.table else (one.place, one.text), one)
    return tuple(found.values())


def _named(known: Figure) -> str:
    """What a figure is called; one in a sentence by its measure."""
    word = MEASURE_NAMES.get(known.mention.measure) if known.mention is not None else None
    return f"{word} dalam kalimat" if word else figure_name(known)


def _borne_out(finding: Finding, web: Web, relation: Relation, ledger: Ledger) -> Finding:
    """A whole that is right by the rest of the report while no single part can be named: that its parts are wrong is said."""
    if relation.kind == Kind.PARTS:
        return _of_parts(finding, web, relation, ledger)
    made = made_together(web, ledger, relation.figures[0]) if relation.kind == Kind.SUM else None
    if made is None:
        return finding
    said = f"Bersama baris setingkatnya angka itu berjumlah {made[0]}; agaknya rinciannya yang keliru atau tidak lengkap."
    return replace(finding, message=f"{finding.message} {said}", locations=_distinct((*finding.locations, made[1])))


def _of_parts(finding: Finding, web: Web, relation: Relation, ledger: Ledger) -> Finding:
    """The parts of a sum in a sentence, where its whole is the total of a table."""
    whole, *parts = (number for one in relation.figures if isinstance(number := web.figures[one].number, Quantity))
    total = ledger.total(web.figures[relation.figures[0]])
    if total is None:
        return finding
    terms = " + ".join(show.quantity(part.value, part) for part in parts)
    message = (
        f"Rincian dalam kalimat berjumlah {finding.expected}, sedangkan jumlahnya tertulis {show.printed(whole)} dan tertulis pula "
        f"{where(total)}; agaknya rinciannya yang keliru."
    )
    places = (*finding.locations[:1], total.location, *finding.locations[1:])
    return replace(finding, stated=terms, expected=show.printed(whole), message=message, locations=_distinct(places))
