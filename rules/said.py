"""What sentences claim beyond single figures, as facts: shares of a whole, targets that were reached."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from rules.location import Location
from rules.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage beside the two figures of which it is made: `1.043 orang dari 1.222 orang atau 85,35 %`.

    `rest` says that it is what the part leaves of the whole; `about` that the sentence only says it roughly (`sekitar`);
    `of_target` that the whole is a target, so that the percentage may be a capaian of an indicator that should fall.
    """

    percent: Quantity
    part: Quantity
    whole: Quantity
    location: Location
    rest: bool = False
    about: bool = False
    of_target: bool = False
    loosely: bool = False


class Kabar(StrEnum):
    """What is said of a target: reached, gone beyond, or not reached."""

    TERCAPAI = "tercapai"
    TERLAMPAUI = "terlampaui"
    TIDAK_TERCAPAI = "tidak tercapai"


@dataclass(frozen=True, slots=True)
class Judgement:
    """Words that say whether a target was reached: a whole cell (`Berhasil`) of a row, or the words of a sentence.

    `table` and `row` are the id of the table and the index of its row; "" and -1 for a sentence, whose text is the location's.
    """

    kabar: Kabar
    words: str
    location: Location
    table: str = ""
    row: int = -1


@dataclass(frozen=True, slots=True)
class ComparedYears:
    """A year and the one it is compared with: `pada tahun 2021 ... naik dibandingkan tahun 2020`; `places` are the sentences."""

    year: int
    other: int
    words: str
    places: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """A regulation whose own year is held against another: that of its date, or of the law by which it is said to be changed."""

    name: str
    year: int
    other: str
    other_year: int
    location: Location


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of capaian in words: `outer - (inner - subtrahend)`, each realisasi or target."""

    text: str
    outer: str
    inner: str
    subtrahend: str
    location: Location


@dataclass(frozen=True, slots=True)
class Pending:
    """Words that say that something has not been assessed yet; `meanwhile` when another figure is used until then."""

    words: str
    meanwhile: bool
    location: Location


@dataclass(frozen=True, slots=True)
class Parts:
    """A stated whole and the parts that the same sentence lists; `names` are the words before each part, in small letters.

    `loosely` says that the sentence need not name all parts, or may name some that overlap: `yaitu`, `meliputi`.
    """

    whole: Quantity
    parts: tuple[Quantity, ...]
    location: Location
    names: tuple[frozenset[str], ...] = ()
    loosely: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """A stated difference and the two figures of its sentence between which it lies."""

    stated: Quantity
    minuend: Quantity
    subtrahend: Quantity
    location: Location


@dataclass(frozen=True, slots=True)
class Fall:
    """A stated fall with its size as printed, sign and unit included; `signed` when a minus stands before it."""

    size: str
    signed: bool
    location: Location


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of a recap: so many indicators have this predikat."""

    label: str
    count: int
    location: Location


@dataclass(frozen=True, slots=True)
class Recap:
    """A table that counts indicators or sasaran by their predikat; `position` is its reading order among the tables.

    A sentence that does so says first how many there are of all, the `whole`, and of which `level`; its position is 0.
    """

    rows: tuple[Counted, ...]
    position: int = 0
    whole: int | None = None
    level: str = ""


@dataclass(frozen=True, slots=True)
class Efficient:
    """A sentence that calls a value efficient; `value` is the one right before the word."""

    value: Quantity
    words: str
    location: Location


@dataclass(frozen=True, slots=True)
class Step:
    """A line of a worked formula: a fraction with the factor behind it; a mere figure has 1 below, and its printed decimals."""

    top: Decimal
    bottom: Decimal
    factor: Decimal
    decimals: int
    location: Location


@dataclass(frozen=True, slots=True)
class Working:
    """The lines of one worked formula, in order."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A percentage and what its own reckoning, in brackets behind it, comes to."""

    stated: Quantity
    result: Quantity
    location: Location


@dataclass(frozen=True, slots=True)
class Said:
    """All claims of these kinds that the prose of a report makes, each kind in reading order."""

    shares: tuple[Share, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    compared_years: tuple[ComparedYears, ...] = ()
    dated_laws: tuple[Law, ...] = ()
    changed_laws: tuple[Law, ...] = ()
    formulas: tuple[Formula, ...] = ()
    pending: tuple[Pending, ...] = ()
    parts: tuple[Parts, ...] = ()
    means: tuple[Parts, ...] = ()
    differences: tuple[Difference, ...] = ()
    falls: tuple[Fall, ...] = ()
    recaps: tuple[Recap, ...] = ()
    efficient: tuple[Efficient, ...] = ()
    workings: tuple[Working, ...] = ()
    reckoned: tuple[Reckoned, ...] = ()
