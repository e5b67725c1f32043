"""Percentages that a sentence says beside the two figures of which they are made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.normalize.narrative_places import place_of
from pipeline.normalize.number_prose import Found, find_in_prose
from rules.exact import HUNDRED
from rules.facts import Location, Sentence
from rules.quantity import PERSEN, RUPIAH
from rules.said import Share
from rules.shares import CAPPED
from rules.texts import holds

LONGEST = 1500
# So many letters may stand between the two figures, and between the second one and its percentage.
APART, BEHIND = 150, 70
LEAD = 45

_MAY_HOLD = re.compile(r"\d.*\d\s?(?:%|persen)|(?:%|persen).*\d.*\d", re.IGNORECASE)
_WHOLE_HERE = re.compile(
    r"\b(?:dari|terhadap|berjumlah)\s+"
    r"(?:(?:(?:total|jumlah|seluruh|keseluruhan|target\w*|rencana|pagu|anggaran|alokasi|sebanyak|sejumlah|sebesar|nilai|sekitar|yaitu)\s+){0,3}"
    r"|(?:total|jumlah|seluruh|keseluruhan)\s+(?:[a-z]+\s+){1,3})\W?$",
    re.IGNORECASE,
)
_TARGET_HERE = re.compile(r"\b(?:di)?target(?:kan)?(?:nya)?\b(?:\s+tahun\s+\d{4})?[^.;\d]{0,40}$", re.IGNORECASE)
_OF_TARGET = re.compile(r"\b(?:dari|melampaui|melebihi|terhadap)\b", re.IGNORECASE)
_PART_HERE = re.compile(
    r"\b(?:sebanyak|sejumlah|sebesar|ter?realisasi\w*|realisasi\w*|tercapai|dicapai|mencapai|hanya|terdapat|ada|baru|ditemukan|positif|atau|sekitar)\W+(?:sebesar\s+|sebanyak\s+|hanya\s+)?$|[,:]\s*$|diuji\b[^\d]{0,80}$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:atau|setara|yaitu|yakni)\b[^\d%]{0,40}$|\(\s*$"
    r"|\b(?:persentase|prosentase|presentase|(?:pen)?capaian\w*|tercapai|mencapai|sehingga)\b[^\d%]{0,50}$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:meningkat\w*|peningkatan|menurun\w*|penurunan|kenaikan|naik|turun|bertambah|berkurang|menjadi|tumbuh|pertumbuhan|dibanding\w*|selisih\w*|sisa\w*"
    r"|rata-rata|per\s+tahun|setiap|target\s+tahun|tahun\s+(?:lalu|sebelumnya)|kumulati\w*|akumulasi|sedangkan"
    r"|minimal|maksimal|di\s?atas|di\s?bawah|kurang\s+dari)\b|[<>≥≤]",
    re.IGNORECASE,
)
# What a percentage goes beyond its whole, or falls short of it, is not the share itself.
_BEYOND = re.compile(r"\b(?:melampaui|melebihi|lebih|kurang|surplus|defisit|kelebihan|kekurangan)\b", re.IGNORECASE)
# Behind two amounts the percentage of what was reached, or built, with them.
_NOT_OF_MONEY = re.compile(r"\b(?:kinerja|fisik|indikator|efisien\w*|efektif\w*|output|keluaran|terlaksana|program)\b", re.IGNORECASE)
_ABOUT = re.compile(r"(?:\b(?:sekitar|kira-kira|kurang\s+lebih|lebih|hampir|mendekati)|±)\s*(?:dari\s+)?$", re.IGNORECASE)
_OF_WHOLE = re.compile(
    r"\s*\)?\s*dari\s+(?:target|total|jumlah|seluruh)\b[^.;\d%]{0,50}(?:tahun\s+\d{4}\s+)?[^.;\d%]{0,25}$", re.IGNORECASE
)
# A percentage that goes on with a whole of its own: `atau 40 % dari pegawai laki-laki`.
_OF_ANOTHER = re.compile(r"\s*\)?\s*(?:dari|terhadap)\s+(?!(?:target|rencana|total|keseluruhan|yang)\b)", re.IGNORECASE)
_REACHED = re.compile(r"[^.;\d]{0,30}\b(?:ter?realisasi\w*|realisasi\w*|tercapai|dicapai)\b[^.;\d]{0,25}$", re.IGNORECASE)
_OTHERWISE = re.compile(r"[^.;\d]{0,60}\btidak\b[^.;\d]{0,60}\batau\s+(?:sebesar\s+|sebanyak\s+)?$", re.IGNORECASE)
_OPENS_BRACKET = re.compile(r"\s?\(\s?(?:atau\s+|sebanyak\s+)?")
_OF_ALL = re.compile(r"\s*\)\s*dari\s+(?:total|jumlah|seluruh|keseluruhan)\b[^.;%]{0,80}$", re.IGNORECASE)
_NOT_SPENT = re.compile(
    r"\b(?:tidak|belum)\s+(?:di|ter)?(?:pakai|serap|gunakan|guna|realisasi)\w*\b[^\d]{0,60}$|\bsisa\b[^\d]{0,60}$", re.IGNORECASE
)
# `36 orang (60 %)` behind `Dari 60 pegawai`, and `197 dari 200 siswa`.
_IN_BRACKETS_BEHIND = re.compile(r"\s*(?:\w+\s+){0,3}\(\s*")
_OUT_OF = re.compile(r"(?:\s*\([^()\d]{1,30}\))?\s*dari\s+(?:total\s+|jumlah\s+|seluruh\s+)?", re.IGNORECASE)
_OF_SO_MANY = re.compile(r"\s*\)\s*dari\s+", re.IGNORECASE)
# `48 / 50 x 100 % = 96 %`, told in signs or words.
_DIVIDED = re.compile(r"\s*(?:\w+\s+){0,2}(?:/|:|÷|dibagi(?:\s+dengan)?)\s*", re.IGNORECASE)
_TIMES = re.compile(r"\s*(?:\w+\s*){0,2}\)?\s*(?:[x×*]|di\s?kali(?:kan)?(?:\s+dengan)?)\s*", re.IGNORECASE)
_MAKES = re.compile(
    r"\s*(?:=|sama\s+dengan|diperoleh|menjadi|hasilnya|[,\s]\s*(?:maka|sehingga|diperoleh)\b[^.;\d=]{0,70})\s*", re.IGNORECASE
)
# `101,58 %, karena realisasi 96,50 % dibagi target 95 %`: the two figures behind, each called by its name.
_ACHIEVED = re.compile(r"\b(?:capaian|pencapaian|kinerja|tercapai|mencapai)", re.IGNORECASE)
_FROM_RESULT = re.compile(
    r",?\s*(?:karena|diperoleh|berasal|yaitu|yakni|dihitung|dengan)\b[^.;\d]{0,60}?\brealisasi\w*\s+(?:sebesar\s+|sebanyak\s+)?$",
    re.IGNORECASE,
)
_BY_TARGET = re.compile(
    r"\s*(?:dibagi|dibanding(?:kan)?|terhadap|dari|dan)\s+(?:dengan\s+)?target\w*\s+(?:sebesar\s+|sebanyak\s+)?", re.IGNORECASE
)
_FROM_COUNT = re.compile(r"[^.;\d]{0,40}?\b(?:dihitung|diperoleh|berasal)\s+(?:dari|atas)\s+", re.IGNORECASE)
_BY_COUNT = re.compile(r"\s*(?:\w+\s+){0,2}(?:dibagi(?:\s+dengan)?|terhadap|dari)\s+", re.IGNORECASE)
_RECKONED_ON = re.compile(r"[-–−+x×*/:÷]\s*\(?\s*$|\b(?:dibagi|dikali\w*|ditambah|dikurangi?)\s*\(?\s*$", re.IGNORECASE)
_OR = re.compile(r"[,\s]*(?:atau|\()\s*(?:sebesar\s+|sekitar\s+)?", re.IGNORECASE)
_OF_MONEY = re.compile(r"\s*\)?\s*dari\s+(?:\w+\s+){0,3}(?:anggaran|pagu|alokasi|dana)\s+(?:\w+\s+){0,3}", re.IGNORECASE)
# Things that have a percentage each: `5 indikator dari 8 indikator mencapai 100 %`.
_EACH = re.compile(r"\d\s+(?:\([a-z ]+\)\s*)?(?:indi[ck]ator|sasaran|(?:sub\s?)?kegiatan|program|paket|pekerjaan)\b", re.IGNORECASE)
_SHARE_TOLD = re.compile(r"\b(?:atau|setara|yaitu|yakni)\b|[(=]|\bpersentase", re.IGNORECASE)
_PEOPLE = ("orang", "jiwa")
_CLOSES = re.compile(r"\s*(?:\)|dari\b|terhadap\b)")
_NOUN = re.compile(r"\s*([^\W\d_]{2,})")


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers of a sentence, with the text between them."""

    text: str
    found: Sequence[Found]

    def gap(self, index: int) -> str:
        """The text between a number and the one before it."""
        before = self.found[index - 1].end if index else 0
        return self.text[before : self.found[index].start]

    def lead(self, index: int) -> str:
        """The last words before a number."""
        return self.gap(index)[-LEAD:]


def shares(prose: Sequence[Sentence]) -> Iterator[Share]:
    """Every percentage whose part and whole are said right beside it, in one of the orders that reports use."""
    for sentence in prose:
        text = sentence.text
        if len(text) <= LONGEST and holds(text, "%", "persen") and _MAY_HOLD.search(text):
            numbers = _Numbers(text, find_in_prose(text))
            for index, found in enumerate(numbers.found):
                if found.quantity.unit == PERSEN:
                    yield from _of_percent(sentence, numbers, index)


def _of_percent(sentence: Sentence, numbers: _Numbers, index: int) -> Iterator[Share]:
    """A percentage behind its figures, between them, or before them."""
    ways = (_worked, _reasoned, _behind, _between, _left_over, _before, _in_brackets, _of_group, _explained)
    pair = next((found for way in ways if (found := way(numbers, index)) is not None), None)
    if pair is None:
        return
    part, whole = (numbers.found[i] for i in pair)
    place = Location(place_of(sentence, numbers.found[index].start), sentence.text)
    about = bool(_ABOUT.search(numbers.lead(index)))
    target = bool(_TARGET_HERE.search(numbers.gap(pair[1])))
    if target and CAPPED.search(sentence.text):
        return
    made = Share(
        numbers.found[index].quantity,
        part.quantity,
        whole.quantity,
        place,
        about=about,
        of_target=target,
        loosely=not _SHARE_TOLD.search(numbers.gap(index)),
    )
    yield made
    following = index + 1
    if max(pair) < index and following < len(numbers.found) and _OTHERWISE.fullmatch(numbers.gap(following)):
        rest = numbers.found[following].quantity
        if rest.unit == PERSEN:
            yield Share(rest, part.quantity, whole.quantity, place, rest=True)


def _worked(numbers: _Numbers, index: int) -> tuple[int, int] | None:
    """`86,12 / 84,00 x 100 % = 102,52 %`; a fraction that is a part of a longer reckoning is left to who reads all of it."""
    if index < 3 or numbers.found[index - 1].quantity.value != HUNDRED:
        return None
    signs = ((_DIVIDED, index - 2), (_TIMES, index - 1), (_MAKES, index))
    alone = not _RECKONED_ON.search(numbers.gap(index - 3))
    return (index - 3, index - 2) if alone and all(sign.fullmatch(numbers.gap(at)) for sign, at in signs) else None


def _reasoned(numbers: _Numbers, index: int) -> tuple[int, int] | None:
    """`capaian 101,58 %, karena realisasi 96,50 % dibagi target 95 %`, `98,75 % dihitung dari 158 desa dibagi 160 desa`."""
    part, whole = index + 1, index + 2
    if whole >= len(numbers.found) or _CHANGE.search(numbers.gap(part)):
        return None
    of_target = _ACHIEVED.search(numbers.gap(index)) and not _CHANGE.search(numbers.gap(index))
    named = of_target and _FROM_RESULT.fullmatch(numbers.gap(part)) and _BY_TARGET.fullmatch(numbers.gap(whole))
    counted = _FROM_COUNT.fullmatch(numbers.gap(part)) and _BY_COUNT.fullmatch(numbers.gap(whole)) and _alike(numbers, part, whole)
    return (part, whole) if named or counted else None


def _of_group(numbers: _Numbers, index: int) -> tuple[int, int] | None:
    """`Dari 60 pegawai, 36 orang (60 %)`: a group, and right behind it so many of it, whatever each is called."""
    closed = _CLOSES.match(numbers.text, numbers.found[index].end)
    if (
        index < 2
        or not closed
        or not _IN_BRACKETS_BEHIND.fullmatch(numbers.gap(index))
        or _OF_ANOTHER.match(numbers.text, numbers.found[index].end)
    ):
        return None
    part, whole = numbers.found[index - 1].quantity, numbers.found[index - 2].quantity
    counted = all(one.decimals == 0 and one.unit not in (RUPIAH, PERSEN) for one in (part, whole)) and part.value <= whole.value
    counted = counted and (part.unit in (whole.unit, "", *_PEOPLE) or not whole.unit)
    said = _WHOLE_HERE.search(numbers.lead(index - 2)) and _PART_HERE.search(numbers.gap(index - 1))
    return (index - 1, index - 2) if counted and said and not _CHANGE.search(numbers.gap(index - 1)) else None


def _explained(numbers: _Numbers, index: int) -> tuple[int, int] | None:
    """`98,5 % (197 dari 200 siswa)`."""
    part, whole = index + 1, index + 2
    if whole >= len(numbers.found) or not _OPENS_BRACKET.fullmatch(numbers.gap(part)) or not _OUT_OF.fullmatch(numbers.gap(whole)):
        return None
    return (part, whole) if _alike(numbers, part, whole) else None


def _behind(numbers: _Numbers, index: int) -> tuple[int, int] | None:
    """`dari 59 orang melapor sebanyak 55 orang atau 93,22 %`, `1.162 sampel dari 1.200 sampel, atau 96,83 %`."""
    if _OF_ANOTHER.match(numbers.text, numbers.found[index].end):
        return None
    if index < 2 or not _TOLD.search(numbers.gap(index)) or not _near(numbers, index - 1, index) or _is_of_each(numbers, index):
        return None
    of_target = _TARGET_HERE.search(numbers.lead(index - 1)) and _OF_TARGET.search(numbers.gap(index - 1))
    if _WHOLE_HERE.search(numbers.lead(index - 1)) or of_target:
        return (index - 2, index - 1)
    opens = _WHOLE_HERE.search(numbers.lead(index - 2)) or _TARGET_HERE.search(numbers.lead(index - 2))
    return (index - 1, index - 2) if opens and _PART_HERE.search(numbers.gap(index - 1)) else None


def _is_of_each(numbers: _Numbers, index: int) -> bool:
    """Whether a percentage may be what each of the counted things reached, or the first of several in brackets."""
    if numbers.gap(index).rstrip().endswith("(") and not _CLOSES.match(numbers.text, numbers.found[index].end):
        return True
    counted = (_EACH.search(numbers.text, numbers.found[at].start, numbers.found[at].end + 15) for at in (index - 2, index - 1))
    return any(counted) and not _SHARE_TOLD.search(numbers.gap(index))


def _between(numbers: _Numbers, index: int) -> tuple[int, int] | None:
    """`105,19 atau 99 % dari target yaitu 105,92`, `8 indikator (80 %) dari 10 indikator`."""
    if not 0 < index < len(numbers.found) - 1:
        return None
    if not _OF_WHOLE.fullmatch(numbers.gap(index + 1)) and not _OF_SO_MANY.fullmatch(numbers.gap(index + 1)):
        return None
    told = re.fullmatch(r"[^.;\d]{0,30}(?:\batau\b|\()[^.;\d]{0,20}", numbers.gap(index))
    return (index - 1, index + 1) if told and _alike(numbers, index - 1, index + 1) else None


def _left_over(numbers: _Numbers, index: int) -> tuple[int, int] | None:
    """`tidak terserap sebesar Rp96.094.221 atau 22,67 % dari anggaran sebesar Rp424.000.000`; what was spent is another rule's."""
    if not 0 < index < len(numbers.found) - 1 or not _NOT_SPENT.search(numbers.gap(index - 1)):
        return None
    money = all(numbers.found[i].quantity.unit == RUPIAH for i in (index - 1, index + 1))
    told = _OR.fullmatch(numbers.gap(index)) and _OF_MONEY.fullmatch(numbers.gap(index + 1))
    return (index - 1, index + 1) if money and told else None


def _before(numbers: _Numbers, index: int) -> tuple[int, int] | None:
    """`sebesar 87,30 % dari target 90 % terealisasi 78,57 %`."""
    if index + 2 >= len(numbers.found) or not _OF_WHOLE.fullmatch(numbers.gap(index + 1)):
        return None
    reached = _REACHED.fullmatch(numbers.gap(index + 2))
    return (index + 2, index + 1) if reached and _alike(numbers, index + 1, index + 2) else None


def _in_brackets(numbers: _Numbers, index: int) -> tuple[int, int] | None:
    """`1,31% (206 KK) dari jumlah 3 jenis sebesar 15.717 KK`: the whole is the next figure of the same unit."""
    part = index + 1
    if part >= len(numbers.found) or not _OPENS_BRACKET.fullmatch(numbers.gap(part)) or not numbers.found[part].quantity.unit:
        return None
    for whole in range(part + 1, min(part + 3, len(numbers.found))):
        between = numbers.text[numbers.found[part].end : numbers.found[whole].start]
        if not _OF_ALL.fullmatch(between) or _CHANGE.search(between):
            return None
        if _alike(numbers, part, whole):
            return (part, whole)
    return None


def _near(numbers: _Numbers, second: int, percent: int) -> bool:
    between, behind = numbers.gap(second), numbers.gap(percent)
    close = len(between) <= APART and len(behind) <= BEHIND
    told = not _CHANGE.search(between) and not _CHANGE.search(behind) and not _BEYOND.search(behind)
    of_money = numbers.found[second].quantity.unit == RUPIAH
    return close and told and _alike(numbers, second - 1, second) and not (of_money and _NOT_OF_MONEY.search(behind))


def _alike(numbers: _Numbers, one: int, two: int) -> bool:
    """Whether two figures count the same things: the same unit, or the same noun behind both; `342 dari 360 sekolah` says it once."""
    first, second = numbers.found[one], numbers.found[two]
    units = [found.quantity.unit.casefold() for found in (first, second)]
    if (RUPIAH.casefold() in units or PERSEN in units) and units[0] != units[1]:
        return False
    if not units[0] and _OUT_OF.fullmatch(numbers.text[first.end : second.start]):
        return True
    if units[0] and units[1]:
        return units[0] == units[1] or units[0].startswith(units[1]) or units[1].startswith(units[0])
    nouns = [_NOUN.match(numbers.text, found.end) for found in (first, second)]
    if not units[0] and not units[1] and all(nouns):
        return len({noun[1].casefold() for noun in nouns if noun}) == 1
    return False
