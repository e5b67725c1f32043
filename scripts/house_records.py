"""What the checks of the house rules look at, and what they say."""

from __future__ import annotations

import ast
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Complaint:
    """One breach of a house rule."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


@dataclass(frozen=True, slots=True)
class Module:
    """A Python file, by its path in the checkout."""

    path: str
    text: str
    tree: ast.Module

    def complaint(self, node: ast.stmt | ast.expr, text: str) -> Complaint:
        return Complaint(self.path, node.lineno, text)
