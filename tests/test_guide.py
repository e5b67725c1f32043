"""docs/panduan.md says nothing of the program that is not so: its words on the screen, keys, commands, files and pictures are there.

In the guide a bold word stands on the screen, bold code is a key, and code is what one types, or a file. What code names and the
program does not is listed here, so that nothing new comes in unseen.
"""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import docx
import guide_page
import pytest
from markdown_it.token import Token
from PIL import Image

from pipeline.cli import build_parser
from pipeline.commands.compare import DEFAULT_OUT
from pipeline.report import compared_formats as compared
from pipeline.report.compared_lists import FIGURES, FINDINGS
from pipeline.report.decided import DECISIONS
from pipeline.report.html import write_guide, write_html
from pipeline.report.sheet_findings import FIELDS
from pipeline.report.words import words
from pipeline.serve.serve_words import words as desk_words
from tests.report_fixtures import result, run

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "pipeline/report/templates"
TOKENS = guide_page.parsed(guide_page.GUIDE.read_text(encoding="utf-8"))
LARGEST = 80 * 1024
# What a person may see in a folder or type, and is not ours.
OTHERS = {
    *("Debian", "venv", "make", "root", "su -", "127.0.0.1", "localhost", "RAW", "ARGS"),
    *("C:\\LAKIP", "C:\\LAKIP\\hasil", "/mnt/c/LAKIP", "lakip-reconcile.zip"),
    *("pagu", "-pagu", "1", "1.1", "batal", "decide", "lakip", "T1", "T2", ".xlsx"),
}
STRANGERS = ("wsl", "sudo", "cd", "unzip", "export")


def inline() -> Iterator[tuple[list[Token], int, Token]]:
    for token in TOKENS:
        children = token.children or []
        yield from ((children, at, child) for at, child in enumerate(children))


def bold() -> list[str]:
    """The words that are bold, keys left out."""
    found = [(children, at + 1) for children, at, child in inline() if child.type == "strong_open"]
    return [children[at].content for children, at in found if not guide_page.is_key(children, at)]


def codes(*, keys: bool) -> list[str]:
    return [child.content for children, at, child in inline() if child.type == "code_inline" and guide_page.is_key(children, at) == keys]


def typed() -> list[str]:
    return [line for token in TOKENS if token.type == "fence" for line in token.content.splitlines()]


@cache
def on_screen() -> re.Pattern[str]:
    """Every word of the pages, the desk, the workbook and the Word documents; what is filled in may be a number."""
    said = {*words("id").values(), *desk_words("id").values(), "Ringkasan", "ID", FINDINGS, FIGURES, *(field.title for field in FIELDS)}
    for template in TEMPLATES.glob("*.docx"):
        document = docx.Document(str(template))
        said |= {paragraph.text for paragraph in document.paragraphs}
        said |= {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    return re.compile("|".join(re.sub(r"\\\{\w+\\\}", r"\\d+", re.escape(one)) for one in sorted(said) if one))


@cache
def keys() -> frozenset[str]:
    page, desk = (TEMPLATES / name for name in ("report.html.j2", "serve/report.html.j2"))
    listed = re.search(r"for key, does in \[(.+)\]", page.read_text(encoding="utf-8"))
    assert listed
    return frozenset(re.findall(r'\("([^"]+)", "\w+"\)', listed[1])) | set(
        re.findall(r"<kbd>([^<{]+)</kbd>", desk.read_text(encoding="utf-8"))
    )


@cache
def commands() -> Mapping[str, argparse.ArgumentParser]:
    (found,) = (action for action in build_parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(found.choices)


@cache
def options() -> frozenset[str]:
    return frozenset(option for command in commands().values() for option in command._option_string_actions)


def is_of_the_program(code: str) -> bool:
    files = {"index.html", "reports", "reports/index.html", "reports/extract", "decisions", ".venv", "--daftar-periksa.docx"}
    files |= {(DEFAULT_OUT / compared.PAGE).as_posix(), compared.PAGE, compared.TABLE, compared.BOOK, "--perbandingan.docx"}
    return code in {*files, *DECISIONS, *OTHERS} or code.split()[0] in options() or (ROOT / code).exists() or is_command(code)


def is_command(line: str) -> bool:
    program, *rest = shlex.split(line)
    if rest[-1:] == ["--help"]:
        return (program, rest[0] in commands()) == ("lakip", True)
    if program == "lakip":
        return bool(build_parser().parse_args(rest).command)
    if program == "make":
        phony = re.search(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        assert phony
        for given in rest[1:]:
            name, _, value = given.partition("=")
            assert name in ("RAW", "ARGS")
            build_parser().parse_args([rest[0], *(shlex.split(value) if name == "ARGS" else [value])])
        return rest[0] in phony[1].split()
    return False


@pytest.mark.parametrize("said", sorted(set(bold())))
def test_a_bold_word_stands_on_the_screen(said: str) -> None:
    assert on_screen().fullmatch(said), f"“{said}” is in no page, desk, workbook or Word document"


def test_a_word_that_is_not_there_is_noticed() -> None:
    assert not on_screen().fullmatch("Simpan semua")
    assert not is_of_the_program("--simpan")
    assert on_screen().fullmatch("Putuskan juga 3 temuan lain bersebab sama")


@pytest.mark.parametrize("key", sorted(set(codes(keys=True))))
def test_a_key_does_something(key: str) -> None:
    assert key in keys()


@pytest.mark.parametrize("code", sorted(set(codes(keys=False))))
def test_what_is_typed_or_opened_is_there(code: str) -> None:
    assert is_of_the_program(code)


@pytest.mark.parametrize("line", sorted(set(typed())))
def test_a_command_can_be_typed_as_it_stands(line: str) -> None:
    assert line.split()[0] in STRANGERS or is_command(line)


def pictures() -> list[Token]:
    return [child for _, _, child in inline() if child.type == "image"]


@pytest.mark.parametrize("picture", pictures(), ids=lambda picture: str(picture.attrs["src"]))
def test_a_picture_is_there_small_and_told_in_words(picture: Token) -> None:
    path = guide_page.GUIDE.parent / str(picture.attrs["src"])
    assert path.stat().st_size < LARGEST
    with Image.open(path) as image:
        assert (image.format, image.mode) == ("PNG", "P")
    assert len(picture.content) > 40


def test_every_picture_is_used() -> None:
    assert {path.name for path in (ROOT / "docs/img").iterdir()} == {Path(str(picture.attrs["src"])).name for picture in pictures()}


def test_links_lead_to_a_heading() -> None:
    headings = [guide_page.slug(TOKENS[at + 1].content) for at, token in enumerate(TOKENS) if token.type == "heading_open"]
    assert len(headings) == len(set(headings))
    led = {str(child.attrs["href"]) for _, _, child in inline() if child.type == "link_open"}
    assert led <= {f"#{heading}" for heading in headings}


def test_the_page_beside_the_index_is_this_guide(tmp_path: Path) -> None:
    assert (ROOT / guide_page.BODY).read_text(encoding="utf-8") == guide_page.body(), "make docs"
    write_guide(tmp_path)
    page = (tmp_path / "panduan.html").read_text(encoding="utf-8")
    assert guide_page.body().strip() in page
    assert page.count("<img ") == page.count('src="data:image/png;base64,') == len(pictures())
    assert "<script" not in page


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_page_of_a_run_leads_to_the_guide(lang: str, tmp_path: Path) -> None:
    write_html(run(result()), tmp_path, lang)
    led = [path for path in tmp_path.glob("*.html") if 'href="panduan.html"' in path.read_text(encoding="utf-8")]
    assert len(led) == len(list(tmp_path.glob("*.html"))) - 1
    assert "(in Indonesian)" in led[0].read_text(encoding="utf-8") or lang == "id"


def test_markup_in_the_guide_is_text() -> None:
    (paragraph,) = (token for token in guide_page.parsed("<b onclick=x>a</b>") if token.type == "inline")
    assert {child.type for child in paragraph.children or ()} == {"text"}
