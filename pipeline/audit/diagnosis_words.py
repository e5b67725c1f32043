"""A diagnosis as the reviewer reads it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.audit.diagnosis_relations import Figure, Web
from pipeline.audit.diagnosis_search import Explanation
from rules import show
from rules.outcome import Diagnosis, Finding, Slip
from rules.rows import MEASURE_NAMES, figure, named


def diagnosis_of(web: Web, one: Explanation) -> Diagnosis:
    """What a change says, with the places it changes."""
    if one.change.slip == Slip.BARIS_HILANG:
        return _of_row(web, one)
    figures = [web.figures[number] for number in one.change.figures]
    stated = show.joined(dict.fromkeys(show.printed(number) for number in one.printed))
    proposed = show.joined(dict.fromkeys(number.text for _, number in one.change.values))
    if one.change.slip == Slip.BERTUKAR:
        first, second = (f"{_lower(_name(known))} ({show.printed(number)})" for known, number in zip(figures, one.printed, strict=True))
        said = f"{first} dan {second} saling tertukar"
    else:
        also = f" (juga di {len(figures) - 1} tempat lain)" if len(figures) > 1 else ""
        kind = "" if one.change.slip == Slip.LAIN else f": {one.change.slip}"
        said = f"{_name(figures[0])} tertulis {stated}{also}, seharusnya {proposed}{kind}"
    sentence = f"Agaknya {_lower(said)}. {_counted(one)}"
    places = tuple(one.location for one in figures)
    return Diagnosis(one.change.slip, sentence, places, stated, proposed, one.before, one.after, one.touched)


def mean_of_parts(findings: Sequence[Finding]) -> Diagnosis:
    """A method used in a whole table: each of its percentages has a right value of its own."""
    count = len(findings)
    sentence = (
        f"Agaknya {Slip.RATA_RATA}, bukan sebagai realisasi dibagi pagu. Dengan realisasi dibagi pagu {count} dari {count} persentase ini "
        "cocok; sebagaimana tertulis tidak satu pun."
    )
    places = tuple(finding.locations[0] for finding in findings)
    return Diagnosis(Slip.RATA_RATA, sentence, places, "rata-rata persentase rincian", "realisasi / pagu", 0, count, count)


def _of_row(web: Web, one: Explanation) -> Diagnosis:
    wholes = [web.figures[web.relations[relation].figures[0]] for relation, _ in one.change.rows]
    amounts = dict.fromkeys(f"{_measure(whole)} {number.text}" for whole, (_, number) in zip(wholes, one.change.rows, strict=True))
    proposed = f"satu baris lagi dengan {show.joined(amounts)}"
    rows = show.joined(dict.fromkeys(_row(whole) for whole in wholes))
    sentence = f"Agaknya satu baris hilang dari rincian {rows}: {show.joined(amounts)}. {_counted(one)}"
    places = tuple(whole.location for whole in wholes)
    return Diagnosis(one.change.slip, sentence, places, "(tidak ada)", proposed, one.before, one.after, one.touched)


def _counted(one: Explanation) -> str:
    held = f"hanya {one.before}" if one.before else "tidak satu pun"
    return f"Dengan itu {one.after} dari {one.touched} pemeriksaan yang memuatnya cocok; sebagaimana tertulis {held}."


def _name(known: Figure) -> str:
    if known.fact is None or known.baris is None:
        return "Angka dalam kalimat"
    return f"{figure(known.fact)} {named(known.baris)}"


def _row(known: Figure) -> str:
    return named(known.baris) if known.baris is not None else ""


def _measure(known: Figure) -> str:
    return MEASURE_NAMES.get(known.fact.measure, "angka").casefold() if known.fact is not None else "angka"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
