"""A diagnosis as the reviewer reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.audit.diagnosis_relations import Figure, Kind, Relation, Symptom, Web
from pipeline.audit.diagnosis_search import Explanation
from pipeline.audit.diagnosis_state import State
from rules import show
from rules.facts import Measure, Peran
from rules.outcome import Diagnosis, Finding, Slip
from rules.percent import REST, SERAPAN
from rules.rows import MEASURE_NAMES, figure, named
from rules.telling import row_name, table_name

# So many comparisons that a proposal leaves are named.
_LISTED = 4


@dataclass(frozen=True, slots=True)
class Left:
    """A comparison that fails with every proposal taken over: its figures, what the first is called, what is wrong with it then."""

    figures: frozenset[int]
    name: str
    said: str


def left_over(state: State) -> Mapping[Symptom, Left]:
    """What fails in a report with its proposals taken over."""
    found: dict[Symptom, Left] = {}
    for number in state.failing():
        relation, made = state.web.relations[number], state.compared(number)
        first = relation.figures[0]
        stands = "tertulis" if state.numbers[first] is state.web.figures[first].number else "menjadi"
        said = f"{stands} {made.stated}, seharusnya {made.expected}"
        found[relation.symptom] = Left(frozenset(relation.figures), relation_title(state.web, relation), said)
    return found


def relation_title(web: Web, relation: Relation) -> str:
    """What the stated figure of a relation is called; a percentage by what it was held against, whatever its column is taken for."""
    first, *others = (web.figures[figure] for figure in relation.figures)
    if relation.kind not in (Kind.PERCENT, Kind.REST_PERCENT) or first.baris is None:
        return figure_name(first)
    of_rest = relation.kind == Kind.REST_PERCENT or any(known.fact and known.fact.measure == Measure.SISA for known in others)
    return f"{(REST if of_rest else SERAPAN).title} {named(first.baris)}"


def diagnosis_of(web: Web, one: Explanation) -> Diagnosis:
    """What a change says, with the places it changes."""
    if one.change.slip == Slip.BARIS_HILANG:
        return _of_row(web, one)
    figures = [web.figures[number] for number in one.change.figures]
    stated = show.joined(dict.fromkeys(show.printed(number) for number in one.printed))
    proposed = show.joined(dict.fromkeys(number.text for _, number in one.change.values))
    if one.change.slip == Slip.BERTUKAR:
        first, second = (
            f"{lower(figure_name(known))} ({show.printed(number)})" for known, number in zip(figures, one.printed, strict=True)
        )
        said = f"{first} dan {second} saling tertukar"
    else:
        also = f" (juga di {len(figures) - 1} tempat lain)" if len(figures) > 1 else ""
        kind = "" if one.change.slip == Slip.LAIN else f": {one.change.slip}"
        said = f"{figure_name(figures[0])} tertulis {stated}{also}, seharusnya {proposed}{kind}"
    sentence = f"Agaknya {lower(said)}. {_counted(one)}"
    places = tuple(one.location for one in figures)
    return Diagnosis(one.change.slip, sentence, places, stated, proposed, one.before, len(one.held), one.touched)


def mean_of_parts(findings: Sequence[Finding]) -> Diagnosis:
    """A method used in a whole table: each of its percentages has a right value of its own."""
    count = len(findings)
    sentence = (
        f"Agaknya {Slip.RATA_RATA}, bukan sebagai realisasi dibagi pagu. Dengan realisasi dibagi pagu {count} dari {count} persentase ini "
        "cocok; sebagaimana tertulis tidak satu pun."
    )
    places = tuple(finding.locations[0] for finding in findings)
    return Diagnosis(Slip.RATA_RATA, sentence, places, "rata-rata persentase rincian", "realisasi / pagu", 0, count, count)


def with_left(diagnosis: Diagnosis, left: Sequence[Left], own: Left | None) -> Diagnosis:
    """The diagnosis of one finding of a cause whose proposal leaves some comparisons as they are; `own` is that finding's."""
    if not left:
        return diagnosis
    some = [f"{lower(one.name)} {one.said}" for one in left[:_LISTED]]
    if more := len(left) - len(some):
        some.append(f"{more} lainnya")
    sentence = f"{diagnosis.sentence} Yang dengan usulan itu masih tidak cocok: {'; '.join(some)}."
    return replace(diagnosis, sentence=sentence, left=f"{own.said}." if own else "")


def _of_row(web: Web, one: Explanation) -> Diagnosis:
    wholes = [web.figures[web.relations[relation].figures[0]] for relation, _ in one.change.rows]
    amounts = dict.fromkeys(f"{_measure(whole)} {number.text}" for whole, (_, number) in zip(wholes, one.change.rows, strict=True))
    proposed = f"satu baris lagi dengan {show.joined(amounts)}"
    rows = show.joined(dict.fromkeys(_row(whole) for whole in wholes))
    sentence = f"Agaknya satu baris hilang dari rincian {rows}: {show.joined(amounts)}. {_counted(one)}"
    places = tuple(whole.location for whole in wholes)
    return Diagnosis(one.change.slip, sentence, places, "(tidak ada)", proposed, one.before, len(one.held), one.touched)


def _counted(one: Explanation) -> str:
    held = f"hanya {one.before}" if one.before else "tidak satu pun"
    return f"Dengan itu {len(one.held)} dari {one.touched} pemeriksaan yang memuatnya cocok; sebagaimana tertulis {held}."


def where(known: Figure) -> str:
    """Where a figure stands, as the end of a sentence."""
    if known.tabel is None or known.baris is None:
        place = known.location.place
        at = f"halaman {place.page}" if place.page is not None else f"baris {place.line}" if place.line is not None else ""
        return f"dalam kalimat di {at}" if at else "dalam kalimat"
    row = "" if known.baris.peran == Peran.TOTAL else f" pada baris {row_name(known.baris)}"
    return f"di {table_name(known.tabel)}{row}"


def figure_name(known: Figure) -> str:
    """What a figure is called at the beginning of a sentence."""
    if known.fact is None or known.baris is None:
        return "Angka dalam kalimat"
    return f"{figure(known.fact)} {named(known.baris)}"


def _row(known: Figure) -> str:
    return named(known.baris) if known.baris is not None else ""


def _measure(known: Figure) -> str:
    return MEASURE_NAMES.get(known.fact.measure, "angka").casefold() if known.fact is not None else "angka"


def lower(text: str) -> str:
    """A text to be told within a sentence."""
    return text[:1].lower() + text[1:]
