"""Headings: BAB, numbered and lettered titles, titles in capitals or bold; a table of contents names them but has none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.model import Block
from pipeline.normalize.outline import BAB, DOTTED, LONGEST_TITLE, front_title, is_contents_line, outline
from pipeline.normalize.paragraphs import is_caption
from pipeline.normalize.reading import MARKER, Line, bare, is_prose, is_title_case, lines_of, unspaced
from rules.facts import Heading, Location
from rules.once import once
from rules.texts import holds

# An item of a list with prose below it is the title of that prose, even when it is a whole indicator's name.
LONGEST_ITEM_TITLE = 260
MOST_NAME_LINES = 3
MOST_EMPHASIZED = 5
# In points: lines whose middles are nearer than this are centred.
SAME_MIDDLE = 8.0


_LETTER = re.compile(r"([A-Z])\.\s{0,4}(\S.*)?$")
_FIGURE = re.compile(r"rp\.?\s?\d|\d\s?%|\bsebesar\b|\bsebanyak\b|\bpersen\b", re.IGNORECASE)
_OF_FIGURES = ("rp", "%", "sebesar", "sebanyak", "persen")  # one of these stands in whatever the pattern finds
_SENTENCE_END = re.compile(r"[.!?:;]\W{0,3}$")
_ROMAN = re.compile(r"[IVXLC]{2,6}\.$")
_SIGNED = re.compile(r"\b(?:nip|npwp|pembina|penata)\b", re.IGNORECASE)
_OFFICE = re.compile(r"\b(?:kepala|bupati|gubernur|walikota|sekretaris|inspektur|plt)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """A heading as recognised: number, text, depth, and how many lines it takes."""

    nomor: str
    text: str
    level: int
    lines: int = 1


def headings(blocks: Sequence[Block]) -> tuple[Heading, ...]:
    """The headings of a report in reading order."""
    lines = lines_of(blocks)
    found = ((line, title) for line, title in _titles(lines) if title is not None)
    return tuple(Heading(title.nomor, title.text, title.level, Location(line.place, line.text)) for line, title in found)


def titles(lines: Sequence[Line | None]) -> dict[int, str]:
    """The blocks that are no prose because they are headings or table of contents; "" where the text names nothing."""
    found: dict[int, str] = {}
    for line, title in _titles(lines):
        found[line.index] = f"{title.nomor} {title.text}".strip() if title else ""
    return found


def parts(lines: Sequence[Line | None]) -> tuple[dict[int, str], dict[int, Title | None]]:
    """By block: in which list of the report's parts a line stands, and the headings (None for what goes on with one, or is so listed)."""
    listed = outline(lines)
    zones = {line.index: listed[position] for position, line in enumerate(lines) if line is not None and position in listed}
    return zones, {line.index: title for line, title in _titles(lines)}


@once
def _titles(lines: Sequence[Line | None]) -> tuple[tuple[Line, Title | None], ...]:
    """Each line that is a heading or the rest of one, or (with None) of a table of contents or an outline."""
    return tuple(_each_title(lines))


def _each_title(lines: Sequence[Line | None]) -> Iterator[tuple[Line, Title | None]]:
    listed = outline(lines)
    rest = 0
    for position, line in enumerate(lines):
        if line is None:
            rest = 0
        elif rest:
            rest -= 1
            yield line, None
        elif position in listed:
            yield line, None
        elif title := _title(lines, position):
            rest = title.lines - 1
            yield line, title


# ------------------------------------------------------------------ one heading


def _title(lines: Sequence[Line | None], position: int) -> Title | None:
    line = lines[position]
    if line is None or len(line.text) > LONGEST_ITEM_TITLE or is_caption(line.text) or is_contents_line(line.text):
        return None
    for recognise in (_chapter, _dotted, _front, _lettered, _item, _plain_title):
        title = recognise(lines, position, line)
        if title is not None:
            return title
    return None


def _chapter(lines: Sequence[Line | None], position: int, line: Line) -> Title | None:
    bab = BAB.fullmatch(line.text)
    if not bab or len(line.text) > LONGEST_TITLE or _FIGURE.search(line.text):
        return None
    name = bab.group(2).strip()
    following = lines[position + 1] if position + 1 < len(lines) else None
    nomor = f"BAB {bab.group(1).upper()}"
    if name or following is None:
        return Title(nomor, unspaced(name), 0) if not name or is_title_case(name) else None
    named = [unspaced(below.text) for below in _chapter_name(lines[position + 1 : position + 1 + MOST_NAME_LINES])]
    return Title(nomor, " ".join(named), 0, 1 + len(named))


def _chapter_name(lines: Sequence[Line | None]) -> Iterator[Line]:
    """The lines that name a chapter: the first one, and in print what stands close below it about the same middle."""
    above: Line | None = None
    for line in lines:
        if line is None or not _names_chapter(line) or (above and not _is_centred_below(above, line)):
            return
        yield line
        above = line


def _is_centred_below(above: Line, line: Line) -> bool:
    one, other = above.place.bbox, line.place.bbox
    if one is None or other is None or above.bold != line.bold:
        return False
    return _is_close_below(above, line) and abs(one[0] + one[2] - other[0] - other[2]) < 2 * SAME_MIDDLE


def _names_chapter(line: Line) -> bool:
    """In capitals, or bold with a capital to each word, and no heading of its own."""
    text = unspaced(line.text)
    titled = text.isupper() or (line.bold and is_title_case(text))
    numbered = _LETTER.match(line.text) or DOTTED.match(line.text) or MARKER.match(line.text)
    return titled and not numbered and len(text) < LONGEST_TITLE


def _dotted(lines: Sequence[Line | None], position: int, line: Line) -> Title | None:
    match = DOTTED.fullmatch(line.text)
    if not match or not _can_be_title(line.text, LONGEST_ITEM_TITLE) or line.text.endswith("."):
        return None
    level = match.group(1).count(".")
    return Title(match.group(1), *_with_next(lines, position, match.group(2), level))


def _front(lines: Sequence[Line | None], position: int, line: Line) -> Title | None:
    """`DAFTAR ISI`; where all letters are spaced, its words are those of the part it names."""
    title = front_title(line.text)
    text = unspaced(line.text).strip(" :") if title in ("", bare(line.text)) else title.upper()
    return Title("", text, 0) if title and not line.text.islower() else None


def _lettered(lines: Sequence[Line | None], position: int, line: Line) -> Title | None:
    """`A. Latar Belakang`; a letter alone takes the title from the next line."""
    match = _LETTER.fullmatch(line.text)
    if not match or not _can_be_title(line.text, LONGEST_TITLE):
        return None
    name = (match.group(2) or "").strip()
    following = lines[position + 1] if position + 1 < len(lines) else None
    if not name:
        return Title(match.group(1), following.text, 1, 2) if following is not None and is_title_case(following.text) else None
    signed = any(_SIGNED.search(near.text) for near in (_neighbour(lines, position, 1), _neighbour(lines, position, 2)) if near)
    if not (line.bold or name.isupper() or is_title_case(name)) or signed:
        return None
    return Title(match.group(1), *_with_next(lines, position, name.removesuffix("."), 1))


def _item(lines: Sequence[Line | None], position: int, line: Line) -> Title | None:
    """An item that stands alone above prose: `2) Predikat ...`; among its like it is a list."""
    marker = MARKER.match(line.text)
    text = line.text.rstrip(",") if _goes_on_bold(lines, position) else line.text
    if not marker or not _can_be_title(text, LONGEST_ITEM_TITLE) or (line.text.endswith(":") and not line.bold):
        return None
    style = _style(marker.group())
    beside = (_neighbour(lines, position, -1), _neighbour(lines, position, 1))
    alone = not any(_style_of(other) == style for other in beside)
    name = line.text[marker.end() :].strip()
    wrapped = (line.wide and not line.bold) or _runs_on(line, beside[1])
    if not style or not name or wrapped or not (line.bold or line.hashes or (alone and beside[1] is not None and is_prose(beside[1]))):
        return None
    level = 1 if _ROMAN.match(marker.group().strip()) else 2 if style == "1." else 3
    return Title(marker.group().strip("-–• ").rstrip("."), *_with_next(lines, position, name.removesuffix("."), level))


def _plain_title(lines: Sequence[Line | None], position: int, line: Line) -> Title | None:
    """A title without a number: a markdown heading, or a line all in bold or capitals with text below it."""
    if not _can_be_title(line.text, LONGEST_TITLE) or line.text.endswith((".", ",", "”", '"')) or line.text[0] in '“"(-':
        return None
    if line.hashes:
        return Title("", unspaced(line.text), min(line.hashes - 1, 4))
    below = _neighbour(lines, position, 1)
    stands_out = (line.bold and not line.text[:2].islower()) or (line.text.isupper() and len(line.text) >= 6)
    if not stands_out or _is_rest(lines, position) or _is_signature(line.text):
        return None
    if below is None or not any(letter.islower() for letter in below.text):
        return None
    return Title("", unspaced(line.text).rstrip(" :"), 1) if is_prose(below) or MARKER.match(below.text) else None


def _with_next(lines: Sequence[Line | None], position: int, name: str, level: int) -> tuple[str, int, int]:
    """Text, level and length of a title; a second printed line belongs to it when it goes on in lower case or in bold."""
    line = lines[position]
    following = lines[position + 1] if position + 1 < len(lines) else None
    if line is None or following is None or name.endswith((".", ":")) or len(following.text) > LONGEST_TITLE:
        return unspaced(name).rstrip(" :"), level, 1
    goes_on = line.bold == following.bold and not MARKER.match(following.text) and not DOTTED.match(following.text)
    if line.wide and goes_on and not is_prose(following) and not _tells_figure(following.text):
        return unspaced(f"{name} {following.text}").rstrip(" :."), level, 2
    return unspaced(name).rstrip(" :."), level, 1


# ------------------------------------------------------------------ what lines are like


def _can_be_title(text: str, longest: int) -> bool:
    return len(text) <= longest and not text.endswith((";", ",")) and not _tells_figure(text) and any(letter.isalpha() for letter in text)


def _tells_figure(text: str) -> bool:
    return holds(text, *_OF_FIGURES) and _FIGURE.search(text) is not None


def _is_rest(lines: Sequence[Line | None], position: int) -> bool:
    """A line of print that goes on with a sentence begun in lines above it, which are not all bold, reach the edge and do not end it."""
    for place in range(position, max(position - MOST_EMPHASIZED, 0), -1):
        above, line = lines[place - 1], lines[place]
        if above is None or line is None or not above.wide or _SENTENCE_END.search(above.text) or not _is_close_below(above, line):
            return False
        if not above.bold:
            return True
    return False


def _is_close_below(above: Line, line: Line) -> bool:
    """In print, on one page, with less than a line's height between them."""
    one, other = above.place.bbox, line.place.bbox
    return one is not None and other is not None and above.place.page == line.place.page and other[1] - one[3] < other[3] - other[1]


def _goes_on_bold(lines: Sequence[Line | None], position: int) -> bool:
    """A line in bold and the next one too, which is no item: a title that wraps may do so at a comma."""
    line, below = lines[position], _neighbour(lines, position, 1)
    return line is not None and below is not None and line.bold and below.bold and line.wide and not MARKER.match(below.text)


def _runs_on(line: Line, below: Line | None) -> bool:
    """A name in bold that plain text goes on with in lower case: `a. Kegiatan ... dengan anggaran` / `sebesar Rp. ...`."""
    return below is not None and line.bold and not below.bold and below.text[0].islower() and MARKER.match(below.text) is None


def _is_signature(text: str) -> bool:
    return bool(_SIGNED.search(text) or _OFFICE.search(text))


def _neighbour(lines: Sequence[Line | None], position: int, step: int) -> Line | None:
    beside = position + step
    return lines[beside] if 0 <= beside < len(lines) else None


def _style_of(line: Line | None) -> str:
    marker = MARKER.match(line.text) if line else None
    return _style(marker.group()) if marker else ""


def _style(marker: str) -> str:
    """The kind of a list's marker, `1.`, `1)`, `(1)`, `A.`, `a.`, `a)`; a dash is no number."""
    shape = re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", marker.strip().lstrip("-– ")))
    return shape if any(c.isalnum() for c in shape) else ""
