"""Sentences that tell what the tables tell, in several wordings."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from samples.document import Paragraph

from pipeline.benchmarks.detection.budget import Item, Keys, rounded
from pipeline.benchmarks.detection.dice import Dice
from pipeline.benchmarks.detection.look import Look
from pipeline.benchmarks.detection.model import Draft, Kind, Style, Tie, slot
from pipeline.benchmarks.detection.performance import WHOLE, Indicator, Writer
from pipeline.benchmarks.detection.relations import FALLING, RISING
from pipeline.benchmarks.detection.spelling import spelled

_PROGRAM = (
    "{name} memperoleh anggaran sebesar {pagu} dengan realisasi anggaran sebesar {spent} atau {percent}.",
    "Pada {name} dialokasikan anggaran sebesar {pagu} dan terealisasi sebesar {spent} ({percent}).",
    "Realisasi anggaran {name} sebesar {spent} atau {percent} dari pagu sebesar {pagu}.",
    "Dari pagu anggaran {name} sebesar {pagu} telah direalisasikan sebesar {spent} dengan persentase realisasi keuangan {percent}.",
    "Anggaran {name} sebesar {pagu}, realisasi sebesar {spent} atau terserap {percent}.",
)
_TOTAL = (
    "Total anggaran {agency} tahun {year} sebesar {pagu} ({words} rupiah) dengan realisasi sebesar {spent} atau {percent}.",
    "Pagu anggaran {agency} tahun {year} adalah {pagu} ({words} rupiah), terealisasi sebesar {spent} atau sebesar {percent}.",
)
_RESULT = (
    "Indikator {name} ditargetkan {target} dan terealisasi {result} dengan capaian {capaian}.",
    "Realisasi {name} tahun {year} sebesar {result} dari target {target}, sehingga capaian kinerjanya {capaian}.",
    "Target {name} tahun {year} sebesar {target} dengan realisasi {result} atau capaian sebesar {capaian}.",
)
_CHANGE = (
    "Dibandingkan tahun {before} sebesar {old}, {name} tahun {year} sebesar {new} {way} sebesar {step}.",
    "Dari {old} pada tahun {before} menjadi {new} pada tahun {year}, {name} {way} sebesar {step}.",
)
_COUNT = (
    "Anggaran tersebut digunakan untuk melaksanakan {count} ({words}) program.",
    "Perangkat daerah melaksanakan {count} ({words}) program pada tahun {year}.",
    "Untuk mencapai sasaran tersebut dilaksanakan {count} program.",
)
_MEAN = (
    "Rata-rata capaian kinerja {count} ({words}) indikator tahun {year} sebesar {mean}.",
    "Rata-rata capaian indikator kinerja pada tahun {year} mencapai {mean}.",
)


class Teller:
    """Writes sentences about what a draft's tables state."""

    def __init__(self, draft: Draft, dice: Dice, look: Look, year: int) -> None:
        """Sentences for this year."""
        self.draft, self.dice, self.look, self.year = draft, dice, look, year

    def _say(self, template: str, **parts: str | int) -> None:
        shown = {name: slot(part) if isinstance(part, int) else part for name, part in parts.items()}
        self.draft.blocks.append(Paragraph(template.format(year=self.year, before=self.year - 1, **shown)))

    def _copy(self, key: int, kind: Kind, style: Style) -> int:
        """A figure of a table told again."""
        known = self.draft.figures[key]
        own = self.draft.say(known.value, kind, style, known.row)
        self.draft.tie(Tie.SAME, own, key)
        return own

    def program(self, item: Item, keys: Keys) -> None:
        """A program's pagu, realisasi and percentage."""
        self._say(self.dice.one_of(_PROGRAM), name=_cased(item.name.text), **self._amounts(item, keys))

    def total(self, item: Item, keys: Keys, agency: str) -> None:
        """The total's, with the pagu in words."""
        amounts = self._amounts(item, keys)
        words = self.draft.say(spelled(item.pagu), Kind.TERBILANG)
        self.draft.tie(Tie.SPELLED, words, amounts["pagu"])
        self._say(self.dice.one_of(_TOTAL), agency=agency, words=words, **amounts)

    def _amounts(self, item: Item, keys: Keys) -> dict[str, int]:
        at = f"{item.name.code} {item.name.text}"
        money = self.look.said(Kind.PAGU)
        pagu = self._copy(keys[at, Kind.PAGU], Kind.PAGU, money)
        spent = self._copy(keys[at, Kind.REALISASI], Kind.REALISASI, money)
        style = self.look.said(Kind.SERAPAN)
        percent = self.draft.say(item.value(Kind.SERAPAN, style), Kind.SERAPAN, style, item.name.text)
        self.draft.tie(Tie.PERCENT, percent, spent, pagu)
        return {"pagu": pagu, "spent": spent, "percent": percent}

    def count(self, keys: Keys, items: tuple[Item, ...]) -> None:
        """How many programs there are."""
        whole = Style(0, self.look.money.thousands, self.look.money.point)
        number = self.draft.say(Decimal(len(items)), Kind.HITUNGAN, whole)
        if self.look.total and len(items) > 1:  # only a table that is summed up says that it lists them all
            self.draft.tie(Tie.COUNT, number, *(keys[f"{item.name.code} {item.name.text}", Kind.PAGU] for item in items))
        words = self.draft.say(spelled(len(items)), Kind.TERBILANG)
        template = self.dice.one_of(_COUNT)
        if "{words}" in template:
            self.draft.tie(Tie.SPELLED, words, number)
        self._say(template, count=number, words=words)

    def result(self, one: Indicator, written: Writer) -> None:
        """An indicator's target, result and capaian."""
        target = self._copy(written.targets[one.name], Kind.TARGET, self._style(one))
        result = self._copy(written.results[one.name], Kind.KINERJA, self._style(one))
        capaian = self._copy(written.capaian[one.name], Kind.CAPAIAN, self.look.said(Kind.CAPAIAN))
        self._say(self.dice.one_of(_RESULT), name=one.name, target=target, result=result, capaian=capaian)

    def change(self, one: Indicator) -> None:
        """How an indicator changed since the year before."""
        style = self._style(one)
        if one.results[2] == one.results[1]:
            return
        new, old = (self.draft.say(value, Kind.KINERJA, style, one.name) for value in (one.results[2], one.results[1]))
        points = replace(style, after=self.dice.one_of((" poin persen", " poin"))) if one.unit == "%" else style
        step = self.draft.say(abs(one.results[2] - one.results[1]), Kind.PERUBAHAN, points, one.name)
        way = self.draft.say(self.dice.one_of(RISING if one.results[2] > one.results[1] else FALLING), Kind.ARAH)
        self.draft.tie(Tie.CHANGE, step, new, old)
        self.draft.tie(Tie.DIRECTION, way, new, old)
        self._say(self.dice.one_of(_CHANGE), name=one.name, new=new, old=old, step=step, way=way)

    def mean(self, written: Writer) -> None:
        """The average of all capaian, as the table's last row has it or as its rows make it."""
        style, parts = self.look.said(Kind.RATA), list(written.capaian.values())
        if written.mean is not None:
            mean = self._copy(written.mean, Kind.RATA, style)
        else:
            total = sum((Fraction(Decimal(self.draft.figures[key].value)) for key in parts), Fraction(0))
            mean = self.draft.say(rounded(total / len(parts), style.decimals), Kind.RATA, style)
            self.draft.tie(Tie.MEAN, mean, *parts)
        self._say(self.dice.one_of(_MEAN), count=str(len(parts)), words=spelled(len(parts)), mean=mean)

    def _style(self, one: Indicator) -> Style:
        known = one.style(self.look)
        unit = self.look.dotted if one.unit == "%" else f" {one.unit.casefold()}" if one.unit in WHOLE else ""
        return Style(known.decimals, known.thousands, known.point, after=unit)


def _cased(name: str) -> str:
    """A program's name as sentences have it."""
    small = ("dan", "serta")
    return " ".join(word.casefold() if word.casefold() in small else word.title() if word.isupper() else word for word in name.split())
