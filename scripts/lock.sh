#!/bin/sh
# Writes the two lock files anew from pyproject.toml. Needs uv on the PATH; `UPGRADE=1 scripts/lock.sh` takes the newest releases.
# The dev lock is made within the runtime lock, so that one environment can serve both.
set -eu
cd "$(dirname "$0")/.."

compile() {
    uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
        --no-header --no-annotate --quiet "$@"
}

compile ${UPGRADE:+--upgrade} --output-file requirements.lock
compile ${UPGRADE:+--upgrade} --extra dev --constraints requirements.lock --output-file requirements-dev.lock
