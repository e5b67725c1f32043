"""A whole report, right throughout: its agency, year and size, its tables and sentences, and what is stated between them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from samples.document import Heading, Paragraph

from pipeline.benchmarks.detection.budget import Frame, Item, Keys, columns_of, items_of, total_of, write_budget
from pipeline.benchmarks.detection.dice import Dice
from pipeline.benchmarks.detection.look import Look, look_of
from pipeline.benchmarks.detection.model import Draft, Kind, Tie, keys_in, slot
from pipeline.benchmarks.detection.names import AGENCIES, REGIONS, Agency, Name, programs_of
from pipeline.benchmarks.detection.performance import Place, Writer, indicators_of, scale_of
from pipeline.benchmarks.detection.prose import Teller

FIRST_YEAR, LAST_YEAR = 2016, 2024
SURE_AMOUNTS, SURE_RESULTS = 2, 3


@dataclass(frozen=True, slots=True)
class Made:
    """A finished report with who it is of."""

    draft: Draft
    agency: str
    region: str
    year: int


def compose(seed: int) -> Made:
    """The report that follows from a seed."""
    dice = Dice("laporan", seed)
    agency, region, year = dice.one_of(AGENCIES), dice.one_of(REGIONS), dice.between(FIRST_YEAR, LAST_YEAR)
    return Composer(dice, agency, region, year).made()


class Composer:
    """Puts the parts in their order."""

    def __init__(self, dice: Dice, agency: Agency, region: str, year: int) -> None:
        """Decide on the looks, the programs and the indicators."""
        self.dice, self.agency, self.region, self.year = dice, agency, region, year
        self.look: Look = look_of(dice)
        self.draft = Draft()
        self.depth = dice.between(1, 3)
        self.items = items_of(dice, programs_of(dice, agency, year, self.depth))
        self.writer = Writer(self.draft, dice, self.look, indicators_of(dice))
        self.teller = Teller(self.draft, dice, self.look, year)
        self.numbers = {2: 0, 3: 0}
        self.years: dict[str, int] = {}

    def made(self) -> Made:
        """The report."""
        self._head("BAB I", "PENDAHULUAN")
        self._text(f"Laporan ini memuat kinerja {self.agency.name} {self.region} pada tahun {self.year}.")
        self._plan()
        self._head("BAB III", "AKUNTABILITAS KINERJA")
        self._performance()
        self._budget()
        self._head("BAB IV", "PENUTUP")
        self._text("Laporan ini disusun sebagai bahan evaluasi untuk tahun berikutnya.")
        self._date()
        return Made(self.draft, self.agency.name, self.region, self.year)

    def _date(self) -> None:
        """A caption's year is stated again where the table's results stand elsewhere under that year; a lone table may be of any year.

        Targets may be the same in two years. Two amounts are not, nor are three results.
        """
        dated = {
            key
            for block in self.draft.blocks
            if isinstance(block, Paragraph) and str(self.year) in block.text
            for key in keys_in(block.text)
        }
        for label, year in self.years.items():
            again = [
                self.draft.figures[key].kind
                for relation in self.draft.relations
                if relation.tie == Tie.SAME
                for key, other in (relation.figures, relation.figures[::-1])
                if self.draft.figures[key].table == label and (self.draft.figures[other].table not in ("", label) or other in dated)
            ]
            amounts = sum(kind in (Kind.PAGU, Kind.REALISASI) for kind in again)
            if amounts >= SURE_AMOUNTS or again.count(Kind.KINERJA) >= SURE_RESULTS:
                self.draft.tie(Tie.YEAR, year, bands=((Decimal(self.year), str(self.year)),))

    def _plan(self) -> None:
        self._head("BAB II", "PERENCANAAN KINERJA")
        self._sub("Perjanjian Kinerja")
        self.writer.agreed(self._place(2, "Perjanjian Kinerja Tahun {tahun}"))

    def _performance(self) -> None:
        self._sub("Capaian Kinerja Organisasi")
        bands = scale_of(self.dice)
        self.writer.scale(self._place(3, "Skala Penilaian Capaian Kinerja"), bands)
        self.writer.achieved(self._place(3, "Capaian Kinerja Tahun {tahun}"), bands)
        for one in self.writer.indicators:
            if self.dice.is_luck(50):
                self.teller.result(one, self.writer)
        if self.dice.is_luck(60):
            self.teller.mean(self.writer)
        if self.dice.is_luck(70):
            years = self.dice.is_luck(60)
            caption = f"Perbandingan Realisasi Kinerja Tahun {self.year - 2} sampai dengan Tahun {self.year}"
            beside = f"Perbandingan Capaian Kinerja Tahun {self.year - 1} dan Tahun {self.year}"
            self.writer.compared(self._place(3, caption)) if years else self.writer.beside(self._place(3, beside))
        for one in self.writer.indicators:
            if self.dice.is_luck(25):
                self.teller.change(one)
        if self.dice.is_luck(25):
            self.writer.quarters(self._place(3, "Realisasi Kinerja per Triwulan Tahun {tahun}"))

    def _budget(self) -> None:
        self._sub("Realisasi Anggaran")
        place = self._place(3, "Realisasi Anggaran Tahun {tahun}")
        columns = columns_of(self.dice)
        keys = write_budget(self.draft, self.dice, self.look, self.items, Frame(place.label, place.caption, columns, self.depth))
        self._sentences(keys)
        if self.depth > 1 and self.dice.is_luck(40):
            again = self._place(3, "Realisasi Anggaran per Program Tahun {tahun}")
            kinds = (Kind.PAGU, Kind.REALISASI, Kind.SERAPAN)
            told = write_budget(self.draft, self.dice, self.look, self.items, Frame(again.label, again.caption, kinds, 1))
            for at in [at for at in told if at in keys and at[1] in kinds]:
                self.draft.tie(Tie.SAME, told[at], keys[at])

    def _sentences(self, keys: Keys) -> None:
        for item in self.items:
            if self.dice.is_luck(50):
                self.teller.program(item, keys)
        if self.look.total and len(self.items) > 1:
            total: Item = total_of(self.items, Name(self.look.total, ""), 0)
            self.teller.total(total, keys, self.agency.name)
        if self.dice.is_luck(50):
            self.teller.count(keys, self.items)

    def _place(self, chapter: int, caption: str) -> Place:
        self.numbers[chapter] += 1
        label = f"Tabel {chapter}.{self.numbers[chapter]}"
        if "{tahun}" in caption:
            key = self.draft.say(str(self.year), Kind.TAHUN, row=label)
            self.years[label] = key
            caption = caption.replace("{tahun}", slot(key))
        return Place(label, caption, self.year)

    def _head(self, number: str, title: str) -> None:
        self.draft.blocks.append(Heading(0, (number, title), f"{number} {title}"))

    def _sub(self, title: str) -> None:
        self.draft.blocks.append(Heading(1, (title,), title))

    def _text(self, text: str) -> None:
        self.draft.blocks.append(Paragraph(text))
