"""Is every rule of the catalogue whole: code, title, severity, basis, both examples, and a YAML with each verdict it can give?

The files are read, not imported: a rule that cannot be loaded is judged all the same.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import yaml
from house_records import Complaint, Module

FILE_NAME = re.compile(r"(?P<code>[a-z]{2}[0-9]{2})_[a-z0-9_]+\.py")
ATTRIBUTES = ("code", "title", "family", "severity", "basis")
EXAMPLES = ("Lolos:", "Temuan:")
VERDICTS = ("lolos", "hampir", "temuan", "tak_diperiksa")
# What a rule gives if it does not say; the same as in rules.base.Rule.
USUAL_VERDICTS = ("lolos", "temuan")

# fmt: off
FAMILIES = frozenset({
    "jumlah_anak", "jumlah_total", "sisa", "persen_realisasi", "persen_capaian", "rata_rata", "realisasi_lebih", "predikat",
    "predikat_kosong", "skala", "predikat_sakip", "rekap_hitung", "label_salah", "beda_antar_tabel", "beda_narasi_tabel",
    "beda_antar_narasi", "terbilang", "terbilang_ejaan", "rumus", "satuan", "perubahan_tahun", "hitungan", "label_tahun",
    "penomoran", "format_angka", "baris_induk_hilang", "nomenklatur", "kelengkapan", "lain",
})
# fmt: on


def incomplete_rules(root: Path) -> Iterator[Complaint]:
    """What is missing from the rules in rules/catalogue, and from their cases in tests/rules."""
    codes: dict[str, str] = {}
    for path in sorted((root / "rules/catalogue").glob("*.py")):
        if path.name == "__init__.py":
            continue
        name = path.relative_to(root).as_posix()
        match = FILE_NAME.fullmatch(path.name)
        if match is None:
            yield Complaint(name, 1, "a rule's file is named by its code, such as jm01_jumlah_anak.py")
            continue
        code = match["code"].upper()
        if code in codes:
            yield Complaint(name, 1, f"the code {code} is taken by {codes[code]}")
        codes.setdefault(code, name)
        yield from incomplete_rule(root, path, code)
    yield from cases_without_rule(root, codes)


def incomplete_rule(root: Path, path: Path, code: str) -> Iterator[Complaint]:
    text = path.read_text(encoding="utf-8")
    try:
        module = Module(path.relative_to(root).as_posix(), text, ast.parse(text))
    except SyntaxError:
        return  # said already, of the module
    rules = [node for node in module.tree.body if isinstance(node, ast.ClassDef) and node.name == code]
    if len(rules) != 1:
        yield Complaint(module.path, 1, f"holds one class, named {code}")
        return
    yield from (module.complaint(rules[0], text) for text in shortcomings(rules[0], code))
    yield from incomplete_cases(root, code, verdicts(attributes(rules[0]).get("verdicts")))


def shortcomings(rule: ast.ClassDef, code: str) -> Iterator[str]:
    """What the class itself does not say, or says wrong."""
    values = attributes(rule)
    yield from (f"{code} lacks {name}" for name in ATTRIBUTES if name not in values)
    yield from (f"{code} has an empty {name}" for name in ("title", "basis") if name in values and literal(values[name]) == "")
    if "code" in values and literal(values["code"]) != code:
        yield f"{code} says that its code is {literal(values['code'])!r}"
    if "family" in values and literal(values["family"]) not in FAMILIES:
        yield f"{code} is of no known family: {literal(values['family'])!r}"
    described = ast.get_docstring(rule) or ""
    for example in EXAMPLES:
        if not re.search(rf"^\s*{example}", described, re.MULTILINE):
            yield f"the docstring of {code} has no example '{example}'"


def incomplete_cases(root: Path, code: str, possible: tuple[str, ...]) -> Iterator[Complaint]:
    path = root / f"tests/rules/{code.lower()}.yaml"
    name = path.relative_to(root).as_posix()
    if not path.is_file():
        yield Complaint(name, 1, f"is missing: the cases of {code}")
        return
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        yield Complaint(name, 1, f"is no YAML: {str(error).splitlines()[0]}")
        return
    seen = expected_verdicts(content)
    for verdict in possible:
        if verdict not in seen:
            yield Complaint(name, 1, f"{code} can say {verdict}, and no case shows it")


def cases_without_rule(root: Path, codes: dict[str, str]) -> Iterator[Complaint]:
    for path in sorted((root / "tests/rules").glob("*.yaml")):
        if re.fullmatch(r"[a-z]{2}[0-9]{2}", path.stem) and path.stem.upper() not in codes:
            yield Complaint(path.relative_to(root).as_posix(), 1, "cases of a rule that does not exist")


def attributes(rule: ast.ClassDef) -> dict[str, ast.expr]:
    """What is assigned in the body of the class, with or without a type."""
    found: dict[str, ast.expr] = {}
    for node in rule.body:
        if isinstance(node, ast.Assign):
            found |= {target.id: node.value for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
            found[node.target.id] = node.value
    return found


def literal(value: ast.expr) -> object:
    return value.value if isinstance(value, ast.Constant) else None


def verdicts(value: ast.expr | None) -> tuple[str, ...]:
    """The verdicts named by `verdicts = (Verdict.LOLOS, ...)`, or the usual two."""
    if value is None:
        return USUAL_VERDICTS
    names = {node.attr.lower() for node in ast.walk(value) if isinstance(node, ast.Attribute)}
    return tuple(verdict for verdict in VERDICTS if verdict in names)


def expected_verdicts(content: object) -> set[str]:
    """The verdicts that the cases expect: as a value (`verdict: temuan`) or as a key with something under it (`temuan: 2`)."""
    match content:
        case str():
            return {content} & set(VERDICTS)
        case list():
            return set().union(*map(expected_verdicts, content))
        case dict():
            keys = {key for key, value in content.items() if key in VERDICTS and value}
            return keys.union(*map(expected_verdicts, content.values()))
        case _:
            return set()
