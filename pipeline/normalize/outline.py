"""Lines that name headings without being one: tables of contents, outlines of the report, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.normalize.paragraphs import is_caption
from pipeline.normalize.reading import MARKER, Line, is_prose, is_title_case
from rules.once import once
from rules.sequences import chapter_number

LONGEST_TITLE = 130
CAPTION_LINES = 5
LAST_BAB = 99

CONTENTS = ("daftar isi", "daftar tabel", "daftar gambar", "daftar grafik", "daftar lampiran")
FRONT = ("kata pengantar", "ikhtisar eksekutif", "ringkasan eksekutif", *CONTENTS, "penutup", "lampiran")
BAB = re.compile(r"bab\s{0,3}\.?\s{0,3}((?a:[ivx]{1,5}|\d{1,2}))\b[\s.:–-]{0,4}(.*)", re.IGNORECASE)
DOTTED = re.compile(r"((?:[IVX]{1,4}|\d{1,2}|[A-Z])(?:\.\d{1,2}){1,4})\.?\)?\s*(?=[A-Za-z“\"(])(.*)")

_FRONT = {title.replace(" ", ""): title for title in FRONT}
_LEADERS = re.compile(r"\.(?:\.{3}|\s(?:\.\s){3})|…|____")
_PAGE_AT_END = re.compile(r"(?:\s{2,}|\t|[.…]\s?)(?:[ivxlc]{1,6}|\d{1,3})$", re.IGNORECASE)
_OUTLINE = re.compile(r"\bsistematika\b", re.IGNORECASE)


@once
def outline(lines: Sequence[Line | None]) -> dict[int, str]:
    """The positions of lines that list the report's parts, and where: `daftar isi` and its like, `sistematika`; "" for a caption."""
    inside = dict.fromkeys(_caption_lines(lines), "")
    zone = ""
    last_bab = 0
    for position, line in enumerate(lines):
        text = line.text if line else ""
        if is_contents_line(text):
            inside[position] = zone or CONTENTS[0]
        opened = _opens(line) if zone != "sistematika" else ""
        if opened and not (zone in CONTENTS and opened not in CONTENTS):
            zone, last_bab = opened, 0
            continue
        if line is None and zone in CONTENTS:
            last_bab = LAST_BAB  # the contents were set as a table, and are over
        bab = _bab_number(text)
        if zone and (0 < bab <= last_bab or bab > last_bab + 1 == 1 or _zone_ends(lines, position, zone)):
            zone = ""
        if zone and line is not None and (zone != "sistematika" or _is_entry(text, last_bab)):
            inside[position] = zone
            last_bab = bab or last_bab
    return inside


def _caption_lines(lines: Sequence[Line | None]) -> Iterator[int]:
    """The further lines of a caption, down to its table."""
    for position, line in enumerate(lines):
        if line is None or not is_caption(line.text):
            continue
        below = position + 1
        while below - position <= CAPTION_LINES and _is_titular(_at(lines, below)):
            below += 1
        if below < len(lines) and lines[below] is None:
            yield from range(position + 1, below)


def is_contents_line(text: str) -> bool:
    """Whether a line ends in leaders or a page number as a table of contents does."""
    return bool(_LEADERS.search(text)) and (bool(_PAGE_AT_END.search(text)) or text.rstrip().endswith((".", "…", "_")))


def _opens(line: Line | None) -> str:
    if line is None:
        return ""
    title = front_title(line.text)
    if title in CONTENTS:
        return title
    titled = line.bold or MARKER.match(line.text) or DOTTED.match(line.text)
    return "sistematika" if titled and _OUTLINE.search(line.text) and len(line.text) < LONGEST_TITLE else ""


def _zone_ends(lines: Sequence[Line | None], position: int, zone: str) -> bool:
    """A table of contents ends where prose begins, an outline where a numbered part of another kind does."""
    line = lines[position]
    if line is None or zone == "sistematika":
        return False
    title = front_title(line.text)
    starts_part = bool(title) and title not in CONTENTS
    return (starts_part or is_prose(line)) and _prose_below(lines, position)


def front_title(text: str) -> str:
    """Which of the parts of every report a line names, however its letters are spaced; "" for none."""
    return _FRONT.get("".join(text.casefold().strip(" :.").split()), "")


def _is_entry(text: str, chapter: int) -> bool:
    """`BAB II ...`, `A. ...`; or `2.1 ...` among the parts of the chapter that was listed last."""
    section = DOTTED.match(text)
    listed = BAB.match(text) or front_title(text) or MARKER.match(text) or (section and section.group(1).split(".")[0] == str(chapter))
    return bool(listed) and len(text) < LONGEST_TITLE and not text.endswith((".", ":", ";"))


def _bab_number(text: str) -> int:
    """The number of the chapter that a line names, be it an item of a list."""
    marker = MARKER.match(text)
    return chapter_number(text[marker.end() :] if marker else text) or 0


def _is_titular(line: Line | None) -> bool:
    return line is not None and not line.text.endswith((".", ":", ";")) and (not is_prose(line) or line.bold or is_title_case(line.text))


def _prose_below(lines: Sequence[Line | None], position: int) -> bool:
    following = _at(lines, position + 1)
    return following is not None and is_prose(following)


def _at(lines: Sequence[Line | None], position: int) -> Line | None:
    return lines[position] if position < len(lines) else None
