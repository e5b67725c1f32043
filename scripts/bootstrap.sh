#!/bin/sh
# Makes .venv ready: `bootstrap.sh run` for the job itself, `bootstrap.sh dev` for tests and lint as well; builds the quick walk over PDFs.
# For the tests of the pages `dev` adds a browser from Debian's packages, where that can be had.
# Does nothing, in a few milliseconds, when a stamp says that this was done with these very locks.
# PYTHON=/path/to/python chooses the interpreter. Messages go to stderr: Indonesian first, then English.
set -eu
cd "$(dirname "$0")/.."

what=${1:-run}
venv=.venv
python=$venv/bin/python
case $what in
    run) locks="requirements.lock" ;;
    dev) locks="requirements.lock requirements-dev.lock" ;;
    *) echo "bootstrap.sh run|dev" >&2; exit 2 ;;
esac

say() { printf '%s\n' "$@" >&2; }

# shellcheck disable=SC2086  # $locks is a list
stamp() { printf '%s/.stamp-%s-%s\n' "$venv" "$1" "$(cat scripts/bootstrap.sh $2 | cksum | cut -d ' ' -f 1)"; }

is_ready() {
    test -x $python || return 1
    test -e "$(stamp dev "requirements.lock requirements-dev.lock")" && return 0
    test "$what" = run && test -e "$(stamp run requirements.lock)"
}

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; }
makes_venvs() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }
has_pip() { "$1" -m pip --version >/dev/null 2>&1; }

candidates() { printf '%s\n' ${PYTHON:-python3.13 python3.12 python3.11 python3.14 python3}; }

# An interpreter that can make an environment goes before a newer one that cannot.
choose_python() {
    for candidate in $(candidates); do
        if fits "$candidate" && makes_venvs "$candidate"; then echo "$candidate"; return; fi
    done
    for candidate in $(candidates); do
        if fits "$candidate"; then echo "$candidate"; return; fi
    done
    return 1
}

as_root() {
    if test "$(id -u)" -eq 0; then "$@"; else sudo -n "$@"; fi
}

may_be_root() { test "$(id -u)" -eq 0 || sudo -n true 2>/dev/null; }

install_packages() {
    command -v apt-get >/dev/null 2>&1 && may_be_root || return 1
    say "Memasang paket $* (sekali saja) / installing $* (once only) ..."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2 </dev/null && return 0
    as_root apt-get update -q >&2 </dev/null || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2 </dev/null
}

# No failure: without a browser the tests of the pages are skipped, and say so.
add_browser() {
    $python tests/browser/chromium.py >/dev/null || install_packages chromium fonts-liberation ||
        say "Tanpa peramban, uji halaman dilewati; ketik: sudo apt-get install chromium" \
            "Without a browser the tests of the pages are skipped; type: sudo apt-get install chromium"
}

# Debian keeps what `python3 -m venv` needs in a package of its own.
make_venv() {
    chosen=$(choose_python) || {
        say "Python 3.11 atau lebih baru belum ada. Ketik: sudo apt-get install python3 python3-venv" \
            "Python 3.11 or newer is missing.      Type:  sudo apt-get install python3 python3-venv"
        exit 1
    }
    package=$("$chosen" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if makes_venvs "$chosen" || { install_packages "$package" && makes_venvs "$chosen"; }; then
        "$chosen" -m venv --clear $venv
        pip="$python -m pip"
    elif has_pip "$chosen"; then
        "$chosen" -m venv --clear --without-pip $venv
        pip="$chosen -m pip --python $python"
    else
        say "Paket $package belum ada, jadi lingkungan Python tidak dapat dibuat. Ketik: sudo apt-get install $package" \
            "The package $package is missing: no Python environment can be made. Type: sudo apt-get install $package"
        exit 1
    fi
}

fill_venv() {
    for lock in $locks; do last=$lock; done
    # The dev lock holds the runtime lock, at the same versions.
    $pip install --quiet --disable-pip-version-check --no-input --progress-bar off --require-hashes --requirement "$last" >&2 </dev/null || {
        say "Pemasangan pustaka gagal (lihat pesan di atas); periksa jaringan, lalu ulangi perintah yang sama." \
            "Installing the libraries failed (see above); check the network and type the same command again."
        exit 1
    }
}

# The packages are run from the checkout: a relative path file, so that a copied folder never runs the old one's code.
link_project() {
    site=$($python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    $python -c 'import os, sys; print(os.path.relpath(sys.argv[1], sys.argv[2]))' "$PWD" "$site" > "$site/lakip.pth"
    cat > $venv/bin/lakip <<'LAUNCHER'
#!/bin/sh
'''exec' "$(dirname "$(readlink -f "$0")")/python" "$0" "$@"
' '''
# Exit codes 0 to 4 and 130 belong to the program; 70 says that the program itself is broken.
import sys
import traceback

if __name__ == "__main__":
    try:
        from pipeline.cli import main

        code = main()
    except Exception:
        traceback.print_exc()
        code = 70
    sys.exit(code)
LAUNCHER
    chmod +x $venv/bin/lakip
}

set_up() {
    is_ready && return  # another one was faster, while we waited for the lock
    say "Menyiapkan $venv, sekali saja, sekitar satu menit / setting up $venv, once only, about a minute ..."
    started=$(date +%s)
    # An environment of these very locks is filled up; anything else is made anew, so that nothing old stays in it.
    if test -x $python && test -e "$(stamp run requirements.lock)" && has_pip $python; then
        pip="$python -m pip"
    else
        make_venv
    fi
    fill_venv
    link_project
    if test "$what" = dev; then add_browser; fi
    : > "$(stamp "$what" "$locks")"
    say "Selesai dalam $(($(date +%s) - started)) detik / done."
}

if ! is_ready; then
    if command -v flock >/dev/null 2>&1; then
        exec 9< scripts/bootstrap.sh
        flock 9
    fi
    set_up
fi
PYTHON=$PWD/$python sh scripts/build_walk.sh
