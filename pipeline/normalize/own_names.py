"""The report's own region and agency where they are named otherwise: cut, or with letters mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from rapidfuzz.distance import OSA

from extractors.model import Place, TextLine
from pipeline.normalize.likeness import look
from pipeline.normalize.reading import without_markup
from rules.facts import Identity, Location, Sentence
from rules.naming import Hal, Ragam, Selisih

_WORD = re.compile(r"[^\W\d_]+")
# A region that was divided bears the name of which ours is the longer one.
_HISTORY = re.compile(r"\binduk\b|mekar|pembentukan|undang-undang", re.IGNORECASE)
_SHORTEST = 10
_CUT_BEHIND = 2
_ENOUGH = 3


def own_names(lines: Sequence[TextLine], prose: Sequence[Sentence], who: Identity) -> Iterator[Ragam]:
    """How often the region and the agency are named right is not told, only where they are not: a name that is nearly theirs."""
    texts = [(without_markup(line.text), line.place) for line in lines]
    yield from _mistyped(texts, who.region.value, Hal.WILAYAH)
    yield from _mistyped(texts, who.agency.value, Hal.INSTANSI)
    yield from _cut(prose, who.region.value)


def _mistyped(texts: Sequence[tuple[str, Place]], name: str, hal: Hal) -> Iterator[Ragam]:
    """One letter other, more or less in a long name that is often printed right; a space lost is no slip."""
    words = [word.casefold() for word in _WORD.findall(name)]
    if len("".join(words[1:])) < _SHORTEST:
        return
    wrong: dict[str, list[Location]] = {}
    right = 0
    for text, place in texts:
        for printed in _printed(text, words):
            right += not printed
            if printed:
                wrong.setdefault(printed, []).append(Location(place, text))
    if right >= _ENOUGH:
        for printed, places in wrong.items():
            yield Ragam(hal, printed, name, Selisih(salah=((printed, name),)), tuple(places))


def _printed(text: str, words: Sequence[str]) -> Iterator[str]:
    """Each time that a text names the thing: empty where the name is right, else as it is printed."""
    if words[0] not in text.casefold():
        return
    meant = "".join(words[1:])
    for head in re.finditer(rf"\b{re.escape(words[0])}\s+", text, re.IGNORECASE):
        said = list(islice(_WORD.finditer(text, head.end()), len(words)))
        joined = ["".join(word.group().casefold() for word in said[: count + 1]) for count in range(len(said))]
        if meant in joined:
            yield ""
        elif slip := next((word for word, printed in zip(said, joined, strict=True) if _is_mistyped(printed, meant)), None):
            yield text[head.start() : slip.end()]


def _is_mistyped(printed: str, meant: str) -> bool:
    close = abs(len(printed) - len(meant)) <= 1 and look(printed) != look(meant)
    return close and not meant.startswith(printed) and not printed.startswith(meant) and OSA.distance(printed, meant, score_cutoff=1) == 1


def _cut(prose: Sequence[Sentence], name: str) -> Iterator[Ragam]:
    """The last word of a region of three words or more left out within a sentence, so that another region of that name may be meant."""
    words = name.split()
    if len(words) < _CUT_BEHIND + 2:
        return
    kept = r"\s+".join(re.escape(word) for word in words[1:-1])
    pattern = re.compile(rf"\b{re.escape(words[0])}\s+{kept}\s+(?=[a-z\d])(?!{re.escape(words[-1])})", re.IGNORECASE)
    places = [
        s.location
        for s in prose
        if not _HISTORY.search(s.text)
        for m in pattern.finditer(s.text)
        if s.text[m.end()].islower() or s.text[m.end()].isdigit()
    ]
    if places:
        short = " ".join(words[:-1])
        yield Ragam(Hal.WILAYAH, short, name, Selisih(hilang=(words[-1],), sama=len(words) - 1), tuple(dict.fromkeys(places)))
