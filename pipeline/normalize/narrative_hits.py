"""Which finds of a known name in prose are really that name: not a piece of a longer one, not common words, not called otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.normalize.names import Jenjang, SubjectHit, key
from pipeline.normalize.reading import words

SHORT_NAME = 4
QUOTED_SHARE = 60
QUOTED = re.compile(r"[“\"‘„][^“”\"‘’„‟]{12,250}[”\"’‟“]")

_BUDGET = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)
_JOINING = words(
    """
    dan dengan yang di ke dari pada untuk oleh dalam serta atau bagi terhadap per melalui sebagai adalah yaitu
    """
)
_GENERAL = words(
    """
    kinerja indikator sasaran program kegiatan strategis anggaran realisasi target capaian tahun nilai persentase jumlah
    utama tujuan misi keuangan dinas daerah kabupaten kota provinsi pencapaian tingkat predikat satuan persen organisasi
    kerja pelayanan publik uraian
    """
)
_COUNTING = words(
    """
    jumlah persentase prosentase presentase nilai tingkat indeks rata cakupan rasio predikat skor angka laju
    """
)
_CALLED: dict[str, tuple[Jenjang, ...]] = {
    "program": (Jenjang.PROGRAM, Jenjang.URAIAN),
    "kegiatan": (Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN, Jenjang.URAIAN),
    "subkegiatan": (Jenjang.SUB_KEGIATAN, Jenjang.KEGIATAN, Jenjang.URAIAN),
    "indikator": (Jenjang.INDIKATOR, Jenjang.SASARAN, Jenjang.URAIAN),
}
_BEFORE = re.compile(r"([^\W\d_]+)[\s]*$")
_JOINED_TO = re.compile(r"\b(?!Rp)[A-Z][a-z]{2,}\s+(?:dan|serta)\s+$")
_BEHIND = re.compile(r"\s+([^\W\d_][\w/-]*)(?:\s+([^\W\d_]\w*))?")
_MAY_FOLLOW = re.compile(
    r"(?:[A-Z]{2,}\w*|Dinas|Badan|Biro|Kantor|Inspektorat|Sekretariat|Kabupaten|Kota|Provinsi|Prov|Kab|Daerah|Tahun|Alokasi\w*|Anggaran|Pagu|Rp|Realisasi|Target"
    r"|Capaian|Kegiatan|Sub|Program|Sebesar|Dengan|Adalah|Pada|Dan|Yaitu|Sangat|Kurang|Baik|Tinggi|Kategori)\b"
)
_ORDINAL = re.compile(r"pertama|ke(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)|indicator|i{1,3}|iv|vi{0,3}")
_VERB = re.compile(r"(?:di\w+|telah|sudah|ter\w+|me\w+)$", re.IGNORECASE)


def is_meant(text: str, hit: SubjectHit) -> bool:
    """Whether a text means the subject whose name was found in it."""
    own = key(hit.name).split()
    if len(own) < 2 or own[0] in _JOINING or own[-1] in _JOINING or is_general(hit):
        return False
    if (hit.name[:1].islower() and own[0] not in _COUNTING) or is_piece_of_quotation(text, hit):
        return False
    before = _BEFORE.search(text[: hit.start])
    called = before.group(1).casefold() if before else ""
    if hit.jenjang not in _CALLED.get(called, (hit.jenjang,)):
        return False
    return _begins_here(text, hit, called, len(own)) and _ends_here(text, hit)


def is_general(hit: SubjectHit) -> bool:
    """Whether a name is made of words that prose uses for everything: a table's `Kinerja` is no name in a sentence."""
    return all(word in _GENERAL for word in key(hit.name).split())


def is_piece_of_quotation(text: str, hit: SubjectHit) -> bool:
    """Whether a name stands in quotation marks that hold much more than it."""
    around = next((quoted for quoted in QUOTED.finditer(text) if quoted.start() <= hit.start and hit.end <= quoted.end()), None)
    return around is not None and 100 * (hit.end - hit.start) < QUOTED_SHARE * (around.end() - around.start())


def _begins_here(text: str, hit: SubjectHit, before: str, length: int) -> bool:
    """Whether no word before belongs to the name: a name in small letters needs one that introduces it, a short one even more."""
    if _JOINED_TO.search(text[: hit.start]):
        return False
    capital = text[hit.start].isupper()
    if not before or before in _CALLED or before in _JOINING or before in _GENERAL or _ORDINAL.fullmatch(before):
        return capital or length >= SHORT_NAME or hit.jenjang == Jenjang.INDIKATOR or before in _CALLED
    last = text[: hit.start].rstrip()[-len(before) :]
    return capital and (not last[0].isupper() or last.isupper())


def _ends_here(text: str, hit: SubjectHit) -> bool:
    """Whether the name does not go on: with a word in capitals, or with `yang ...` that says what is counted."""
    behind = _BEHIND.match(text, hit.end)
    if behind is None:
        return True
    word, following = behind.group(1), behind.group(2) or ""
    if word.casefold() == "yang" and hit.jenjang == Jenjang.INDIKATOR:
        return bool(_VERB.match(following)) and following.casefold().startswith(("di", "telah", "sudah"))
    return not word[0].isupper() or bool(_MAY_FOLLOW.match(word))


def as_called(text: str, hits: Sequence[SubjectHit]) -> Iterator[SubjectHit]:
    """The hits; of words that name both a sasaran and an indicator, that which the text calls them."""
    for hit in hits:
        same = {other.jenjang for other in hits if (other.start, other.end) == (hit.start, hit.end)}
        before = text[max(0, hit.start - 40) : hit.start].casefold()
        sasaran, indikator = before.rfind("sasaran"), before.rfind("indikator")
        called = Jenjang.SASARAN if sasaran > indikator else Jenjang.INDIKATOR if indikator >= 0 else hit.jenjang
        if not {Jenjang.SASARAN, Jenjang.INDIKATOR} <= same or called == hit.jenjang or hit.jenjang in _BUDGET:
            yield hit
