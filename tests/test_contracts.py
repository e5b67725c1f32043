"""Each import contract of pyproject.toml breaks when it is violated, and keeps quiet about the heavy library's own home."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

AT_HOME = {
    "extractors/model.py": "",
    "extractors/base.py": "import extractors.model",
    "extractors/plumber.py": "import pdfplumber\nimport extractors.base",
    "extractors/camelot.py": "import camelot\nimport pdfminer.layout\nimport extractors.base",
    "extractors/pdfium/__init__.py": "",
    "extractors/pdfium/walk.py": "import numpy as np\nimport numpy.typing as npt\nimport pypdfium2.raw\nimport extractors.base",
    "extractors/pdfium/engine.py": "import numpy as np\nimport extractors.pdfium.walk",
    "extractors/stitch.py": "import rapidfuzz\nimport extractors.model",
    "extractors/choose.py": "from extractors import plumber, camelot, stitch\nfrom extractors.pdfium import engine",
    "rules/facts.py": "import extractors.model",
    "rules/catalogue/__init__.py": "",
    "rules/catalogue/jm01_jumlah_anak.py": "import rules.facts",
    "pipeline/normalize/__init__.py": "",
    "pipeline/normalize/names.py": "import rapidfuzz.fuzz",
    "pipeline/store.py": "import pandas\nimport pyarrow.parquet",
    "pipeline/expectations.py": "import great_expectations\nimport pandas",
    "pipeline/report/__init__.py": "",
    "pipeline/report/sheet.py": "import xlsxwriter\nimport pandas",
    "pipeline/stages.py": "import extractors.choose\nimport rules.facts\nfrom pipeline import expectations, store, normalize",
    "pipeline/cli.py": "import pipeline.stages",
}

# Each: a module, what it imports too, and the contract that this breaks.
VIOLATIONS = {
    "rules use pipeline": ("rules/facts.py", "import pipeline.store", "imports go downward"),
    "extractors use rules": ("extractors/base.py", "import rules.facts", "imports go downward"),
    "extractors use pipeline, inside a function": ("extractors/base.py", "def f():\n    import pipeline.cli", "imports go downward"),
    "a rule uses an engine": ("rules/catalogue/jm01_jumlah_anak.py", "import extractors.plumber", "of extractors, rules use only"),
    "rules use the engine contract": ("rules/facts.py", "from extractors import base", "of extractors, rules use only"),
    "the model uses an engine": ("extractors/model.py", "import extractors.plumber", "the model below them"),
    "the gate elsewhere": ("pipeline/stages.py", "import great_expectations", "great_expectations only"),
    "the gate in a rule": ("rules/facts.py", "import great_expectations.core", "great_expectations only"),
    "pdfplumber in the pipeline": ("pipeline/stages.py", "import pdfplumber", "pdfplumber and camelot only"),
    "camelot in a rule": ("rules/facts.py", "from camelot import read_pdf", "pdfplumber and camelot only"),
    "rapidfuzz in an engine": ("extractors/plumber.py", "import rapidfuzz", "rapidfuzz only"),
    "rapidfuzz in a rule": ("rules/catalogue/jm01_jumlah_anak.py", "from rapidfuzz import fuzz", "rapidfuzz only"),
    "pandas in a rule": ("rules/facts.py", "import pandas", "pandas, pyarrow only"),
    "pyarrow in a rule": ("rules/facts.py", "import pyarrow", "pandas, pyarrow only"),
    "pandas in a normalizer": ("pipeline/normalize/names.py", "import pandas", "pandas, pyarrow only"),
    "pandas in an engine": ("extractors/plumber.py", "import pandas", "pandas, pyarrow only"),
    "pandas in the lean engine": ("extractors/pdfium/engine.py", "import pandas", "pandas, pyarrow only"),
    "numpy in another engine": ("extractors/plumber.py", "import numpy", "numpy in pdfium"),
    "numpy in the model": ("extractors/model.py", "import numpy", "numpy in pdfium"),
    "numpy in a rule": ("rules/facts.py", "import numpy.linalg", "numpy in pdfium"),
    "numpy in a normalizer": ("pipeline/normalize/names.py", "import numpy", "numpy in pdfium"),
    "the lean engine uses rules": ("extractors/pdfium/engine.py", "import rules.facts", "imports go downward"),
    "the model uses the lean engine": ("extractors/model.py", "import extractors.pdfium.walk", "the model below them"),
}


def broken_contracts(folder: Path, extra: tuple[str, str] | None = None) -> list[str]:
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name in ("extractors", "rules", "pipeline"):
        (folder / name).mkdir()
        (folder / name / "__init__.py").touch()
    for name, text in AT_HOME.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
    if extra:
        with (folder / extra[0]).open("a", encoding="utf-8") as file:
            file.write(extra[1] + "\n")
    program = Path(sys.executable).parent / "lint-imports"
    ran = subprocess.run([program, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)
    lines = ran.stdout.partition("Broken contracts")[0].splitlines()
    assert any("Contracts:" in line for line in lines), ran.stdout + ran.stderr
    assert ran.returncode == (1 if any("BROKEN" in line for line in lines) else 0)
    return [line.partition("BROKEN")[0].strip() for line in lines if "BROKEN" in line]


def test_every_library_may_be_at_home(tmp_path: Path) -> None:
    assert broken_contracts(tmp_path) == []


@pytest.mark.parametrize("violation", VIOLATIONS)
def test_each_violation_breaks_its_contract(violation: str, tmp_path: Path) -> None:
    path, text, contract = VIOLATIONS[violation]
    broken = broken_contracts(tmp_path, (path, text))
    assert any(contract in name for name in broken), broken
