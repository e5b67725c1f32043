"""Data Docs: pages that open without a network, show what reports print as text, and are the same bytes again."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser

import pytest

from pipeline import data_docs, gates, schema, store
from tests import clean_fixtures as made


class Loads(HTMLParser):
    """Everything in a page that makes a browser load or run something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        runs = [name for name, _ in attrs if name.startswith("on") or name in ("src", "srcset", "style", "background", "data")]
        links = [value for name, value in attrs if name == "href" and value and tag != "a"]
        leads = [value for name, value in attrs if name == "href" and value and not re.fullmatch(r"#[\w-]+|\w+\.html", value)]
        if tag in ("link", "script", "img", "iframe", "object", "embed", "base") or runs or links or leads:
            self.found.append(self.get_starttag_text() or tag)


def loads(text: str) -> list[str]:
    reader = Loads()
    reader.feed(text)
    return reader.found


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], dict[str, str]]:
    """The pages on a report whose code is markup, built twice."""
    tmp_path = tmp_path_factory.mktemp("docs")
    nasty = made.several(dataclasses.replace(made.usual_rows()[0], kode="<script>alert(1)</script> $x & <img src=http://x.test/a.png>"))
    folder = tmp_path / "clean"
    store.write_clean([made.report(tables=(made.budget_table(*nasty),))], folder)

    def build() -> dict[str, str]:
        assert gates.build_data_docs(folder, tmp_path / "docs", made.batch()) == tmp_path / "docs" / "index.html"
        return {path.name: path.read_text(encoding="utf-8") for path in sorted((tmp_path / "docs").iterdir())}

    return build(), build()


Docs = tuple[dict[str, str], dict[str, str]]


def test_data_docs_load_nothing_and_lead_nowhere(docs: Docs) -> None:
    pages = docs[0]
    assert set(pages) == {"index.html", *(f"{t.name}.html" for t in schema.SCHEMAS), "outcomes.html", "coverage.html", "findings.html"}
    for name, text in pages.items():
        assert loads(text) == [], name
        assert not re.search(r"url\(|@import", text), name


def test_data_docs_show_what_a_report_prints_as_text(docs: Docs) -> None:
    pages = docs[0]
    assert "&lt;script&gt;alert(1)&lt;/script&gt; $x &amp; &lt;img" in pages["rows.html"]
    assert "kode: kode Permendagri 90 atau nomor urut" in pages["rows.html"]
    assert "Tabel rows, kolom kode: seharusnya kode Permendagri 90 atau nomor urut" in pages["index.html"]


def test_data_docs_are_the_same_bytes_again(docs: Docs) -> None:
    assert docs[0] == docs[1]


def test_what_is_let_through_is_plain_and_whole() -> None:
    markup = "<head><title>x</title></head><body><div class='a' onclick='x()' style='y'><p>Status<br>1 &lt; 2<script>x<y</script></div><b>z"
    assert data_docs.plain(markup) == '<div class="a"><p>Hasil<br>1 &lt; 2</p></div><b>z</b>'
