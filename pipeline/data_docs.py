"""Makes the pages of great_expectations open without a network: only plain markup is let through, and the look is our own.

As they come they load styles, fonts, pictures and scripts from some ten outside places, and show the time of the run.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from pipeline.atomic import replace_file

INDEX = "index.html"

# fmt: off
PLAIN = frozenset({
    "div", "span", "p", "h1", "h2", "h3", "h4", "h5", "h6", "strong", "em", "b", "i", "code", "pre", "small", "br", "hr", "ul", "ol", "li",
    "a", "table", "thead", "tbody", "tr", "th", "td",
})
# fmt: on
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "col", "wbr"})
KEPT_ATTRIBUTES = frozenset({"id", "class", "hidden", "colspan", "rowspan"})
DROPPED = frozenset({"head", "script", "style", "nav", "footer", "button", "label", "form", "svg", "iframe", "object", "title"})
# What needs scripts (filters, folding), and the folded part with the time of the run.
DROPPED_CLASSES = frozenset({"collapse", "modal", "sticky", "ge-walkthrough-modal"})

WORDS = {
    "Overview": "Ringkasan",
    "Statistics": "Angka",
    "Evaluated Expectations": "Harapan yang diperiksa",
    "Successful Expectations": "Harapan yang terpenuhi",
    "Unsuccessful Expectations": "Harapan yang tidak terpenuhi",
    "Success Percent": "Bagian yang terpenuhi",
    "Table-Level Expectations": "Harapan atas beberapa kolom",
    "Status": "Hasil",
    "Expectation": "Harapan",
    "Observed Value": "Yang ditemukan",
    "Unexpected Value": "Nilai yang tidak diharapkan",
    "Sampled Unexpected Values": "Contoh nilai yang tidak diharapkan",
    "Count": "Banyaknya",
    "Expectation Validation Result": "Hasil pemeriksaan data",
    "Evaluates whether a batch of data matches expectations.": "Apakah data sesuai dengan harapan atasnya.",
    "Expectation Suite:": "Kumpulan harapan:",
    "Status:": "Hasil:",
    "Failed": "Tidak terpenuhi",
    "Succeeded": "Terpenuhi",
}

PHRASES = (
    (re.compile(r"% unexpected$"), "% tidak sesuai"),
    (re.compile(r"% null$"), "% kosong"),
    (re.compile(r"(\d+) unexpected values found\. (\S+%) of (\d+) total rows\."), r"\1 nilai tidak sesuai, \2 dari \3 baris."),
    (re.compile(r"Data asset: None"), ""),
)

LOOK = """
:root{color-scheme:light}
body{font:15px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:#1d2733;background:#f5f6f8;margin:0}
main{max-width:70rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
a{color:#0b5394}h1{font-size:1.5rem;margin:.2rem 0 1rem}h4{font-size:1.15rem;margin:0}h5{font-size:1rem;margin:0}
h6{font-size:.9rem;margin:.6rem 0 .2rem;color:#4a5868}.lead{color:#4a5868;margin:.1rem 0 1rem}
.ge-section,.kotak{background:#fff;border:1px solid #d9dee5;border-radius:6px;padding:.9rem 1.1rem;margin:0 0 1rem}
.alert{margin:0 0 .5rem}table{border-collapse:collapse;width:100%;margin:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-top:1px solid #e4e8ed}
th{font-size:.85rem;color:#4a5868;border-top:0}td td,td th{padding:.15rem .5rem;font-size:.9rem}td table{width:auto}
td.angka,th.angka{text-align:right;font-variant-numeric:tabular-nums}
.badge{background:#eef1f5;border-radius:4px;padding:.05rem .35rem;font-family:ui-monospace,monospace;font-size:.88em;word-break:break-all}
.text-danger{color:#a61b1b}.text-success{color:#17692f}
i.fa-times::before,i.fa-exclamation-triangle::before{content:"\\2717";font-style:normal;font-weight:700}
i.fa-check-circle::before{content:"\\2713";font-style:normal;font-weight:700}
footer{color:#5d6b7a;font-size:.85rem;margin-top:2rem}
@media print{body{background:#fff}.ge-section,.kotak{break-inside:avoid}}
"""


@dataclass(frozen=True, slots=True)
class Page:
    """What was found on one table: its rows, expectations, a sentence for each that was not met, and the page as it came."""

    table: str
    rows: int
    checks: int
    failed: tuple[str, ...]
    markup: str


def write(pages: Sequence[Page], out: Path, engine: str) -> Path:
    """Write the index and a page for each table into a folder of their own; gives the index."""
    out.mkdir(parents=True, exist_ok=True)
    made = {INDEX: _index(pages, engine)} | {f"{page.table}.html": _table_page(page, engine) for page in pages}
    for old in out.glob("*.html"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        _write_text(out / name, text)
    return out / INDEX


def _write_text(path: Path, text: str) -> None:
    replace_file(path, lambda beside: beside.write_text(text, encoding="utf-8"))


def plain(markup: str) -> str:
    """The body of a page with nothing in it that runs, loads or leads away."""
    reader = _Plain()
    reader.feed(markup)
    reader.close()
    return "".join(reader.out)


def _table_page(page: Page, engine: str) -> str:
    body = f'<p><a href="{INDEX}">← Semua tabel</a></p><h1>Tabel {html.escape(page.table)}</h1>{plain(page.markup)}'
    return _whole(f"Tabel {page.table}", body, engine)


def _index(pages: Sequence[Page], engine: str) -> str:
    rows = "".join(_index_row(page) for page in pages)
    failed = "".join(f"<li>{html.escape(sentence)}</li>" for page in pages for sentence in page.failed)
    told = f'<ul class="text-danger">{failed}</ul>' if failed else "<p>Semua harapan terpenuhi.</p>"
    heads = "".join(f'<th class="angka">{word}</th>' for word in ("Baris", "Harapan", "Tidak terpenuhi"))
    body = (
        f'<h1>Harapan atas data bersih</h1><div class="kotak"><table><thead><tr><th>Tabel</th>{heads}<th>Hasil</th></tr></thead>'
        f'<tbody>{rows}</tbody></table></div><div class="kotak"><h5>Yang tidak terpenuhi</h5>{told}</div>'
    )
    return _whole("Harapan atas data bersih", body, engine)


def _index_row(page: Page) -> str:
    mark = '<span class="text-danger">✗ tidak terpenuhi</span>' if page.failed else '<span class="text-success">✓ terpenuhi</span>'
    name = html.escape(page.table)
    numbers = "".join(f'<td class="angka">{number}</td>' for number in (page.rows, page.checks, len(page.failed)))
    return f'<tr><td><a href="{name}.html">{name}</a></td>{numbers}<td>{mark}</td></tr>'


def _whole(title: str, body: str, engine: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(title)}</title><style>{LOOK}</style></head>\n"
        f"<body><main>{body}<footer>Diperiksa dengan Great Expectations {html.escape(engine)}.</footer></main></body></html>\n"
    )


class _Plain(HTMLParser):
    """Lets through plain elements of the body with their ids and classes, and drops the rest with all that is in it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._dropping: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        if self._dropping or tag in DROPPED or classes & DROPPED_CLASSES or (tag == "a" and "data-toggle" in given):
            if tag not in VOID:
                self._dropping.append(tag)
        elif tag in PLAIN:
            self.out.append(f"<{tag}{_attributes(given)}>")
            if tag not in VOID:
                self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dropping:
            if tag in self._dropping:
                while self._dropping.pop() != tag:
                    pass
        elif tag in self._open:
            while (last := self._open.pop()) != tag:
                self.out.append(f"</{last}>")
            self.out.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._dropping and self._open:
            self.out.append(html.escape(_translated(data)))

    def close(self) -> None:
        super().close()
        self.out += (f"</{tag}>" for tag in reversed(self._open))
        self._open.clear()


def _translated(text: str) -> str:
    """The words of great_expectations in Indonesian; what a report prints is not touched, but for a cell that is such a word."""
    word = " ".join(text.split())
    if word in WORDS:
        return text.replace(word, WORDS[word])
    for pattern, said in PHRASES:
        text = pattern.sub(said, text)
    return text


def _attributes(given: dict[str, str | None]) -> str:
    """The attributes that are kept: names, and links within the page."""
    kept = {name: value or "" for name, value in given.items() if name in KEPT_ATTRIBUTES}
    link = given.get("href") or ""
    if link.startswith("#"):
        kept["href"] = link
    return "".join(f' {name}="{html.escape(value)}"' for name, value in kept.items())
