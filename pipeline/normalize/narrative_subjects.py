"""Of what a claim in prose speaks: the known name before its figures, else in the sentences or the heading before.

Better none than a wrong one: two names of one kind, or the name of something that no table knows, end the search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.normalize.names import Jenjang, SubjectHit
from rules.facts import Sentence

SENTENCES_BACK = 3

MONEY_ORDER = (Jenjang.SUB_KEGIATAN, Jenjang.KEGIATAN, Jenjang.PROGRAM, Jenjang.INDIKATOR, Jenjang.SASARAN, Jenjang.URAIAN)
KINERJA_ORDER = (Jenjang.INDIKATOR, Jenjang.SUB_KEGIATAN, Jenjang.KEGIATAN, Jenjang.PROGRAM, Jenjang.SASARAN, Jenjang.URAIAN)

_LEVEL = r"(?i:\b(?:sub\s?kegiatan|kegiatan|program|indi[ck]ator|sasaran|pekerjaan|paket|misi|tujuan|kinerja\s+utama|strate[gj]i[sk]))"
_NAMING = re.compile(_LEVEL + r"[\s\d()IVX]{0,8}(?i:yaitu|adalah|berupa|pada|untuk)?[\s:;,“”\"‘’'„(]{1,6}(?=([A-Z][\w/-]*))")
_ENUMERATED = re.compile(r"(?:^|[\s;,:.])\(?\d{1,2}\)\s*(?=[A-Z])")
_QUOTED = re.compile(r"[“”\"‘„](?=\s?[A-Z][^“”\"‘’„]{5,200}[“”\"’‟])")
_RUN = re.compile(r"\b[A-Z][a-z]{2,}(?:\s+(?:dan\s+|dalam\s+|bagi\s+|untuk\s+)?[A-Z][a-z]{2,}){2,14}")
_OWNER = re.compile(
    r"\b(?:Dinas|Badan|Biro|Kantor|Inspektorat|Sekretariat|Kementr?e?rian|Satuan|Rumah\s+Sakit|RSUD|RSJ|Kecamatan|Pemerintah|Kabupaten|Kota|Provinsi|Kab\."
    r"|Prov\.|OPD|SKPD|Perangkat|Bupati|Gubernur|Walikota|Tim|Kepala)(?:\s+(?:[A-Z][\w/.-]*|dan|serta|di|yang\s+[A-Z]\w*)){0,14}"
)
_DOCUMENT = re.compile(
    r"\b(?:Peraturan|Permen\w*|Keputusan|Surat|Laporan|Rencana|Perjanjian|Dokumen|Undang|Tabel|Anggaran\s+Pendapatan|Standar|Hasil)(?:\s+(?:[A-Z(][\w/.()-]*|dan|atas)){0,14}"
)
_NOT_NAMES = frozenset(
    (
        "tahun anggaran apbd apbn dinas badan biro kabupaten kota provinsi kab prov daerah opd skpd pd rp kinerja utama strategis stratejik "
        "sasaran indikator program kegiatan sub renstra rpjmd dpa dppa dana keu keuangan fisik triwulan bulan dan yang ini tersebut iku iki pk "
        "pemerintah inspektorat rencana tabel perjanjian realisasi capaian target persentase"
    ).split()
)


_STARTS_A_SENTENCE = re.compile(
    r"(?i:realisasi|capaian|pencapaian|target|anggaran|pagu|total|jumlah|nilai|rata|tingkat|persentase|pelaksanaan\s+(?:program|kegiatan)|secara|pada|dari"
    r"|untuk|berdasarkan|dalam|adapun|tahun|hasil|sedangkan|dengan|selama|sampai|hingga|indikator|serapan|penyerapan|dana|belanja|kinerja|di|bahwa)\b"
)


class Naming(Protocol):
    """Whatever knows the names of a report's subjects."""

    def named_in(self, text: str) -> tuple[SubjectHit, ...]:
        """The subjects that a text names."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names: known subjects, and where it names something that no table knows."""

    hits: tuple[SubjectHit, ...]
    unknown: tuple[int, ...]

    def within(self, start: int, end: int) -> Named:
        """What a stretch of the text names."""
        return Named(
            tuple(hit for hit in self.hits if start <= hit.start and hit.end <= end),
            tuple(offset for offset in self.unknown if start <= offset < end),
        )

    @property
    def nothing(self) -> bool:
        """Whether nothing is named."""
        return not self.hits and not self.unknown


NOTHING = Named((), ())


class Names:
    """What the sentences of a report name, looked up once each."""

    def __init__(self, sentences: Sequence[Sentence], subjects: Naming) -> None:
        self._sentences = sentences
        self._subjects = subjects
        self._known: dict[str, Named] = {}

    def of(self, text: str, *, item: bool = False) -> Named:
        """What a text names; the beginning of a list item is a name."""
        found = self._known.get(text)
        if found is None:
            hits = tuple(sorted(self._subjects.named_in(text), key=lambda hit: hit.start))
            found = self._known[text] = Named(hits, tuple(sorted(set(_unknown(text, hits, item=item)))))
        return found

    def back_from(self, position: int, paragraphs: Sequence[int], family: Sequence[Jenjang]) -> SubjectHit | None:
        """What the text before a sentence speaks of: the sentences of its paragraph, last first, then the heading."""
        for before in range(position - 1, max(-1, position - 1 - SENTENCES_BACK), -1):
            if paragraphs[before] != paragraphs[position]:
                break
            named = self.of(self._sentences[before].text)
            if not named.nothing:
                return chosen(named, family)
        return self.of_heading(position, family)

    def of_heading(self, position: int, family: Sequence[Jenjang]) -> SubjectHit | None:
        """What the heading above a sentence names."""
        heading = self._sentences[position].heading
        return chosen(self.of(heading), family) if heading else None


def chosen(named: Named, family: Sequence[Jenjang]) -> SubjectHit | None:
    """The one subject that a text speaks of: the most specific one; none if there are two, or an unknown name behind it."""
    for jenjang in family:
        of_kind = [hit for hit in named.hits if hit.jenjang == jenjang]
        if not of_kind:
            continue
        last = of_kind[-1]
        doubtful = len({hit.key for hit in of_kind}) > 1 or _stands_for_two(last, named.hits)
        return None if doubtful or any(offset > last.start for offset in named.unknown) else last
    return None


def conflicts(hit: SubjectHit, heading: SubjectHit | None) -> bool:
    """Whether the heading names another thing of the same kind."""
    return heading is not None and heading.jenjang == hit.jenjang and heading.key != hit.key


def _stands_for_two(hit: SubjectHit, hits: Iterable[SubjectHit]) -> bool:
    """Whether the same words are the name of a program and of a kegiatan, or of a kegiatan and of a sub kegiatan."""
    levels = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)
    same = {other.jenjang for other in hits if (other.start, other.end) == (hit.start, hit.end) and other.jenjang in levels}
    return hit.jenjang in levels and len(same) > 1


def _unknown(text: str, hits: Sequence[SubjectHit], *, item: bool) -> Iterable[int]:
    """Where a text names something that is none of the hits."""
    for match in _NAMING.finditer(text):
        if match.group(1).casefold().strip("/-") not in _NOT_NAMES and not _covered(match.end(), hits):
            yield match.end()
    for pattern in (_ENUMERATED, _QUOTED):
        yield from (match.end() for match in pattern.finditer(text) if not _covered(match.end() + 1, hits))
    blanked = _DOCUMENT.sub(_blank, _OWNER.sub(_blank, text))
    yield from (match.start() for match in _RUN.finditer(blanked) if not _touches(match.start(), match.end(), hits))
    if item and text[:1].isupper() and not _STARTS_A_SENTENCE.match(text) and not _covered(0, hits):
        yield 0


def _covered(offset: int, hits: Iterable[SubjectHit]) -> bool:
    """Whether a known name stands at an offset, or begins within a word of it."""
    return any(hit.start - 16 <= offset < hit.end for hit in hits)


def _touches(start: int, end: int, hits: Iterable[SubjectHit]) -> bool:
    return any(hit.start < end and start < hit.end for hit in hits)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
