"""Programs, kegiatan and sub kegiatan as printed, each with the official names that come nearest."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from extractors.model import Document
from pipeline.normalize.headers import columns, header_rows
from pipeline.normalize.likeness import selisih
from pipeline.normalize.names import key, plain
from rules.facts import Heading, Identity, Location, Sentence, Tabel
from rules.naming import Padanan, Penamaan
from rules.nomenclature import FIRST_YEAR, KABUPATEN, PROVINSI, UMUM, Resmi

_LABELS = ("program", "kegiatan", "sub_kegiatan", "uraian")
_LEADING = re.compile(r"^\s*((?:\d{1,2}|X)(?:\.(?:\d{1,4}|XX)){1,6})[.)]?\s+(?=\D)")
_KODE = re.compile(r"(?:\d{1,2}|X{1,2})(?:\s?\.\s?(?:\d{1,4}|XX)){2,6}\.?")
# Whole (`1.06.01.2.05`), or from the program on (`01.2.05`).
_PROGRAM_CODE = re.compile(r"(?:\d{1,2}|X)\.(?:\d\d|XX)\.(\d\d)\b|(\d\d)\.[12]\.\d\d\b")
_HEAD = re.compile(r"\b((?i:sub\s?kegiatan|kegiatan|program))\s*:?\s+(?=[“\"]?[A-Z])")
_WORD = re.compile(r"[^\W_]+")
# Decrees and reports write these without minding the difference; 2.07 of the supporting program really says Pemerintah.
_SPOKEN = {"pemerintah": "pemerintahan", "kab": "kabupaten", "prov": "provinsi"}
LINKS = frozenset(
    ["dan", "di", "pada", "untuk", "bagi", "serta", "atau", "dalam", "dari", "oleh", "dengan", "ke", "yang", "terhadap", "atas"]
)
_BRACKETS = re.compile(r"\([^()]*\)?")
_TAIL = re.compile(r"(?:\s+(?:(?i:tahun|yang|dan|di|pada|dalam|dari|untuk|serta|dengan|anggaran)))+$")
_NEAR = 76
_NEAREST = 4
_BORNE_OUT = 2
_LONGEST = 30
_SHORTEST_NAME = 2


@dataclass(slots=True)
class _Seen:
    """One name with its places."""

    nama: str
    kode: list[str] = field(default_factory=list)
    places: list[Location] = field(default_factory=list)
    penunjang: bool = False
    prose: bool = True


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared with official ones: without remarks in brackets and the small words between them."""
    said = key(_BRACKETS.sub(" ", name)).split()
    return tuple(_SPOKEN.get(word, word) for word in said if word not in LINKS)


class _List:
    """The official names that may hold for a report."""

    def __init__(self, official: Sequence[Resmi], who: Identity) -> None:
        own = _tingkat(who)
        held: dict[str, list[Resmi]] = defaultdict(list)
        for one in official:
            if who.year and one.holds(who.year) and (one.tingkat in (own, UMUM) or not own):
                held["".join(words_of(one.nama))].append(one)
        self.held: Mapping[str, list[Resmi]] = held
        self.words = frozenset(word for every in held.values() for word in words_of(every[0].nama))

    def exact(self, name: str) -> Sequence[Resmi]:
        return self.held.get("".join(words_of(name)), ())

    def of_bidang(self, covered: frozenset[str]) -> list[str]:
        """The names, as compared, of the supporting program and of some bidang."""
        return [text for text, every in self.held.items() if any(one.penunjang or one.bidang in covered for one in every)]

    def nearest(self, name: str, among: Sequence[str]) -> Iterator[Padanan]:
        """The names among some that are nearest to one, nearest first."""
        words = words_of(name)
        sought = "".join(words)
        if sought in self.held:
            yield Padanan(tuple(self.held[sought]), selisih(words, words))
            return
        found = process.extract(sought, among, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_NEAREST)
        made = [Padanan(tuple(self.held[text]), selisih(words, words_of(self.held[text][0].nama))) for text, _, _ in found]
        yield from sorted(made, key=lambda one: (one.selisih.besar, one.nama))


def official_names(
    document: Document, tables: Sequence[Tabel], text: Sequence[Sentence | Heading], who: Identity, official: Sequence[Resmi]
) -> tuple[Penamaan, ...]:
    """Every name of a report of a region under the present nomenclature, in the order in which it is first printed."""
    if who.year is None or who.year < FIRST_YEAR or not who.region.value:
        return ()
    listed = _List(official, who)
    seen: dict[str, _Seen] = {}
    for name, kode, place, penunjang in _in_tables(document, tables, listed):
        _note(seen, name, kode, place, penunjang=penunjang)
    covered = _covered(seen.values(), listed)
    among = listed.of_bidang(covered)
    for name, place in _in_text(text, listed):
        _note(seen, name, "", place, penunjang=False)
    return tuple(
        Penamaan(
            one.nama,
            tuple(dict.fromkeys(one.kode)),
            tuple(one.places),
            tuple(listed.nearest(one.nama, among)),
            one.penunjang,
            bool(covered),
        )
        for one in seen.values()
    )


def _tingkat(who: Identity) -> str:
    region = who.region.value.casefold()
    return PROVINSI if region.startswith(("prov", "prop")) else KABUPATEN if region.startswith(("kab", "kota")) else ""


def _note(seen: dict[str, _Seen], name: str, kode: str, place: Location, *, penunjang: bool) -> None:
    one = seen.setdefault("".join(words_of(name)), _Seen(name))
    one.places.append(place)
    one.penunjang |= penunjang
    one.kode += [kode] if kode else []


def _covered(seen: Iterable[_Seen], listed: _List) -> frozenset[str]:
    """The bidang urusan of the report that the list holds: those of which several names stand in the report as they are."""
    matched = (every for one in seen for every in [listed.exact(one.nama)] if every and not any(r.penunjang for r in every))
    counted = Counter(bidang for every in matched for bidang in {one.bidang for one in every})
    return frozenset(bidang for bidang, count in counted.items() if count >= _BORNE_OUT)


# ------------------------------------------------------------------ tables


def _in_tables(document: Document, tables: Sequence[Tabel], listed: _List) -> Iterator[tuple[str, str, Location, bool]]:
    """The names in columns of programs and kegiatan, those of tables of years before the present nomenclature left out."""
    for table, tabel in zip(document.tables, tables, strict=True):
        years = {column.year for column in tabel.columns if column.year} | ({tabel.year} if tabel.year else set())
        if years and max(years) < FIRST_YEAR:
            continue
        head = header_rows(table)
        every = columns(table, head) if head else ()
        labels = [c for c in every if c.meaning.kind in _LABELS]
        codes = [c.index for c in every if c.meaning.kind in ("kode", "nomor")]
        for label in labels:
            supporting = False
            for row in table.rows[head:]:
                name, kode = _named(row.cells[label.index].text, [row.cells[i].text for i in codes])
                if not name:
                    continue
                if name.casefold().startswith("program"):
                    supporting = any(one.penunjang for one in listed.exact(name))
                of_program = _PROGRAM_CODE.match(kode)
                inside = (of_program.group(1) or of_program.group(2)) == "01" if of_program else supporting
                place = Location(row.cells[label.index].place, plain(row.cells[label.index].text), tabel.label, name, label.header)
                yield name, kode, place, inside


def _named(text: str, codes: Sequence[str]) -> tuple[str, str]:
    """The name in a cell without the code before it, and that code or the one of its row."""
    text = plain(text)
    leading = _LEADING.match(text)
    name = text[leading.end() :] if leading else text
    written = [leading.group(1)] if leading else [plain(code) for code in codes]
    kode = next((re.sub(r"\s", "", code).strip(".") for code in written if _KODE.fullmatch(code)), "")
    says = len(_WORD.findall(name)) >= _SHORTEST_NAME and not any(sign.isdigit() for sign in name[:2])
    return (name, kode) if says else ("", "")


# ------------------------------------------------------------------ prose


def _in_text(text: Sequence[Sentence | Heading], listed: _List) -> Iterator[tuple[str, Location]]:
    """What prose calls a program or kegiatan: the words behind the head, as far as official names know them."""
    for one in text:
        heads = list(_HEAD.finditer(one.text))
        for head, following in zip(heads, [*heads[1:], None], strict=False):
            end = following.start() if following else len(one.text)
            name = _run(one.text[head.end() : end], listed)
            if name:
                yield f"{head.group(1)} {name}", one.location


def _run(text: str, listed: _List) -> str:
    last = 0
    for count, word in enumerate(_WORD.finditer(text)):
        said = word.group().casefold()
        gap = text[last : word.start()]
        known = said in LINKS or _SPOKEN.get(said, said) in listed.words
        if count >= _LONGEST or not known or any(sign in gap for sign in ';:."'):
            break
        last = word.end()
    name = _TAIL.sub("", text[:last].strip(' “"'))
    return name if name.count(" ") >= _SHORTEST_NAME else ""
