"""Regulations that a report cites by number, year and title, each held against the official one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.normalize.likeness import selisih
from pipeline.normalize.official import LINKS
from rules.facts import Sentence
from rules.naming import Hal, Ragam, Selisih, merged
from rules.reference import load

_KIND = (
    r"\b(?:undang\s?-?\s?undang|uu\b|peraturan\s+pemerintah|pp\b|peraturan\s+presiden|perpres|instruksi\s+presiden|inpres"
    r"|peraturan\s+menteri\s+dalam\s+negeri|permendagri|peraturan\s+menteri\s+(?:negara\s+)?pendayagunaan\s+aparatur\s+negara|permen\s?pan"
    r"|peraturan\s+(?:meneg|menteri(?:\s+negara)?)\s?pan\b)"
)
# Behind the kind no other one: `Peraturan Pemerintah turunan dari UU Nomor 23` cites a law.
_CITED = re.compile(
    rf"(?P<kind>{_KIND})(?:(?!{_KIND})[^.;:,0-9]){{0,60}}?\b(?:nomor|no\.?|nmr)\s*:?\s*(?P<nomor>\d{{1,3}})\s*(?:/|\s+tahun\s+)(?P<tahun>\d{{4}})"
    r"(?:\s+tanggal\s+[\w ]{6,20}?)?,?\s+tentang\s+",
    re.IGNORECASE,
)
_KINDS = (
    ("uu", re.compile(r"undang|uu", re.IGNORECASE)),
    ("permendagri", re.compile(r"dalam\s+negeri|permendagri", re.IGNORECASE)),
    ("permenpan", re.compile(r"pendayagunaan|permen\s?pan|(?:meneg|menteri(?:\s+negara)?)\s?pan\b", re.IGNORECASE)),
    ("perpres", re.compile(r"peraturan\s+presiden|perpres", re.IGNORECASE)),
    ("inpres", re.compile(r"instruksi|inpres", re.IGNORECASE)),
    ("pp", re.compile(r"pemerintah|pp", re.IGNORECASE)),
)
_NAMES = {
    "uu": "Undang-Undang Nomor {} Tahun {}",
    "pp": "Peraturan Pemerintah Nomor {} Tahun {}",
    "perpres": "Peraturan Presiden Nomor {} Tahun {}",
    "inpres": "Instruksi Presiden Nomor {} Tahun {}",
    "permendagri": "Peraturan Menteri Dalam Negeri Nomor {} Tahun {}",
    "permenpan": "Peraturan Menteri PANRB Nomor {} Tahun {}",
}
_ABOUT = re.compile(r",?\s+tentang$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[;.(,“”\"]|$|\s(?:sebagaimana|yang\s+(?:telah|mengatur|menyatakan)|jo\b)")
_SPOKEN = {"pemerintah": "pemerintahan", "undangan": "undang", "reviuw": "reviu", "review": "reviu"}
_JOINED = re.compile(r"\btatacara\b", re.IGNORECASE)
_LONGER = 30


def cited(prose: Sequence[Sentence]) -> Iterator[Ragam]:
    """Each regulation whose title we know, as often as its title is printed in another way."""
    yield from merged(_citations(prose))


def _citations(prose: Sequence[Sentence]) -> Iterator[Ragam]:
    for sentence in prose:
        if "entang" not in sentence.text:
            continue
        for match in _CITED.finditer(sentence.text):
            kind = next(name for name, pattern in _KINDS if pattern.search(match["kind"]))
            key = (kind, match["nomor"], match["tahun"])
            title = _titles().get(key)
            cite = " ".join(sentence.text[match.start() : match.end()].split())
            behind = sentence.text[match.end() :].lstrip("“\"' ")
            if title:
                printed, found = _printed(behind, title)
                yield Ragam(Hal.PERATURAN, f"{cite} {printed}", f"{cite} {title}", found, (sentence.location,), kunci=printed)
                yield Ragam(Hal.KUTIPAN, cite, cite, Selisih(sama=1), (sentence.location,), kunci=title)
            elif meant := _meant(key, behind):
                named = _NAMES[meant[0]].format(*meant[1:])
                printed = _ABOUT.sub("", cite)
                yield Ragam(Hal.KUTIPAN, printed, named, Selisih(hilang=meant), (sentence.location,), kunci=_titles()[meant])


def _meant(key: tuple[str, str, str], behind: str) -> tuple[str, str, str] | None:
    """The one regulation that bears the title of a citation and differs from it in its kind, its number or its year only."""
    near = [known for known in _titles() if sum(one == two for one, two in zip(key, known, strict=True)) == len(key) - 1]
    found = [known for known in near if _same_title(behind, _titles()[known])]
    return found[0] if len(found) == 1 else None


def _same_title(behind: str, title: str) -> bool:
    found = _printed(behind, title)[1]
    return not found.hilang and not found.lebih


@cache
def _titles() -> dict[tuple[str, str, str], str]:
    return {(row["jenis"], row["nomor"], row["tahun"]): row["judul"] for row in load.rows("peraturan")}


def _printed(text: str, title: str) -> tuple[str, Selisih]:
    """The title as printed: of all places where it may end, the one that leaves least difference."""
    meant = _words(title)
    best = ("", Selisih(hilang=meant))
    for end in _END.finditer(text[: len(title) + _LONGER]):
        if end.start() == len(title) + _LONGER < len(text):
            break
        printed = text[: end.start()]
        found = selisih(_words(printed), meant)
        if not best[0] or found.besar < best[1].besar:
            best = (printed, found)
    # Where the sentence goes on without a sign, the title ends where the official one does.
    if "".join(_words(text)).startswith("".join(meant)):
        return title, Selisih(sama=len(meant))
    return best


def _words(text: str) -> tuple[str, ...]:
    said = (word.casefold() for word in _WORD.findall(_JOINED.sub("tata cara", text)))
    return tuple(_SPOKEN.get(word, word) for word in said if word not in LINKS)
