"""Checks the house rules that no other linter knows; prints one line a breach and exits with 1 if there is one.

Each check is a function from a module (or the whole checkout) to complaints; CHECKS says where it holds.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import house_catalogue
from house_records import Complaint, Module

MODULE_LINES = 300
RULE_LINES = 90

PACKAGES = ("extractors", "rules", "pipeline")
# The command line, the workers with their time limits, and the measuring of speed may know the time.
MAY_KNOW_THE_TIME = ("pipeline/cli.py", "pipeline/runner.py", "pipeline/bench.py", "pipeline/commands/serve.py")

FLOAT_NAMES = {"float", "complex"}
FLOAT_MODULES = {"math", "cmath", "statistics", "numpy"}
CLOCK_MODULES = {"time", "random", "secrets", "uuid"}
CLOCK_CALLS = {"now", "utcnow", "today"}

# Written so that this file does not accuse itself.
MACHINE_PATH = re.compile(r"(?<![\w.~)}/-])/(?:wor[k]|roo[t]|tm[p]|hom[e]/\w+|User[s]/\w+|opt/pyp[i][\w-]*)(?![\w.-])")
REGISTRY = re.compile(
    r"(?:pyp[i]|pythonhoste[d])\.org|--[\w-]*(?:index-ur[l]|find-link[s])|^\s*(?:extra-)?index-ur[l]\s*=|\bfile:/[/]/", re.MULTILINE
)
PLAIN_FILE_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Check:
    """Where a check holds: paths that match a pattern of `where` and are not in `spared`."""

    find: Callable[[Module], Iterator[Complaint]]
    where: tuple[str, ...]
    spared: tuple[str, ...] = ()

    def holds_for(self, path: str) -> bool:
        pure = PurePosixPath(path)
        return path not in self.spared and any(pure.match(pattern) or path.startswith(pattern) for pattern in self.where)


def main(arguments: list[str]) -> int:
    root = Path(arguments[0]) if arguments else Path(__file__).resolve().parent.parent
    found = complaints(root)
    for complaint in found:
        print(complaint)
    print(f"{len(found)} breaches of the house rules" if found else "all good")
    return 1 if found else 0


def complaints(root: Path) -> list[Complaint]:
    """Every breach in the checkout at `root`, by path and line; folders that do not exist are no breach."""
    found: list[Complaint] = []
    for path in python_files(root):
        module = parsed(root, path)
        if isinstance(module, Complaint):
            found.append(module)
            continue
        for check in CHECKS:
            if check.holds_for(module.path):
                found += check.find(module)
    found += house_catalogue.incomplete_rules(root)
    found += named_places(root)
    return sorted(found, key=lambda complaint: (complaint.path, complaint.line, complaint.text))


def python_files(root: Path) -> list[Path]:
    folders = [root / name for name in (*PACKAGES, "scripts")]
    return sorted(path for folder in folders for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


def parsed(root: Path, path: Path) -> Module | Complaint:
    name = path.relative_to(root).as_posix()
    text = path.read_text(encoding="utf-8")
    try:
        return Module(name, text, ast.parse(text))
    except SyntaxError as error:
        return Complaint(name, error.lineno or 1, f"is no Python: {error.msg}")


# ------------------------------------------------------------------ checks of one module


def floats(module: Module) -> Iterator[Complaint]:
    """A number is a Decimal from text to verdict."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float | complex):
            yield module.complaint(node, f"the float {node.value} where only exact numbers are allowed")
        elif isinstance(node, ast.Name) and node.id in FLOAT_NAMES:
            yield module.complaint(node, f"the name {node.id} where only exact numbers are allowed")
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for name in imported(node):
                if name in FLOAT_MODULES:
                    yield module.complaint(node, f"imports {name}, which reckons in floats")


def loose_records(module: Module) -> Iterator[Complaint]:
    """Records are frozen and slotted, so that no stage changes what another one made.

    In the pipeline a class that is private, or that changes itself in a method of its own, is no record: it may thaw.
    """
    strict = module.path.startswith(("extractors/", "rules/"))
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            wanted = {"slots"} if not strict and (node.name.startswith("_") or changes_itself(node)) else {"frozen", "slots"}
            for said in dataclass_options(node):
                if missing := sorted(wanted - said):
                    yield module.complaint(node, f"the record {node.name} lacks {' and '.join(f'{word}=True' for word in missing)}")


def dataclass_options(node: ast.ClassDef) -> Iterator[set[str]]:
    """The options that are switched on, for each decorator that makes a dataclass."""
    for decorator in node.decorator_list:
        keywords = decorator.keywords if isinstance(decorator, ast.Call) else []
        if last_name(decorator.func if isinstance(decorator, ast.Call) else decorator) == "dataclass":
            yield {word.arg for word in keywords if word.arg and isinstance(word.value, ast.Constant) and word.value.value is True}


def changes_itself(node: ast.ClassDef) -> bool:
    return any(
        isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store) and last_name(part.value) == "self" for part in ast.walk(node)
    )


def long_modules(module: Module) -> Iterator[Complaint]:
    limit = RULE_LINES if PurePosixPath(module.path).match("rules/catalogue/*.py") else MODULE_LINES
    lines = len(module.text.splitlines())
    if lines > limit:
        yield Complaint(module.path, lines, f"has {lines} lines, more than {limit}: it holds more than one thing")


def busy_inits(module: Module) -> Iterator[Complaint]:
    """Nothing is loaded because a package was named."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import | ast.ImportFrom) and imported(node) != ["__future__"]:
            yield module.complaint(node, "an __init__ that imports")


def clocks(module: Module) -> Iterator[Complaint]:
    """The same input gives the same bytes: no clock, no chance."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name in imported(node):
                if name in CLOCK_MODULES:
                    yield module.complaint(node, f"imports {name}: no clock and no chance below the command line")
        elif isinstance(node, ast.Attribute) and node.attr in CLOCK_CALLS and last_name(node.value) in {"datetime", "date", "Timestamp"}:
            yield module.complaint(node, f"asks the clock ({node.attr}): no clock and no chance below the command line")
        elif isinstance(node, ast.Attribute) and node.attr == "urandom":
            yield module.complaint(node, "asks for chance (urandom)")


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    """The top-level names that a statement imports; a relative import has none."""
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    return [(node.module or "").partition(".")[0]] if node.level == 0 else [""]


def last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


CHECKS = (
    Check(floats, where=("rules/",)),
    Check(loose_records, where=("extractors/", "rules/", "pipeline/", "scripts/")),
    Check(long_modules, where=("extractors/", "rules/", "pipeline/", "scripts/")),
    Check(busy_inits, where=("__init__.py",)),
    Check(clocks, where=("extractors/", "rules/", "pipeline/"), spared=MAY_KNOW_THE_TIME),
)


# ------------------------------------------------------------------ checks of the whole checkout


def named_places(root: Path) -> Iterator[Complaint]:
    """No file names a folder of somebody's machine, or where packages come from."""
    for path in kept_files(root):
        text = plain_text(path)
        for pattern, what in ((MACHINE_PATH, "a path of one machine"), (REGISTRY, "the address of a package registry")):
            for hit in pattern.finditer(text):
                line = text.count("\n", 0, hit.start()) + 1
                yield Complaint(path.relative_to(root).as_posix(), line, f"names {what}: {hit.group().strip()}")


def kept_files(root: Path) -> list[Path]:
    """What git keeps or would keep; where git cannot say, every file outside of hidden folders."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        found = [path for path in root.rglob("*") if not any(part.startswith(".") for part in path.relative_to(root).parts[:-1])]
    else:
        found = [root / name for name in listed if name]
    return sorted(path for path in found if path.is_file() and not path.is_symlink())


def plain_text(path: Path) -> str:
    content = path.read_bytes()[:PLAIN_FILE_BYTES]
    return "" if b"\0" in content else content.decode("utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
