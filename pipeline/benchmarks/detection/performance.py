"""Tables of indicators: the agreed targets, target and realisasi with capaian and predikat, several years side by side, a scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from samples.document import LEFT, UP, Grid, Row

from pipeline.benchmarks.detection.budget import rounded
from pipeline.benchmarks.detection.dice import Dice
from pipeline.benchmarks.detection.look import HEADERS, INDICATORS, MEANS, Look
from pipeline.benchmarks.detection.model import Draft, Figure, Kind, Style, Tie, slot
from pipeline.benchmarks.detection.names import INDICATORS as SUBJECTS
from pipeline.benchmarks.detection.relations import label_of

Bands = tuple[tuple[Decimal, str], ...]
_SCALES = (
    ((91, "Sangat Tinggi"), (76, "Tinggi"), (66, "Sedang"), (51, "Rendah"), (0, "Sangat Rendah")),
    ((90, "Sangat Baik"), (75, "Baik"), (60, "Cukup"), (0, "Kurang")),
    ((100, "Sangat Berhasil"), (80, "Berhasil"), (60, "Cukup Berhasil"), (0, "Kurang Berhasil")),
)
WHOLE = ("Orang", "Kelompok")


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator with its targets and results, the oldest year first."""

    name: str
    unit: str
    targets: tuple[Decimal, ...]
    results: tuple[Decimal, ...]

    def style(self, look: Look) -> Style:
        """How its figures are printed."""
        return Style(0 if self.unit in WHOLE else look.figure.decimals, look.figure.thousands, look.figure.point)

    def capaian(self, year: int, decimals: int) -> Decimal:
        """Its capaian in a year, higher being better."""
        return rounded(Fraction(self.results[year]) * 100 / Fraction(self.targets[year]), decimals)


def scale_of(dice: Dice) -> Bands:
    """A scale without gaps."""
    return tuple((Decimal(least), label) for least, label in dice.one_of(_SCALES))


def indicators_of(dice: Dice) -> tuple[Indicator, ...]:
    """Some indicators with three years."""
    made = []
    for name, unit in dice.some_of(SUBJECTS, dice.between(3, 7)):
        cents = 1 if unit in WHOLE else 100
        base = dice.between(120, 4000) if unit in WHOLE else dice.between(4800, 8600)
        targets = tuple(Decimal(base + year * dice.between(3, 150)) / cents for year in range(3))
        results = tuple(Decimal(int(target * cents) * dice.between(620, 1130) // 1000 + dice.below(7)) / cents for target in targets)
        made.append(Indicator(name, unit, targets, results))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Place:
    """The table that is being written, and the report's year."""

    label: str
    caption: str
    year: int


class Writer:
    """Writes the tables of indicators into a draft; the report's year is the last of the three."""

    def __init__(self, draft: Draft, dice: Dice, look: Look, indicators: Sequence[Indicator]) -> None:
        """Begin with nothing written."""
        self.draft, self.dice, self.look, self.indicators = draft, dice, look, indicators
        self.targets: dict[str, int] = {}
        self.results: dict[str, int] = {}
        self.capaian: dict[str, int] = {}
        self.mean: int | None = None

    def agreed(self, place: Place) -> None:
        """The targets as agreed in the perjanjian kinerja."""
        rows = []
        for number, one in enumerate(self.indicators, start=1):
            key = self._put(place, one.name, Kind.TARGET_PK, (one.targets[-1], one.style(self.look)))
            self.targets[one.name] = key
            rows.append((str(number), one.name, one.unit, slot(key)))
        header = ("No", self.dice.one_of(INDICATORS), "Satuan", self._header(Kind.TARGET, place.year))
        self._grid(place, [header], rows)

    def scale(self, place: Place, bands: Bands) -> None:
        """The scale, its highest class open above."""
        rows, above = [], Decimal(0)
        for least, label in bands:
            limits = f"≥ {least}" if not above else f"≥ {least} - < {above}" if least else f"< {above}"
            rows.append((limits, label))
            above = least
        self._grid(place, [("Interval Nilai", "Kriteria Penilaian")], rows)

    def achieved(self, place: Place, bands: Bands) -> None:
        """Target, realisasi and capaian of the year, perhaps with predikat and average."""
        judged, unit = self.dice.is_luck(60), self.dice.is_luck(70)
        rows = [self._achieved_row(place, number, one, (unit, bands if judged else ())) for number, one in enumerate(self.indicators, 1)]
        kinds = (Kind.TARGET, Kind.KINERJA, Kind.CAPAIAN, *((Kind.PREDIKAT,) if judged else ()))
        header = ("No", self.dice.one_of(INDICATORS), *(("Satuan",) if unit else ()), *(self._header(kind, place.year) for kind in kinds))
        if self.dice.is_luck(60):
            rows.append(self._mean_row(place, unit, bands if judged else ()))
        self._grid(place, [header], rows)

    def _achieved_row(self, place: Place, number: int, one: Indicator, shape: tuple[bool, Bands]) -> tuple[str, ...]:
        unit, bands = shape
        style, percent = one.style(self.look), self.look.percent
        target = self._put(place, one.name, Kind.TARGET, (one.targets[-1], style))
        result = self._put(place, one.name, Kind.KINERJA, (one.results[-1], style))
        capaian = self._put(place, one.name, Kind.CAPAIAN, (one.capaian(-1, percent.decimals), percent))
        self.results[one.name], self.capaian[one.name] = result, capaian
        self.draft.tie(Tie.CAPAIAN, capaian, result, target)
        if one.name in self.targets:
            self.draft.tie(Tie.SAME, target, self.targets[one.name])
        cells = [str(number), one.name, *([one.unit] if unit else []), slot(target), slot(result), slot(capaian)]
        if bands:
            cells.append(slot(self._label(place, one.name, capaian, bands)))
        return tuple(cells)

    def _mean_row(self, place: Place, unit: bool, bands: Bands) -> tuple[str, ...]:
        name, percent = self.dice.one_of(MEANS), self.look.percent
        parts = list(self.capaian.values())
        total = sum((Fraction(Decimal(self.draft.figures[key].value)) for key in parts), Fraction(0))
        self.mean = self._put(place, name, Kind.RATA, (rounded(total / len(parts), percent.decimals), percent))
        self.draft.tie(Tie.MEAN, self.mean, *parts)
        label = [slot(self._label(place, name, self.mean, bands))] if bands else []
        return ("", name, *(("",) if unit else ()), "", "", slot(self.mean), *label)

    def _label(self, place: Place, row: str, capaian: int, bands: Bands) -> int:
        value = Decimal(self.draft.figures[capaian].value)
        key = self._put(place, row, Kind.PREDIKAT, (label_of(value, bands), Style()))
        self.draft.tie(Tie.LABEL, key, capaian, bands=bands)
        return key

    def compared(self, place: Place) -> None:
        """Results of three years beside each other, and perhaps how the last two differ."""
        years, told = (place.year - 2, place.year - 1, place.year), self.dice.is_luck(50)
        rows = []
        for number, one in enumerate(self.indicators, start=1):
            style = one.style(self.look)
            keys = [
                self._put(place, one.name, Kind.KINERJA if year == 2 else Kind.KINERJA_LALU, (result, style))
                for year, result in enumerate(one.results)
            ]
            self.draft.tie(Tie.SAME, keys[-1], self.results[one.name])
            cells = [slot(key) for key in keys]
            if told:
                change = self._put(place, one.name, Kind.PERUBAHAN, (one.results[2] - one.results[1], style))
                self.draft.tie(Tie.CHANGE, change, keys[2], keys[1])
                cells.append(slot(change))
            rows.append((str(number), one.name, *cells))
        name, more = self.dice.one_of(INDICATORS), ((self.dice.one_of(("Peningkatan", "Kenaikan/Penurunan")),) if told else ())
        if self.dice.is_luck(50):
            header = [("No", name, *(f"Realisasi {year}" for year in years), *more)]
        else:
            upper = ("No", name, self.dice.one_of(("Realisasi", "Realisasi Kinerja")), LEFT, LEFT, *more)
            header = [upper, (UP, UP, *(str(year) for year in years), *(UP for _ in more))]
        self._grid(place, header, rows)

    def beside(self, place: Place) -> None:
        """Target, realisasi and capaian of the last two years in groups of three."""
        rows = []
        for number, one in enumerate(self.indicators, start=1):
            cells: list[str] = []
            for year in (1, 2):
                style, percent = one.style(self.look), self.look.percent
                target = self._put(place, one.name, Kind.TARGET, (one.targets[year], style))
                result = self._put(place, one.name, Kind.KINERJA if year == 2 else Kind.KINERJA_LALU, (one.results[year], style))
                capaian = self._put(place, one.name, Kind.CAPAIAN, (one.capaian(year, percent.decimals), percent))
                self.draft.tie(Tie.CAPAIAN, capaian, result, target)
                if year == 2:
                    own = ((target, self.targets), (result, self.results), (capaian, self.capaian))
                    for key, known in own:
                        self.draft.tie(Tie.SAME, key, known[one.name])
                cells += (slot(target), slot(result), slot(capaian))
            rows.append((str(number), one.name, *cells))
        capaian_name = self.dice.one_of(("Capaian (%)", "% Capaian", "Capaian %"))
        groups = (f"Tahun {place.year - 1}", LEFT, LEFT, f"Tahun {place.year}", LEFT, LEFT)
        header = [("No", self.dice.one_of(INDICATORS), *groups), (UP, UP, *("Target", "Realisasi", capaian_name) * 2)]
        self._grid(place, header, rows)

    def quarters(self, place: Place) -> None:
        """What was reached by the end of each quarter: nothing is stated between these figures."""
        rows = []
        for number, one in enumerate(self.indicators, start=1):
            style = one.style(self.look)
            steps = [rounded(Fraction(one.results[-1]) * step / 100, style.decimals) for step in (21, 47, 76)]
            cells = (style.show(value) for value in (*steps, one.results[-1]))
            rows.append((str(number), one.name, style.show(one.targets[-1]), *cells))
        header = ("No", self.dice.one_of(INDICATORS), f"Target {place.year}", "Realisasi", LEFT, LEFT, LEFT)
        self._grid(place, [header, (UP, UP, UP, "TW I", "TW II", "TW III", "TW IV")], rows)

    def _put(self, place: Place, row: str, kind: Kind, shown: tuple[Decimal | str, Style]) -> int:
        value, style = shown
        return self.draft.add(Figure(len(self.draft.figures), value, kind, style, row, place.label, kind.value))

    def _header(self, kind: Kind, year: int) -> str:
        return self.dice.one_of(HEADERS[kind]).format(year=year)

    def _grid(self, place: Place, header: Sequence[tuple[str, ...]], rows: Sequence[tuple[str, ...]]) -> None:
        count = len(header[0])
        widths = (20.0, 30.0) if count == 2 else (8.0, 50.0, *(16.0 for _ in range(count - 2)))
        caption = (place.label, place.caption) if self.look.caption_lines > 1 else (f"{place.label} {place.caption}",)
        heads = tuple(Row(row, bold=True) for row in header)
        self.draft.blocks.append(Grid(caption, heads, tuple(Row(row) for row in rows), widths, "c" * count, "", False, False))
