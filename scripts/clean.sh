#!/bin/sh
# Removes what can be made again. Never data/raw, never a decision of a reviewer.
set -eu
cd "$(dirname "$0")/.."

test -d reports && find reports -mindepth 1 -maxdepth 1 ! -name 'decisions*' ! -name '.gitkeep' -exec rm -rf {} +
test -d data/clean && find data/clean -mindepth 1 -maxdepth 1 ! -name 'decisions*' ! -name '.gitkeep' -exec rm -rf {} +
rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis build dist ./*.egg-info .coverage htmlcov
find . -name .git -prune -o -path ./.venv -prune -o -path ./data/raw -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +
