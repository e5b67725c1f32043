"""What a reviewer reads otherwise than the engine, put into the document before anything is made of it.

A correction is for one file: it names a place on its page or a line of its text, and what was read there. Where something else
is read now, or the same twice, nothing is corrected, and the decision is said to hold no longer.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.model import Block, Cell, Document, Place, Row, Table, TextLine
from pipeline.audit.decisions import Ruling
from pipeline.report.machine import box
from rules.facts import Location
from rules.outcome import Amendment, Correction, Finding, Outcome, Reading

_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")
_BARE = re.compile(rf"[-−]?{_FIGURE.pattern}")


@dataclass(frozen=True, slots=True)
class Corrected:
    """A document with what was corrected in it, and the decisions that this carried out."""

    document: Document
    corrections: tuple[Correction, ...] = ()
    settled: tuple[Ruling, ...] = ()


def corrected(document: Document, rulings: Iterable[Ruling]) -> Corrected:
    """The document as its reviewers read it, by those rulings that give a value for this file."""
    done = Corrected(document)
    for one in rulings:
        if one.about.sha256 == document.sha256 and one.decision and one.decision.value and one.spot:
            done = _with(done, one, one.spot)
    return done


def marked(outcomes: Sequence[Outcome], corrections: Sequence[Correction]) -> tuple[Outcome, ...]:
    """The outcomes, those that rest on a corrected text saying so."""
    by_place: dict[Place, list[Correction]] = {}
    for one in corrections:
        by_place.setdefault(one.place, []).append(one)
    return tuple(_marked(outcome, by_place) for outcome in outcomes)


def amendments(done: Corrected, before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Amendment, ...]:
    """What was corrected, each with the findings that rested on it and are no more; those that rest on none go with all."""
    still = {finding.id for finding in after}
    gone = [finding for finding in before if finding.id not in still]
    on = [tuple(f.id for f in gone if _rests_on(f, one)) for one in done.corrections]
    rooted = {finding for found in on for finding in found}
    return tuple(
        Amendment(ruling.spot, one.read, one.value, ruling.decision, ruling.finding, _of(gone, found, rooted))
        for one, ruling, found in zip(done.corrections, done.settled, on, strict=True)
        if ruling.spot and ruling.decision
    )


def _of(gone: Iterable[Finding], found: Container[str], rooted: Container[str]) -> tuple[Finding, ...]:
    return tuple(finding for finding in gone if finding.id in found or finding.id not in rooted)


def _rests_on(finding: Finding, one: Correction) -> bool:
    return any(location.place == one.place and _stands_in(one.read, location.text) for location in finding.locations)


def _marked(outcome: Outcome, by_place: dict[Place, list[Correction]]) -> Outcome:
    own = [c for location in outcome.locations for c in by_place.get(location.place, ()) if _stands_in(c.value, location.text)]
    return replace(outcome, corrected=tuple(dict.fromkeys(own)), reading=Reading.CORRECTED) if own else outcome


def _stands_in(value: str, text: str) -> bool:
    """As the cell, or as a whole figure of the sentence; cells of one line of text have one place."""
    return text == value or re.search(rf"(?<![\w.,]){re.escape(value)}(?![.,]?\w)", text) is not None


def _with(done: Corrected, one: Ruling, spot: Location) -> Corrected:
    """Carry out one correction, if there is exactly one text that it can mean."""
    value, by = (one.decision.value, one.decision.by) if one.decision else ("", "")
    texts = list(_texts(done.document, spot, one.stated))
    if len(texts) != 1:
        return done
    (text,) = texts
    value = _with_unit(value, one.stated)
    # What stands around it stays too: a unit in the cell, the rest of the sentence.
    new = text.text.replace(one.stated, value) if one.stated and text.text.count(one.stated) == 1 else value
    blocks = tuple(_replaced(block, text, new) for block in done.document.blocks)
    whole = isinstance(text, Cell)
    correction = Correction(text.place, text.text if whole else one.stated, new if whole else value, by)
    return Corrected(replace(done.document, blocks=blocks), (*done.corrections, correction), (*done.settled, one))


def _with_unit(value: str, stated: str) -> str:
    """A bare figure takes the place of the only figure of what was read: Rp, a percent sign and the like stay."""
    figures = list(_FIGURE.finditer(stated))
    if len(figures) != 1 or not _BARE.fullmatch(value):
        return value
    return stated[: figures[0].start()] + value + stated[figures[0].end() :]


def _texts(document: Document, spot: Location, stated: str) -> Iterator[Cell | TextLine]:
    """The cells at the place with the text that was read there; of prose the line at the place in which the figure stands once."""
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (c for row in block.rows for c in row.cells if c.text == spot.text and _same_place(c.place, spot.place))
        elif stated and block.text.count(stated) == 1 and _same_place(block.place, spot.place):
            yield block


def _same_place(one: Place, two: Place) -> bool:
    return (one.page, one.line, one.part) == (two.page, two.line, two.part) and box(one.bbox) == box(two.bbox)


def _replaced(block: Block, text: Cell | TextLine, new: str) -> Block:
    if isinstance(block, TextLine):
        return replace(block, text=new) if block is text else block
    if not any(cell is text for row in block.rows for cell in row.cells):
        return block
    return replace(block, rows=tuple(_row(row, text, new) for row in block.rows))


def _row(row: Row, text: Cell | TextLine, new: str) -> Row:
    return replace(row, cells=tuple(replace(cell, text=new) if cell is text else cell for cell in row.cells))
