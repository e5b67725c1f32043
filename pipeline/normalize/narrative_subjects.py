"""Of what a claim in prose speaks: the known name before its figures, else in the sentences or the heading before.

Better none than a wrong one: two names of one kind, the name of something that no table knows, or a text that says
more than that a figure follows, end the search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.normalize.names import Jenjang, SubjectHit
from pipeline.normalize.narrative_names import Named, Names, without_owners
from rules.facts import Sentence

SENTENCES_BACK = 3
# A text that goes on about the subject before it has no more words of its own than these.
WORDS_OF_ITS_OWN = 2

MONEY_ORDER = (Jenjang.SUB_KEGIATAN, Jenjang.KEGIATAN, Jenjang.PROGRAM, Jenjang.SASARAN, Jenjang.INDIKATOR, Jenjang.URAIAN)
KINERJA_ORDER = (Jenjang.INDIKATOR, Jenjang.SUB_KEGIATAN, Jenjang.KEGIATAN, Jenjang.PROGRAM, Jenjang.SASARAN, Jenjang.URAIAN)

_WORD = re.compile(r"[^\W\d_]{4,}")
_SAYS_LITTLE = re.compile(
    r"(?:(?:ter?|di)?rea[li]\w+|angg?a?ra?n\w*|(?:pen)?capai\w*|mencapai|tercapai|target\w*|ditarget\w*|pe?rsentas\w*|prosentas\w*|keuangan|fisik|kinerja|pagu"
    r"|alokasi|dialokasi\w*|dana|belanja|sebesar|sebanyak|adalah|yaitu|yakni|dengan|pada|tahun|bulan|untuk|dari|yang|telah|sudah|dapat|hanya|baru"
    r"|kegiatan|program|sub|indi[ck]ator\w*|sasaran|strate[gj]i[sk]|utama|tersebut|dimaksud|memiliki|mempunyai|mendapat\w*|memperoleh|didukung|oleh|total|jumlah"
    r"|nilai|rata|tingkat|serap\w*|penyerapan|terserap|menunjukkan|menunjukan|angka|hasil|berdasarkan|tabel|diatas|atas|bawah|dalam|ditetapkan|diberi\w*"
    r"|sedangkan|sementara|adapun|begitu|pula|juga|maka|demikian|sehingga|dibanding\w*|jika|bila|sebelumnya|lalu|ini|secara|umum|keseluruhan|seluruh\w*"
    r"|desember|triwulan|akhir|sampai|hingga|predikat|penilaian|evaluasi|sakip|akip|akuntabilitas|mengalami|menjadi|persen|rupiah|apbd|dokumen|renstra|rangka|terjadi|efisiensi|penggunaan|sumber|daya|serta|perjanjian|pelaksanaan)",
    re.IGNORECASE,
)


def chosen(named: Named, family: Sequence[Jenjang]) -> SubjectHit | None:
    """The one subject that a text speaks of: the most specific one; none if there are two, or an unknown name behind it."""
    for jenjang in family:
        of_kind = [hit for hit in named.hits if hit.jenjang == jenjang]
        if not of_kind:
            continue
        last = of_kind[-1]
        doubtful = len({hit.key for hit in of_kind}) > 1 or _stands_for_two(last, named.hits) or last.start in named.partly
        return None if doubtful or any(offset > last.start for offset in named.unknown) else last
    return None


def conflicts(hit: SubjectHit, heading: SubjectHit | None) -> bool:
    """Whether the heading names another thing of the same kind."""
    return heading is not None and heading.jenjang == hit.jenjang and heading.key != hit.key


class Context:
    """The sentences of a report, asked for what stands before a figure."""

    def __init__(self, prose: Sequence[Sentence], paragraphs: Sequence[int], names: Names) -> None:
        self._prose = prose
        self._paragraphs = paragraphs
        self._names = names

    def before(self, position: int, said: str, family: Sequence[Jenjang]) -> SubjectHit | None:
        """What a sentence goes on about, whose text `said` before a figure names nothing: what its paragraph or heading names."""
        hit = self._in_paragraph(position, family)
        return hit if hit and says_little(said, hit.name) else None

    def names_nothing_before(self, position: int) -> bool:
        """Whether the sentences before in the paragraph name nothing."""
        return all(self._names.of(self._prose[before].text).nothing for before in self._sentences_before(position))

    def heading(self, position: int, family: Sequence[Jenjang]) -> SubjectHit | None:
        """What the heading above a sentence names."""
        heading = self._prose[position].heading
        return chosen(self._names.of(heading), family) if heading else None

    def _in_paragraph(self, position: int, family: Sequence[Jenjang]) -> SubjectHit | None:
        for before in self._sentences_before(position):
            named = self._names.of(self._prose[before].text)
            if not named.nothing:
                return chosen(named, family)
        return self.heading(position, family)

    def _sentences_before(self, position: int) -> Iterator[int]:
        """The last sentences before one in its paragraph, the nearest first."""
        for before in range(position - 1, max(-1, position - 1 - SENTENCES_BACK), -1):
            if self._paragraphs[before] != self._paragraphs[position]:
                return
            yield before


def says_little(said: str, name: str = "", own: int = WORDS_OF_ITS_OWN) -> bool:
    """Whether a text has at most so many words of its own besides those of the subject's name, of figures and of agencies."""
    known = {word.casefold() for word in _WORD.findall(name)}
    words = {word.casefold() for word in _WORD.findall(without_owners(said))}
    return sum(word not in known and not _SAYS_LITTLE.fullmatch(word) for word in words) <= own


def _stands_for_two(hit: SubjectHit, hits: Iterable[SubjectHit]) -> bool:
    """Whether the same words are the name of a program and of a kegiatan, or of a kegiatan and of a sub kegiatan."""
    levels = (Jenjang.PROGRAM, Jenjang.KEGIATAN, Jenjang.SUB_KEGIATAN)
    same = {other.jenjang for other in hits if (other.start, other.end) == (hit.start, hit.end) and other.jenjang in levels}
    return hit.jenjang in levels and len(same) > 1
