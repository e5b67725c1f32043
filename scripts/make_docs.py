"""Writes what is made from the code or from docs/ and kept beside it; with --check it only says what is out of date."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import guide_page  # noqa: E402  # the checkout is no installed package

from pipeline import explain, schema_docs  # noqa: E402  # the checkout is no installed package

PAGES: dict[str, Callable[[], str]] = {
    "docs/aturan.md": explain.all_rules_markdown,
    "docs/skema.md": schema_docs.markdown,
    guide_page.BODY: guide_page.body,
}


def main(arguments: list[str], root: Path = ROOT, pages: dict[str, Callable[[], str]] | None = None) -> int:
    """Write every page, or with --check compare; 1 when a page is not what the code says."""
    old = []
    for name, make in (PAGES if pages is None else pages).items():
        path, text = root / name, make()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        old.append(name)
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"written: {name}")
    if "--check" in arguments and old:
        print(f"not what the code says: {', '.join(old)}; make docs")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
