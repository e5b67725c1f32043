"""docs/aturan.md is made from the rules: what a rule says of itself stands there, with its examples as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import make_docs

from pipeline.explain import all_rules_markdown
from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity


class ZZ01(Rule):
    """A total is a total.

    Lolos:
        | a | b |

        | c | d |
    Temuan:
        | a | x |
    """

    code = "ZZ01"
    title = "Jumlah tidak sama"
    family = "jumlah_total"
    severity = Severity.TINGGI
    basis = "aritmetika"

    def check(self, report: ReportView) -> Iterator[Outcome]:
        return iter(())


def test_a_rule_is_described_with_its_examples() -> None:
    text = all_rules_markdown([ZZ01()])
    assert "| [ZZ01](#zz01) | Jumlah tidak sama | `jumlah_total` | tinggi | aritmetika |" in text
    assert "Lolos:\n\n```text\n| a | b |\n\n| c | d |\n```\nTemuan:\n\n```text\n| a | x |\n```\n" in text


def test_no_rules_make_no_page() -> None:
    assert all_rules_markdown([]) == ""


def test_an_old_page_is_said_to_be_old(tmp_path: Path) -> None:
    pages = {"docs/satu.md": lambda: "isi\n"}
    assert make_docs.main(["--check"], tmp_path, pages) == 1
    assert make_docs.main([], tmp_path, pages) == 0
    assert make_docs.main(["--check"], tmp_path, pages) == 0
    assert (tmp_path / "docs/satu.md").read_text(encoding="utf-8") == "isi\n"
