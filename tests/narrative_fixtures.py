"""A small report's names, and its prose as mentions, for the tests of narrative."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.model import Place, TextLine
from pipeline.normalize.names import Jenjang, Subject, SubjectHit, Subjects
from pipeline.normalize.narrative import mentions
from pipeline.normalize.sentences import sentences
from rules.facts import Mention

NAMES = (
    ("Program Pengelolaan Perikanan Tangkap", Jenjang.PROGRAM),
    ("Program Pengolahan dan Pemasaran Hasil", Jenjang.PROGRAM),
    ("Pengelolaan Penangkapan Ikan di Sungai", Jenjang.KEGIATAN),
    ("Penerbitan Tanda Daftar Kapal", Jenjang.SUB_KEGIATAN),
    ("Penyediaan Sarana Usaha Nelayan Kecil di Perairan Umum Daratan", Jenjang.SUB_KEGIATAN),
    ("Persentase nelayan yang memiliki kartu usaha", Jenjang.INDIKATOR),
    ("Cakupan Pembinaan KUB", Jenjang.INDIKATOR),
    ("Nilai SAKIP Dinas", Jenjang.INDIKATOR),
    ("Meningkatnya kesejahteraan nelayan tangkap", Jenjang.SASARAN),
)

DAFTAR, SARANA = "sub_kegiatan:penerbitan tanda daftar kapal", "sub_kegiatan:penyediaan sarana usaha nelayan kecil di perairan umum daratan"
KARTU, KUB, SAKIP = (
    "indikator:persentase nelayan yang memiliki kartu usaha",
    "indikator:cakupan pembinaan kub",
    "indikator:nilai sakip dinas",
)
TANGKAP = "program:pengelolaan perikanan tangkap"


class Listed:
    """Subjects that can be listed too."""

    def __init__(self) -> None:
        self._subjects = Subjects(NAMES)

    def named_in(self, text: str) -> tuple[SubjectHit, ...]:
        return self._subjects.named_in(text)

    def __iter__(self) -> Iterator[Subject]:
        found = (self._subjects.get(self._subjects.key_of(name, jenjang)) for name, jenjang in NAMES)
        return (subject for subject in found if subject is not None)


def read(text: str, year: int | None = 2023) -> tuple[Mention, ...]:
    lines = [TextLine(line, Place(line=number)) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    return mentions(sentences(lines), Listed(), year)


def said(text: str) -> list[tuple[str, str]]:
    """Measure and printed figure of each mention."""
    return [(mention.measure.value, mention.quantity.text) for mention in read(text)]


def subjects(text: str) -> list[str]:
    return [mention.subject for mention in read(text)]
