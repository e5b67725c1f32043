"""The HTML reports: whole in themselves, safe with any content, and saying what a reviewer needs."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
import pytest

from extractors.model import Page, PageKind
from pipeline.report.html import write_html
from pipeline.report.pages import ReportResult, RunResult
from pipeline.report.text import clean
from rules.outcome import Severity
from tests.hostile.files import without_some
from tests.pdf_fixtures import read
from tests.report_fixtures import result, run
from tests.report_hostile import HOSTILE, everywhere

VOID = {"meta", "input", "img", "br", "rect", "link", "hr"}
INLINE = {"span", "mark", "a", "strong"}


class Seen(HTMLParser):
    """What a browser would make of a page: its elements with attributes, and its text outside style and script."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.langs: list[str] = []
        self.by_lang: dict[str, list[str]] = {}
        self.text: list[str] = []
        self.raw: dict[str, str] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)
            self.langs.append(dict(attrs).get("lang") or (self.langs[-1] if self.langs else ""))
        if tag not in INLINE:
            self.text.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.langs.pop()

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        if inside in ("script", "style"):
            self.raw[inside] = self.raw.get(inside, "") + data
        else:
            self.text.append(data)
            self.by_lang.setdefault(self.langs[-1] if self.langs else "", []).append(data)

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]

    def count(self, tag: str) -> int:
        return sum(element == tag for element, _ in self.elements)

    @property
    def said(self) -> str:
        return " ".join("".join(self.text).split())


def pages(made: RunResult, out: Path, lang: str = "id") -> dict[str, str]:
    """The pages that say something of reports; the guide beside them says nothing of any."""
    write_html(made, out, lang)
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(out.glob("*.html")) if path.name != "panduan.html"}


def page_of(one: ReportResult, out: Path, lang: str = "id") -> Seen:
    found = pages(run(one), out, lang)
    del found["index.html"]
    (page,) = found.values()
    return Seen(page)


def assert_harmless(seen: Seen) -> None:
    assert seen.open == []
    assert (seen.count("script"), seen.count("style"), seen.count("iframe"), seen.count("object")) == (1, 1, 0, 0)
    assert not [name for _, attributes in seen.elements for name in attributes if name.startswith("on") or name in ("style", "srcdoc")]
    assert all(src.startswith("data:image/") for src in seen.values("src"))
    assert all(href.startswith("#") or re.fullmatch(r"[A-Za-z0-9._-]+\.html", href) for href in seen.values("href"))
    identities = seen.values("id")
    assert len(identities) == len(set(identities))


def policy(seen: Seen) -> str:
    return next(a["content"] for tag, a in seen.elements if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy")


def test_a_page_allows_nothing_but_its_own_style_and_script(tmp_path: Path) -> None:
    for text in pages(run(result()), tmp_path).values():
        seen = Seen(text)
        assert_harmless(seen)
        assert "default-src 'none'" in policy(seen)
        for tag in ("script", "style"):
            digest = base64.b64encode(hashlib.sha256(seen.raw[tag].encode("utf-8")).digest()).decode("ascii")
            assert f"{tag}-src 'sha256-{digest}'" in policy(seen)
        assert "unsafe" not in policy(seen)
        without_digests = re.sub(r"sha256-[\w+/]+=*", "", text)  # one of them may look like an address
        assert not re.search(r"(?:https?:)?//[a-z]|url\(|@import", without_digests, re.IGNORECASE)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("paged", [True, False], ids=["pages", "lines"])
def test_whatever_a_report_says_is_shown_as_text(text: str, paged: bool, tmp_path: Path) -> None:
    one = everywhere(result(paged), text)
    one = replace(one, findings=tuple(replace(f, id=f"{n:016x}") for n, f in enumerate(one.findings)))
    made = replace(everywhere(run(one), text), reports=(one,))
    for page in pages(made, tmp_path).values():
        seen = Seen(page)
        assert_harmless(seen)
        visible = " ".join(clean(text).split())
        assert visible[:90] in seen.said
        assert "49 " not in seen.said or "49" in text
    assert {path.parent for path in tmp_path.rglob("*")} == {tmp_path}


def test_documents_with_the_same_name_get_pages_of_their_own(tmp_path: Path) -> None:
    names = ["a/lakip.pdf", "a-lakip.txt", "A/LAKIP.PDF", "index.txt", "Panduan.pdf", "../../x", "CON", ".", "x" * 300, "x" * 300 + "y"]
    found = pages(run(*(result(name=name) for name in names)), tmp_path)
    assert len({name.casefold() for name in found}) == len(names) + 1
    assert max(map(len, found)) < 100
    assert set(Seen(found["index.html"]).values("href")) >= set(found) - {"index.html"}


def test_the_first_screen_says_who_reports_what_was_checked_and_what_was_not_read(tmp_path: Path) -> None:
    seen = page_of(result(paged=True), tmp_path)
    for words in (
        "Dinas Sosial (dibaca dari halaman 1)",
        "Kabupaten Contoh Barat (dibaca dari halaman 1)",
        "2023 (dibaca dari halaman 1)",
        "38 dibaca, 2 tidak dibaca (halaman 33–34)",
        "Jumlah rincian terhadap induk 1.211 – 2 2",
        "Jumlah (1.218 dibandingkan) 1.211 2 5 3",
        "Halaman 33 adalah hasil pindai.",
        "Rincian kosong 2 Jumlah rincian terhadap induk",
    ):
        assert words in seen.said


def test_a_finding_shows_place_figures_working_and_its_row_in_the_table(tmp_path: Path) -> None:
    seen = page_of(result(paged=True), tmp_path)
    for words in (
        "Letak Halaman 27 · Tabel 3.9 Realisasi Anggaran Dinas Sosial Tahun 2023 · baris “1.1 Administrasi Keuangan Perangkat Daerah” · "
        "kolom “Pagu Anggaran (Rp)”",
        "Tertulis 2.214.730.500 Seharusnya 2.198.396.500 Selisih 16.334.000",
        "Perhitungan 2.094.380.500 + 104.016.000 = 2.198.396.500",
        "2.214.730.500 (angka yang dipersoalkan)",
        "104.016.000 (angka pembanding)",
        "Dasar Aritmetika",
        "atau 90,10 % (angka yang dipersoalkan) dengan realisasi fisik",
    ):
        assert words in seen.said


def test_findings_of_one_cause_are_one_entry_with_its_symptoms(tmp_path: Path) -> None:
    seen = page_of(result(paged=True), tmp_path)
    entries = [attributes for tag, attributes in seen.elements if tag == "section" and attributes.get("class") == "entry"]
    assert [entry["data-severity"] for entry in entries] == ["tinggi", "sedang", "rendah", "info"]
    assert "Sebab yang sama, 1 pemeriksaan lain" in seen.said
    assert re.search(r"\b1 Jumlah anak tidak .* 1\.1 Jumlah anak tidak", seen.said)


def of_severities(*severities: tuple[Severity, str]) -> ReportResult:
    """The made-up report with one finding a severity; those of the same letter have one cause."""
    one = result()
    findings = tuple(
        replace(one.findings[0], id=f"{number:016x}", severity=severity, cause=cause or None)
        for number, (severity, cause) in enumerate(severities)
    )
    return replace(one, findings=findings)


def test_what_stands_under_the_severities_adds_up_to_their_counts(tmp_path: Path) -> None:
    t, s, r = Severity.TINGGI, Severity.SEDANG, Severity.RENDAH
    seen = page_of(of_severities((t, "a"), (s, "a"), (r, "a"), (t, ""), (s, "b"), (s, "b"), (s, "")), tmp_path)
    assert "2 Tinggi 4 Sedang 1 Rendah" in seen.said
    assert "Tinggi 2 entri: 2 temuan tinggi + 2 lain yang bersebab sama " in seen.said
    assert "Sedang 2 entri: 3 temuan sedang; 1 temuan sedang tercantum pada entri yang lebih berat, karena bersebab sama " in seen.said
    assert "Rendah 1 temuan rendah tercantum pada entri yang lebih berat, karena bersebab sama " in seen.said


def test_every_severity_that_is_counted_can_be_gone_to(tmp_path: Path) -> None:
    seen = page_of(of_severities((Severity.TINGGI, "a"), (Severity.RENDAH, "a")), tmp_path)
    assert {"#k-tinggi", "#k-rendah"} <= set(seen.values("href"))
    assert {"k-tinggi", "k-rendah"} <= set(seen.values("id"))


def test_the_excerpt_of_an_entry_marks_the_cells_of_its_symptoms_too_and_is_not_repeated(tmp_path: Path) -> None:
    said = page_of(result(paged=True), tmp_path).said
    entry = said[said.index("1 Jumlah anak tidak") : said.index("Sedang 1 entri")]
    assert entry.count("Tabel 3.9 Realisasi Anggaran Dinas Sosial Tahun 2023 No Program") == 1
    assert "2.214.730.500 (angka yang dipersoalkan) 2.131.905.250 (angka yang dipersoalkan)" in entry


def test_where_two_places_differ_neither_is_said_to_be_right_and_percentages_differ_in_points(tmp_path: Path) -> None:
    said = page_of(result(paged=True), tmp_path).said
    assert "Tertulis 90,10 % Tertulis di tempat lain 91,00% Selisih 0,90 poin" in said
    assert "Tertulis 98,85 Seharusnya 98,44%" in said


def test_entries_are_counted_with_the_findings_that_they_join(tmp_path: Path) -> None:
    said = page_of(result(), tmp_path).said
    assert "Temuan 4 entri (5 temuan; yang bersebab sama digabung)" in said
    assert "Sedang 1 entri" in said


def test_what_holds_for_every_finding_is_said_once(tmp_path: Path) -> None:
    one = result()
    confirmed = (replace(one.findings[0], reading="confirmed"), *one.findings[1:-1])
    said = page_of(replace(one, findings=confirmed), tmp_path).said
    assert (said.count("satu mesin baca"), said.count("Dibaca sama oleh dua mesin baca")) == (1, 1)
    assert "Info: sekadar diketahui" not in said
    assert "Info: sekadar diketahui" in page_of(one, tmp_path / "info").said


def test_a_picture_says_when_only_the_line_of_a_figure_is_known(tmp_path: Path) -> None:
    one = result(paged=True, source=pdf(tmp_path / "a.pdf", 40))
    cell, _, prose, *_ = one.findings
    place = replace(prose.locations[0], place=replace(prose.locations[0].place, bbox=(60.0, 100.0, 540.0, 112.0)))
    made = replace(one, findings=(cell, replace(prose, locations=(place, *prose.locations[1:]))))
    said = page_of(made, tmp_path / "out").said
    assert "Gambar halaman 31; baris kalimatnya dibingkai" in said
    assert "Gambar halaman 27 " in said


def test_the_gravest_of_a_cause_leads(tmp_path: Path) -> None:
    one = result()
    first, second, *rest = one.findings
    made = replace(one, findings=(replace(first, severity=Severity.RENDAH), second, *rest))
    said = page_of(made, tmp_path).said
    assert said.index("Realisasi kegiatan 1.1") < said.index("Pagu kegiatan 1.1")


def test_a_report_without_findings_says_so_and_does_not_praise_what_was_not_compared(tmp_path: Path) -> None:
    assert "Tidak ada temuan. Semua perbandingan" in page_of(replace(result(), findings=()), tmp_path / "a").said
    assert (
        "Tidak ada temuan. Tidak ada angka yang dapat dibandingkan"
        in page_of(replace(result(), findings=(), outcomes=()), tmp_path / "b").said
    )


def test_the_index_adds_up_and_names_what_was_not_read(tmp_path: Path) -> None:
    made = replace(run(result(True), result(False, "kedua.txt")), gates=("Kunci tabel tidak unik",))
    seen = Seen(pages(made, tmp_path)["index.html"])
    assert "3 berkas: 2 diperiksa, 1 tidak terbaca · 38 halaman dibaca · 2.436 angka dibandingkan" in seen.said
    assert "Jumlah 4 2 2 38 2 2.422 4 10 6" in seen.said
    assert "arsip/rusak.pdf Berkas tidak terbaca · Berkas rusak Berkas PDF terpotong" in seen.said
    assert "Berkas PDF terpotong dan tidak dapat dibuka. Minta berkas asli dari perangkat daerah." in seen.said
    assert "Kunci tabel tidak unik" in seen.said
    assert "Jumlah rincian terhadap induk 4 4 – – – 2" in seen.said
    assert all(attributes.get("scope") for tag, attributes in seen.elements if tag == "th")


def test_the_frame_speaks_english_and_the_findings_stay_indonesian(tmp_path: Path) -> None:
    seen = page_of(result(), tmp_path, "en")
    assert seen.elements[0] == ("html", {"lang": "en"})
    assert "Results by kind of check" in seen.said
    assert "Pagu kegiatan 1.1" in seen.said
    index = Seen((tmp_path / "index.html").read_text(encoding="utf-8")).said
    assert "2 files: 1 checked, 1 could not be read · 0 pages read" in index
    assert "operand" not in seen.said + index
    with pytest.raises(ValueError, match="bahasa"):
        write_html(run(result()), tmp_path, "fr")


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    assert pages(run(result(True)), tmp_path / "a") == pages(run(result(True)), tmp_path / "b")


def pdf(path: Path, count: int) -> Path:
    document = pypdfium2.PdfDocument.new()
    for _ in range(count):
        document.new_page(595, 842)
    document.save(path)
    return path


def test_a_pdf_gives_pictures_of_its_pages_up_to_a_limit(tmp_path: Path) -> None:
    source = pdf(tmp_path / "a.pdf", 40)
    one = result(paged=True, source=source)
    lead = one.findings[0]
    many = tuple(replace(lead, id=f"{n:016x}", cause=None) for n in range(65))
    seen = page_of(replace(one, findings=many), tmp_path / "out")
    pictures = [attributes for tag, attributes in seen.elements if tag == "img"]
    assert len(pictures) == 60
    assert all("Potongan halaman 27" in attributes["alt"] and len(attributes["src"]) < 80_000 for attributes in pictures)
    assert "5 temuan lain ditunjukkan dengan kutipan tabel saja" in seen.said


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n%broken"])
def test_a_file_that_cannot_be_drawn_gives_no_pictures_and_no_harm(content: bytes, tmp_path: Path) -> None:
    source = tmp_path / "a.pdf"
    source.write_bytes(content)
    assert page_of(result(paged=True, source=source), tmp_path / "out").count("img") == 0


def test_a_page_that_the_engine_measured_otherwise_gives_no_picture(tmp_path: Path) -> None:
    one = result(paged=True, source=pdf(tmp_path / "a.pdf", 40))
    turned = tuple(Page(page.number, 842.0, 595.0, PageKind.DIGITAL) for page in one.document.pages)
    assert page_of(replace(one, document=replace(one.document, pages=turned)), tmp_path / "out").count("img") == 0


def test_a_run_without_reports_has_an_index_too(tmp_path: Path) -> None:
    seen = Seen(pages(run(), tmp_path)["index.html"])
    assert "1 berkas: 0 diperiksa, 1 tidak terbaca" in seen.said
    assert "1 Berkas tidak terbaca" in seen.said


def test_a_scan_is_said_to_be_unread_and_not_to_be_without_findings(tmp_path: Path) -> None:
    one = result(paged=True)
    scanned = tuple(replace(page, kind=PageKind.SCAN) for page in one.document.pages)
    made = replace(one, document=replace(one.document, pages=scanned, blocks=()), findings=(), outcomes=())
    said = page_of(made, tmp_path).said
    assert "Laporan ini tidak dapat dibaca Halaman 33 adalah hasil pindai. Sertakan berkas asli." in said
    assert "Tidak ada temuan" not in said


def test_pages_that_could_not_be_opened_are_not_said_to_be_blank(tmp_path: Path) -> None:
    """One problem tells of them all, and names the first."""
    source = tmp_path / "a.pdf"
    source.write_bytes(without_some(6, range(3, 6)))
    said = page_of(replace(result(), document=read(source)), tmp_path / "out").said
    assert "3 dibaca, 3 tidak dibaca (halaman 3–5) Temuan" in said
    assert "Halaman 5: tidak dibaca" in said


def test_a_box_outside_its_page_gives_no_picture(tmp_path: Path) -> None:
    one = result(paged=True, source=pdf(tmp_path / "a.pdf", 40))
    shrunk = tuple(Page(page.number, 10.0, 10.0, PageKind.DIGITAL) for page in one.document.pages)
    made = replace(one, document=replace(one.document, pages=shrunk))
    assert page_of(made, tmp_path / "out").count("img") == 0
