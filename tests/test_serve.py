"""`lakip serve`: a reviewer looks, decides, corrects, takes back; with the real application and a browser without scripts."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline import cli, decision_store, ingest, runner
from pipeline.decision_store import Recorded
from pipeline.serve.desk import Desk, Ears
from pipeline.serve.workshop import Workshop
from pipeline.settings import DECISIONS_FILE
from tests.serve_browser import DAY, Office, Page, findings_of, office, settings
from tests.test_decide import REPORT

WHO = "A. Pereviu"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Office]:
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk/laporan.txt").write_text(REPORT, encoding="utf-8")
    with office(tmp_path) as opened:
        yield opened


def lines(desk: Office) -> list[dict[str, Any]]:
    """The file of decisions."""
    file = desk.decisions / DECISIONS_FILE
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def form(page: Page) -> Any:
    """The form by which the finding that is looked at is decided."""
    (found,) = page.all('//form[@class="decide"]')
    return found


def undoing(page: Page) -> Any:
    return page.all('//form[@class="undo"]')[0]


def stated(page: Page) -> str:
    return page.said('//div[@class="stated"]/dd')


# ------------------------------------------------------------------ looking


def test_the_batch_lists_every_report_with_its_findings_by_severity(desk: Office) -> None:
    desk.report()
    (row,) = desk.browser.get("/").all('//table//tr[th[@scope="row"]]')
    text = " ".join(row.text_content().split())
    assert "Dinas Sosial, Kabupaten Contoh 2023" in text
    assert "laporan.txt" in text
    assert "0 dari 2 diputuskan" in text
    assert [cell.text for cell in row.xpath('td[@class="n" or @class="n zero"]')] == ["2", "–", "–", "2", "–", "–"]


def test_a_report_shows_the_first_open_finding_with_its_lines_beside_it(desk: Office) -> None:
    page = desk.browser.get(desk.report())
    assert stated(page) == "75,00"
    assert page.said('//a[@class="point salah"]') == "75,00 (angka yang dipersoalkan)"
    assert page.all('//a[@class="point pembanding"]')
    assert "50,00" in page.said('//div[@class="expected"]/dd')
    following = page.all('//a[@data-key="j"]/@href')[0]
    assert stated(desk.browser.get(following)) == "45,00"


def test_a_cell_of_another_finding_leads_to_it(desk: Office) -> None:
    page = desk.browser.get(desk.report())
    (link,) = page.all('//a[@class="point open"]/@href')
    assert stated(desk.browser.get(link)) == "45,00"


def test_the_list_is_searched_with_and_without_a_word(desk: Office) -> None:
    where = desk.report()
    one, two = findings_of(desk.browser.get(where))
    assert findings_of(desk.browser.get(f"{where}?cari=75,00")) == [one]
    assert findings_of(desk.browser.get(f"{where}?cari=-75,00")) == [two]
    assert "Tidak ada temuan yang cocok" in desk.browser.get(f"{where}?cari=tidakadasamasekali").text


@pytest.mark.parametrize("path", ["/laporan/0", "/laporan/../../etc/passwd", "/berkas/..%2fserve.js", "/berkas/htmx.LICENSE.txt", "/x"])
def test_what_is_not_there_is_said_not_to_be(desk: Office, path: str) -> None:
    page = desk.browser.get(path)
    assert page.status == 404
    assert "Semua laporan" in page.text


@pytest.mark.parametrize("number", ["0", "1", "-1", "1e9", "..", "٣"])
def test_a_page_that_a_report_does_not_have_has_no_picture(desk: Office, number: str) -> None:
    from urllib.parse import quote

    assert desk.browser.get(f"{desk.report()}/gambar/{quote(number)}").status == 404


def test_nonsense_in_an_address_shows_the_report_all_the_same(desk: Office) -> None:
    page = desk.browser.get(f"{desk.report()}?temuan=%00%ff&hal=999999&letak=-3&tampil=x&diputus=%3Cb%3E&cari=%F0%9F%98%80")
    assert page.status == 200
    assert "<b>" not in page.text.partition("<main")[0]


# ------------------------------------------------------------------ deciding


def test_a_decision_is_recorded_with_who_and_when_and_the_next_finding_follows(desk: Office) -> None:
    page = desk.browser.send(form(desk.browser.get(desk.report())), "sah", by=WHO)
    assert page.status == 200
    assert stated(page) == "45,00"
    assert "Disimpan" in page.said("//*[@data-say]")
    (line,) = lines(desk)
    assert (line["decision"], line["by"], line["date"], line["document"]) == ("sah", WHO, DAY, "laporan.txt")
    assert form(page).fields["by"] == WHO
    assert "1 dari 2 diputuskan" in page.text


def test_what_is_decided_here_holds_for_every_other_command(desk: Office, capsys: pytest.CaptureFixture[str]) -> None:
    page = desk.browser.send(form(desk.browser.get(desk.report())), "dapat dijelaskan", by=WHO, reason="Luncuran", response="Ya")
    assert page.status == 200
    out = ["--out", str(desk.folder / "lain"), "--decisions", str(desk.decisions), "--format", "jsonl"]
    assert cli.main(["report", str(desk.folder / "masuk"), *out]) == cli.DONE
    assert "1 dapat dijelaskan" in capsys.readouterr().err
    found = [json.loads(line) for line in (desk.folder / "lain/findings.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["decided"]["response"] for one in found if one["decision"]] == ["Ya"]


def test_what_is_decided_elsewhere_is_seen_on_the_next_request(desk: Office) -> None:
    where = desk.report()
    one, _ = findings_of(desk.browser.get(where))
    desk.browser.post("/tulis")
    places = ["--out", str(desk.folder / "out"), "--decisions", str(desk.decisions)]
    assert cli.main(["decide", one, "sah", "--oleh", "B. Lain", *places]) == cli.DONE
    assert "B. Lain" in desk.browser.get(f"{where}?temuan={one}").text
    assert "1 dari 2 diputuskan" in desk.browser.get("/").text


@pytest.mark.parametrize(
    ("button", "filled", "said"),
    [
        ("salah baca", {"by": WHO}, "memerlukan alasan"),
        ("dapat dijelaskan", {"by": WHO, "reason": " \n "}, "memerlukan alasan"),
        ("sah", {"by": " "}, "isi dahulu nama"),
        ("", {"by": WHO}, "pilih salah satu"),
        ("batal", {"by": WHO}, "pilih salah satu"),
        ("entah", {"by": WHO}, "tidak dikenal"),
        ("salah baca", {"by": WHO, "reason": "x", "value": "75,00"}, "sama dengan yang terbaca"),
        ("salah baca", {"by": WHO, "reason": "x", "value": "tidak ada"}, "bukan"),
        ("salah baca", {"by": WHO, "reason": "x", "value": "1", "place": "99"}, "tidak ada"),
    ],
)
def test_what_cannot_be_recorded_is_refused_and_nothing_typed_is_lost(desk: Office, button: str, filled: dict[str, str], said: str) -> None:
    typed = {"response": "Tanggapan yang panjang"} | filled
    page = desk.browser.send(form(desk.browser.get(desk.report())), button, **typed)
    assert page.status == 409
    assert said in page.said('//*[@role="alert"]')
    assert form(page).fields["response"] == "Tanggapan yang panjang"
    assert form(page).fields["reason"] == " ".join(filled.get("reason", "").split())
    assert lines(desk) == []


def test_the_address_to_which_a_form_is_sent_shows_the_finding_when_it_is_opened(desk: Office) -> None:
    page = desk.browser.get(desk.report())
    later = desk.browser.get(page.all('//a[@data-key="j"]/@href')[0])
    shown = desk.browser.get(form(later).get("action"))
    assert shown.status == 200
    assert stated(shown) == "45,00"
    assert desk.browser.get("/laporan/x/temuan/y").status == 404


def test_a_decision_made_meanwhile_by_somebody_else_is_not_overwritten_unseen(desk: Office) -> None:
    old = form(desk.browser.get(desk.report()))
    desk.browser.send(old, "sah", by="B. Lain")
    page = desk.browser.send(old, "dapat dijelaskan", by=WHO, reason="Luncuran")
    assert page.status == 409
    assert "sudah diubah" in page.said('//*[@role="alert"]')
    assert "B. Lain" in page.said('//*[@role="alert"]')
    assert [line["by"] for line in lines(desk)] == ["B. Lain"]
    again = desk.browser.send(form(page), "dapat dijelaskan", by=WHO, reason="Luncuran")
    assert again.status == 200
    assert [line["by"] for line in lines(desk)] == ["B. Lain", WHO]


def test_a_finding_whose_figures_changed_meanwhile_is_not_decided(desk: Office) -> None:
    old = form(desk.browser.get(desk.report()))
    page = desk.browser.post(old.get("action"), **{**dict(old.form_values()), "values": "0" * 16, "by": WHO, "kind": "sah"})
    assert page.status == 409
    assert "berubah" in page.said('//*[@role="alert"]')
    assert lines(desk) == []


def test_two_who_decide_at_the_same_moment_are_not_both_recorded(desk: Office) -> None:
    old = form(desk.browser.get(desk.report()))
    pages: list[Page] = []
    threads = [threading.Thread(target=lambda who=who: pages.append(desk.browser.send(old, "sah", by=who))) for who in "PQRS"]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(page.status for page in pages) == [200, 409, 409, 409]
    assert len(lines(desk)) == 1


def test_where_decisions_cannot_be_written_what_was_typed_stays(desk: Office) -> None:
    page = desk.browser.get(desk.report())
    desk.decisions.write_text("bukan folder", encoding="utf-8")
    answer = desk.browser.send(form(page), "dapat dijelaskan", by=WHO, reason="Luncuran")
    assert answer.status == 503
    desk.decisions.unlink()


# ------------------------------------------------------------------ taking back


def test_a_decision_is_taken_back_and_both_stay_on_record(desk: Office) -> None:
    page = desk.browser.send(form(desk.browser.get(desk.report())), "sah", by=WHO)
    page = desk.browser.send(undoing(page))
    assert "Keputusan dicabut" in page.said("//*[@data-say]")
    assert stated(page) == "75,00"
    assert [line["decision"] for line in lines(desk)] == ["sah", "batal"]
    assert "0 dari 2 diputuskan" in page.text


def test_what_somebody_else_decided_since_is_not_taken_back(desk: Office) -> None:
    where = desk.report()
    page = desk.browser.send(form(desk.browser.get(where)), "sah", by=WHO)
    old = undoing(page)
    (one, _) = findings_of(page)
    desk.browser.send(form(desk.browser.get(f"{where}?temuan={one}")), "dapat dijelaskan", by="B. Lain", reason="x")
    refused = desk.browser.send(old)
    assert refused.status == 409
    assert len(lines(desk)) == 2


def test_what_is_taken_back_twice_is_taken_back_once(desk: Office) -> None:
    page = desk.browser.send(form(desk.browser.get(desk.report())), "sah", by=WHO)
    old = undoing(page)
    assert desk.browser.send(old).status == 200
    assert desk.browser.send(old).status == 409
    assert [line["decision"] for line in lines(desk)] == ["sah", "batal"]


def test_a_decision_is_not_said_to_be_taken_back_while_its_report_is_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk/laporan.txt").write_text(REPORT, encoding="utf-8")
    with office(tmp_path) as before:
        old = undoing(before.browser.send(form(before.browser.get(before.report())), "sah", by=WHO))
    read, really = threading.Event(), ingest.read
    monkeypatch.setattr(ingest, "read", lambda *told: (read.wait(20), really(*told))[1])
    with office(tmp_path) as desk:
        page = desk.browser.send(old)
        read.set()
        assert page.status == 409
        assert "sedang diperiksa" in page.said('//*[@role="alert"]')
        desk.report()
        assert "Keputusan dicabut" in desk.browser.send(old).said("//*[@data-say]")
    assert [line["decision"] for line in lines(desk)] == ["sah", "batal"]


def test_a_decision_on_a_report_that_can_be_read_no_more_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk/laporan.txt").write_text(REPORT, encoding="utf-8")
    with office(tmp_path) as before:
        before.browser.send(form(before.browser.get(before.report())), "salah baca", by=WHO, reason="Noda", value="50,00")

    def refused(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(ingest, "read", refused)
    with office(tmp_path) as desk:
        page = desk.browser.get(desk.report())
        assert "can't start new thread" in page.said("//main")
        assert "laporannya tidak terbaca" in page.said('//details[@class="apart"]')
        page = desk.browser.send(page.all('//details[@class="apart"]//form')[0], by=WHO)
        assert page.status == 200
    assert [line["decision"] for line in lines(desk)] == ["salah baca", "batal"]


# ------------------------------------------------------------------ correcting


def corrected(desk: Office) -> Page:
    return desk.browser.send(form(desk.browser.get(desk.report())), "salah baca", by=WHO, reason="Noda", value="50,00")


def test_a_corrected_reading_is_checked_at_once_and_its_finding_is_gone(desk: Office) -> None:
    page = corrected(desk)
    assert len(findings_of(page)) == 1
    assert stated(page) == "45,00"
    assert "Temuan yang hilang: 1. Temuan baru: 0." in page.said("//*[@data-say]")
    assert "tidak dapat dilakukan" not in page.text
    assert "terbaca “75,00”, yang benar “50,00”" in page.said('//details[@class="apart"]')


def test_a_wrong_correction_shows_what_it_breaks(desk: Office) -> None:
    page = desk.browser.send(form(desk.browser.get(desk.report())), "salah baca", by=WHO, reason="Noda", value="51,00")
    assert sorted(one.text for one in page.all('//ol[@id="found"]//b')) == ["45,00", "51,00"]
    assert "Temuan yang hilang: 1. Temuan baru: 1." in page.said("//*[@data-say]")


@pytest.mark.parametrize("value", ["-", "n/a", "1e99"])
def test_a_correction_to_what_is_no_number_says_that_nothing_can_be_compared_there(desk: Office, value: str) -> None:
    page = desk.browser.send(form(desk.browser.get(desk.report())), "salah baca", by=WHO, reason="Noda", value=value)
    assert "Temuan yang hilang: 1. Temuan baru: 0. Perbandingan yang tidak dapat dilakukan lagi: 1." in page.said("//*[@data-say]")


def test_a_correction_is_taken_back_and_its_finding_is_there_again(desk: Office) -> None:
    page = desk.browser.send(undoing(corrected(desk)))
    assert len(findings_of(page)) == 2
    assert stated(page) == "75,00"
    assert "Koreksi bacaan yang berlaku" not in page.text


def test_a_finding_that_a_correction_removed_is_not_decided_from_an_old_page(desk: Office) -> None:
    old = form(desk.browser.get(desk.report()))
    corrected(desk)
    page = desk.browser.send(old, "sah", by=WHO)
    assert page.status == 409
    assert "tidak ada lagi" in page.said('//*[@role="alert"]')
    assert len(lines(desk)) == 1


def test_a_compared_figure_is_corrected_in_its_own_place(desk: Office) -> None:
    page = desk.browser.get(desk.report())
    choice = {option.text.split(" ")[0]: option.get("value") for option in page.all('//select[@name="place"]/option')}
    page = desk.browser.send(form(page), "salah baca", by=WHO, reason="Noda", value="150", place=choice["100"])
    assert len(findings_of(page)) == 1
    assert [line["stated"] for line in lines(desk)] == ["100"]


# ------------------------------------------------------------------ writing


def test_the_reports_are_written_with_what_is_decided(desk: Office) -> None:
    desk.browser.send(form(desk.browser.get(desk.report())), "sah", by=WHO)
    page = desk.browser.send(desk.browser.get("/").all('//form[@class="write"]')[0])
    assert "Laporan ditulis" in page.text
    assert WHO in (desk.folder / "out/laporan.html").read_text(encoding="utf-8")


def test_where_reports_cannot_be_written_it_is_said(desk: Office) -> None:
    desk.report()
    (desk.folder / "out").write_text("", encoding="utf-8")
    page = desk.browser.post("/tulis")
    assert page.status == 409
    assert "tidak dapat menulis" in page.said('//*[@role="alert"]')


def test_an_english_desk_says_in_english_why_nothing_was_done(tmp_path: Path) -> None:
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk/laporan.txt").write_text(REPORT, encoding="utf-8")
    with office(tmp_path, lang="en") as desk:
        page = desk.browser.get(desk.report())
        refused = desk.browser.send(form(page), "salah baca", by=WHO)
        assert "Not stored: the decision “misread (salah baca)” needs a reason" in refused.said('//*[@role="alert"]')
        assert not refused.all('//*[@role="alert"]//*[@lang="id"]')
        desk.browser.send(form(page), "sah", by=WHO)
        assert "now: “confirmed (sah)” by A. Pereviu" in desk.browser.send(form(page), "sah", by=WHO).said('//*[@role="alert"]')
        (desk.folder / "out").write_text("", encoding="utf-8")
        assert "on its path there is a file that is no folder" in desk.browser.post("/tulis").said('//*[@role="alert"]')


def test_the_guide_is_at_hand_on_every_page(desk: Office) -> None:
    for page in (desk.browser.get("/"), desk.browser.get(desk.report())):
        assert page.all('//a[@href="/panduan.html"]')
    guide = desk.browser.get("/panduan.html")
    assert (guide.status, guide.said("//h1")) == (200, "Panduan pereviu")
    assert not guide.all("//style") and not guide.all("//script") and not guide.all("//@style")
    assert {desk.browser.get(link).status for link in guide.all("//link/@href")} == {200}
    assert guide.all('//a[@href="/"]')


# ------------------------------------------------------------------ another submission


def test_decisions_on_figures_that_have_changed_are_listed_and_taken_back(tmp_path: Path) -> None:
    (tmp_path / "masuk").mkdir()
    file = tmp_path / "masuk/laporan.txt"
    file.write_text(REPORT, encoding="utf-8")
    with office(tmp_path) as desk:
        page = desk.browser.get(desk.report())
        for _ in range(2):
            page = desk.browser.send(form(page), "dapat dijelaskan", by=WHO, reason="Luncuran")
        assert "2 dari 2 diputuskan" in page.text
    file.write_text(REPORT.replace("75,00", "70,00").replace("45,00", "25,00"), encoding="utf-8")
    with office(tmp_path) as desk:
        page = desk.browser.get(desk.report())
        assert "0 dari 1 diputuskan" in page.text
        assert stated(page) == "70,00"
        (apart,) = page.all('//details[@class="apart"]')
        told = [" ".join(one.text_content().split()) for one in apart.xpath(".//li")]
        assert len(told) == 2
        assert sorted(("75,00" in one, "putuskan lagi" in one) for one in told) == [(False, False), (True, True)]
        for _ in range(2):
            page = desk.browser.send(page.all('//details[@class="apart"]//form')[0], by=WHO)
        assert not page.all('//details[@class="apart"]')
        assert [line["decision"] for line in lines(desk)] == ["dapat dijelaskan"] * 2 + ["batal"] * 2


def test_a_misreading_of_another_file_of_the_report_is_said_to_be_that(tmp_path: Path) -> None:
    (tmp_path / "masuk").mkdir()
    file = tmp_path / "masuk/laporan.txt"
    file.write_text(REPORT, encoding="utf-8")
    with office(tmp_path) as desk:
        corrected(desk)
    file.write_text(f"{REPORT}\n", encoding="utf-8")
    with office(tmp_path) as desk:
        page = desk.browser.get(desk.report())
        assert stated(page) == "75,00"
        assert "dibuat atas berkas lain; putuskan lagi" in page.said('//details[@class="apart"]')


def test_a_report_that_could_not_be_read_is_there_and_cannot_be_decided(tmp_path: Path) -> None:
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk/rusak.pdf").write_bytes(b"%PDF-1.7\nrusak")
    (tmp_path / "masuk/kosong.txt").write_bytes(b"")
    (tmp_path / "masuk/laporan.txt").write_text(REPORT, encoding="utf-8")
    with office(tmp_path) as desk:
        page = desk.browser.get(desk.report("rusak.pdf"))
        assert page.status == 200
        assert not page.all('//form[@class="decide"]')
        assert "tidak dapat dibaca" in page.said("//main")
        assert desk.browser.post(f"{desk.report('rusak.pdf')}/temuan/x", kind="sah", by=WHO).status == 409
        assert "kosong.txt" in desk.browser.get("/").text


def test_a_report_that_we_failed_to_check_is_not_said_to_be_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "masuk").mkdir()
    (tmp_path / "masuk/laporan.txt").write_text(REPORT, encoding="utf-8")

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(runner, "audited", fail)
    with office(tmp_path) as desk:
        page = desk.browser.get(desk.report())
        assert "gagal karena kesalahan program" in page.said("//main")
        assert "Tidak ada temuan" not in page.text
        assert "tidak ada temuan" not in desk.browser.get("/").text


@pytest.mark.parametrize("waiting", ["look", "wait"])
def test_who_waits_for_the_file_of_decisions_keeps_nobody_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waiting: str) -> None:
    """Who writes holds the file and then asks what is on the desk: one who waits for the file must not hold the desk."""
    file = tmp_path / "masuk/laporan.txt"
    file.parent.mkdir()
    file.write_text(REPORT, encoding="utf-8")
    decision_store.add(tmp_path / "keputusan", lambda _: ())
    table = Desk(ingest.collect([file]), settings(tmp_path), Workshop(), Ears(lambda _: None, lambda _: None))
    (report,) = table.look_with(Recorded()).reports
    reached, held = threading.Event(), threading.Event()

    def load(_: Path) -> Recorded:
        reached.set()
        assert held.wait(20)
        return Recorded()

    monkeypatch.setattr(decision_store, "load", load)
    asks = table.look if waiting == "look" else lambda: table.wait_for(report.key, 0.1)
    other = threading.Thread(target=asks, daemon=True)
    other.start()
    assert reached.wait(20)
    answered = threading.Event()
    threading.Thread(target=lambda: (table.look_with(Recorded()), answered.set()), daemon=True).start()
    assert answered.wait(5)
    held.set()
    other.join(20)
