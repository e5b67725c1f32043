"""Facts about names: how a printed name differs from the one that is meant, official or of the report's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from extractors.record import record
from rules.nomenclature import Resmi

if TYPE_CHECKING:  # facts hold these records
    from rules.facts import Location

LETTERS, ORDER, NUMBERED = "singkatan", "urutan", "nomor"
"""By what two names are known to be one thing, as the beginning of `Ragam.kunci`, where rules judge by it."""

_NEGATING = frozenset({"bukan", "non", "tak", "tanpa", "tidak"})


class Hal(StrEnum):
    """What kind of thing is named."""

    INSTANSI = "instansi"
    WILAYAH = "wilayah"
    UNIT = "unit"
    SINGKATAN = "singkatan"
    PERATURAN = "peraturan"
    KUTIPAN = "nomor dan tahun peraturan"
    INDIKATOR = "indikator"
    SASARAN = "sasaran"
    PROGRAM = "program atau kegiatan"
    MISI = "misi"


@record
class Selisih:
    """How the words of a printed name differ from those meant: words with a slip (printed, meant), words missing, words too many.

    `di_ujung` says that the printed name is the beginning of the other one: it may only be cut by the print.
    """

    salah: tuple[tuple[str, str], ...] = ()
    hilang: tuple[str, ...] = ()
    lebih: tuple[str, ...] = ()
    sama: int = 0
    di_ujung: bool = False

    @property
    def nihil(self) -> bool:
        """Whether the names are the same."""
        return not (self.salah or self.hilang or self.lebih)

    @property
    def berlawanan(self) -> bool:
        """Whether one name negates the other: these are two things."""
        return not _NEGATING.isdisjoint((*self.hilang, *self.lebih))

    @property
    def besar(self) -> int:
        """How far apart the names are; a slip of letters counts half a word."""
        return len(self.salah) + 2 * (len(self.hilang) + len(self.lebih))


@dataclass(frozen=True, slots=True)
class Padanan:
    """An official name that a printed one may mean; several entries when it stands under several parents."""

    resmi: tuple[Resmi, ...]
    selisih: Selisih

    @property
    def nama(self) -> str:
        """The official name."""
        return self.resmi[0].nama


@dataclass(frozen=True, slots=True)
class Penamaan:
    """A program, kegiatan or sub kegiatan as the report names it, every place of it, and the official names nearest to it, nearest first.

    `kode` are the codes printed before it. `penunjang` says that it surely stands in the supporting program; `dikenal`
    that the list at hand covers the report's bidang urusan.
    """

    nama: str
    kode: tuple[str, ...]
    locations: tuple[Location, ...]
    padanan: tuple[Padanan, ...]
    penunjang: bool
    dikenal: bool


@dataclass(frozen=True, slots=True)
class Ragam:
    """One thing under two names: as printed at `locations`, and as it is named where `acuan` stands.

    `kunci` says by what the two are known to be one thing. Without a difference it is a name that was held against its like.
    """

    hal: Hal
    tertulis: str
    mestinya: str
    selisih: Selisih
    locations: tuple[Location, ...]
    acuan: tuple[Location, ...] = ()
    kunci: str = ""


def merged(every: Iterable[Ragam]) -> Iterator[Ragam]:
    """One record for each other way in which a name is printed, with all its places."""
    alike: dict[tuple[str, Selisih], list[Ragam]] = {}
    for one in every:
        alike.setdefault((one.mestinya, one.selisih), []).append(one)
    for same in alike.values():
        yield replace(same[0], locations=tuple(dict.fromkeys(place for one in same for place in one.locations)))


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of a report that can be held against another."""

    resmi: tuple[Penamaan, ...] = ()
    ragam: tuple[Ragam, ...] = ()


NO_NAMES = Names()
