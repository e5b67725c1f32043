#!/bin/sh
# Every check of `make lint`, all of them even when one fails; the folders to look at are the arguments.
set -u
cd "$(dirname "$0")/.."
python=.venv/bin/python
failed=""

run() {
    name=$1
    shift
    printf '%s: ' "$name"
    if "$@"; then :; else failed="$failed $name"; fi
}

typed=""
for folder in "$@"; do test "$folder" = tests || typed="$typed $folder"; done

run "ruff check" $python -m ruff check "$@"
run "ruff format" $python -m ruff format --check "$@"
# shellcheck disable=SC2086  # a list of folders
run "mypy" $python -m mypy $typed
run "import-linter" .venv/bin/lint-imports --no-logo
run "house" $python scripts/house.py
# No failure: a new rule is one file and one YAML, and the page is made from them.
$python scripts/make_docs.py --check

test -z "$failed" && echo "lint: all good" && exit 0
echo "lint failed:$failed" >&2
exit 1
