"""Sentences that reckon for themselves: what is wrong in one is found, and what is right accuses nobody however it is told.

`tests/sentences/reckoned.txt` has a sentence a line, with the right figure and a wrong one in its place: `[[95,00|59,00]]`. Those that
begin with `-` are known to be missed. `tests/sentences/misleading.txt` has sentences that are right and look as if they were not.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from extractors.plain_text import read_text
from pipeline.stages import check
from rules.base import all_rules
from rules.outcome import Severity

FOLDER = Path(__file__).parent / "sentences"
HEAD = "LAPORAN KINERJA INSTANSI PEMERINTAH\nDINAS PERTANIAN KABUPATEN MEKARJAYA\nTAHUN 2023\n\nBAB III AKUNTABILITAS KINERJA\n\n"
# What is told of the report as a whole, and of separators that this mixture of hands does not keep to.
NOT_OF_THE_SENTENCE = ("kelengkapan", "format_angka")
_CHOICE = re.compile(r"\[\[(?P<right>.*?)\|(?P<wrong>.*?)\]\]")

RULES = all_rules()


def lines_of(name: str) -> list[str]:
    return [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def accused(text: str) -> list[str]:
    checked = check(read_text("laporan.txt", "0" * 64, (HEAD + text + "\n").encode()), RULES)
    assert not checked.broken
    told = (f for f in checked.findings if f.severity != Severity.INFO and f.family not in NOT_OF_THE_SENTENCE)
    return [f"{finding.rule}: {finding.message}" for finding in told]


def told_right(sentence: str) -> str:
    return _CHOICE.sub(lambda choice: choice["right"], sentence.removeprefix("- "))


def told_wrong(sentence: str) -> list[str]:
    """The sentence with one of its wrong figures at a time."""
    text = sentence.removeprefix("- ")
    found = list(_CHOICE.finditer(text))
    return [told_right(text[: one.start()]) + one["wrong"] + told_right(text[one.end() :]) for one in found]


@cache
def reckoned() -> tuple[str, ...]:
    return tuple(lines_of("reckoned.txt"))


@pytest.mark.parametrize("sentence", [line for line in reckoned() if not line.startswith("- ")])
def test_a_wrong_figure_of_a_sentence_is_found(sentence: str) -> None:
    for wrong in told_wrong(sentence):
        assert accused(wrong), wrong


@pytest.mark.parametrize("sentence", reckoned())
def test_the_same_sentence_with_the_right_figure_accuses_nobody(sentence: str) -> None:
    assert accused(told_right(sentence)) == []


@pytest.mark.parametrize("sentence", lines_of("misleading.txt"))
def test_a_sentence_that_is_right_accuses_nobody_however_it_is_told(sentence: str) -> None:
    assert accused(sentence) == []


def test_the_sentences_beside_one_another_accuse_nobody() -> None:
    for name in ("reckoned.txt", "misleading.txt"):
        assert accused("\n\n".join(told_right(line) for line in lines_of(name))) == []
