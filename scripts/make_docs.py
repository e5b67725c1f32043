"""Writes docs/aturan.md from the rules themselves; with --check it only says whether the page is up to date."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from rules.base import Rule, all_rules  # noqa: E402  # the checkout is no installed package

PAGE = ROOT / "docs/aturan.md"
HEAD = "# Aturan\n\nDihasilkan dari kode aturan oleh `make docs`; jangan diubah di sini.\n"


def main(arguments: list[str]) -> int:
    text = page(all_rules())
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8")
        print(f"{PAGE.relative_to(ROOT)}: {text.count(chr(10))} lines")
        return 0
    if (PAGE.read_text(encoding="utf-8") if PAGE.is_file() else "") == text:
        return 0
    print(f"{PAGE.relative_to(ROOT)} is not what the rules say: make docs")
    return 1


def page(rules: Iterable[Rule]) -> str:
    known = tuple(rules)
    if not known:
        return ""
    return "\n".join([HEAD, *overview(known), *(line for rule in known for line in section(rule))]).rstrip() + "\n"


def overview(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| kode | judul | keluarga | tingkat | dasar |"
    yield "| --- | --- | --- | --- | --- |"
    for rule in rules:
        yield f"| [{rule.code}](#{rule.code.lower()}) | {rule.title} | `{rule.family}` | {rule.severity} | {rule.basis} |"
    yield ""


def section(rule: Rule) -> Iterator[str]:
    """The docstring as it stands: sentences as text, what is indented under an example as a block."""
    yield f"## {rule.code}"
    yield ""
    yield f"**{rule.title}** · `{rule.family}` · {rule.severity} · {rule.basis} · {', '.join(rule.verdicts)}"
    yield ""
    in_example = False
    for line in inspect.cleandoc(rule.__doc__ or "").splitlines():
        indented = line.startswith("    ")
        if indented != in_example and line.strip():
            yield "```" if in_example else "\n```text"
            in_example = indented
        yield line[4:] if indented else line
    if in_example:
        yield "```"
    yield ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
