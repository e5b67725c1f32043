"""docs/panduan.md as HTML: what the program writes beside its pages, with the pictures in it and nothing to fetch."""

from __future__ import annotations

import base64
import html
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs/panduan.md"
BODY = "pipeline/report/templates/panduan.body.html"
_NUMBERED = re.compile(r"\d+\. (.+)")


def body() -> str:
    """The guide without its title, which the frame of the page has: the list of its chapters, then the chapters."""
    tokens = parsed(GUIDE.read_text(encoding="utf-8"))[3:]
    renderer = _renderer()
    chapters = [(name, found[1]) for tag, name, said in _headings(tokens) if tag == "h2" and (found := _NUMBERED.match(said))]
    listed = "".join(f'<li><a href="#{name}">{html.escape(said)}</a></li>\n' for name, said in chapters)
    shown = renderer.renderer.render(tokens, renderer.options, {})
    return f'<nav class="chapters" aria-label="Isi panduan">\n<ol>\n{listed}</ol>\n</nav>\n<main class="reading">\n{shown}</main>\n'


def parsed(text: str) -> list[Token]:
    """Tables are all that is added to plain Markdown; HTML in it is text."""
    return _renderer().parse(text)


def slug(heading: str) -> str:
    """How a link names a heading, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _headings(tokens: Sequence[Token]) -> Iterator[tuple[str, str, str]]:
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            yield token.tag, slug(tokens[at + 1].content), tokens[at + 1].content


def _renderer() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    for name, rule in _RULES.items():
        made.add_render_rule(name, rule)
    return made


def _heading(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    del self, options
    env["last"] = tokens[at + 1].content
    return f'<{tokens[at].tag} id="{slug(env["last"])}">'


def _table(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    """A table scrolls in its own box on a small screen; the box is named by its heading and number."""
    del self, tokens, at, options
    env["tables"] = env.get("tables", 0) + 1
    name = html.escape(f"Tabel {env['tables']}: {env['last']}")
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">\n<table class="plain">\n'


def _table_end(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    del self, tokens, at, options, env
    return "</table>\n</div>\n"


def _image(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    del self, options, env
    content = (GUIDE.parent / str(tokens[at].attrs["src"])).read_bytes()
    width, height = Image.open(io.BytesIO(content)).size
    source = f"data:image/png;base64,{base64.b64encode(content).decode('ascii')}"
    return f'<img class="shot" src="{source}" width="{width}" height="{height}" alt="{html.escape(tokens[at].content)}">'


def is_key(tokens: Sequence[Token], at: int) -> bool:
    """Whether the code at this place is a key: it is bold, and nothing else is."""
    around = [token.type for token in tokens[max(at - 1, 0) : at + 2]]
    return around == ["strong_open", "code_inline", "strong_close"]


def _code(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    del self, options, env
    tag = "kbd" if is_key(tokens, at) else "code"
    return f"<{tag}>{html.escape(tokens[at].content)}</{tag}>"


def _strong(self: RendererHTML, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    del self, options, env
    opens = tokens[at].type == "strong_open"
    if is_key(tokens, at + 1 if opens else at - 1):
        return ""
    return "<strong>" if opens else "</strong>"


_RULES = {
    "heading_open": _heading,
    "table_open": _table,
    "table_close": _table_end,
    "image": _image,
    "code_inline": _code,
    "strong_open": _strong,
    "strong_close": _strong,
}
