#!/bin/sh
# Builds the walk over a PDF's pages, extractors/pdfium/walk*.c, where a C compiler is there; without one the same walk runs in Python.
# Only loads it, in a tenth of a second, when the library of this very source exists (its name tells the source, see walk.library()).
# A loader takes a library by any name: `.so` serves on every system. Failing is no error: one line says what it costs.
set -eu
cd "$(dirname "$0")/../extractors/pdfium"

# In one order everywhere: a locale may sort otherwise.
LC_ALL=C
export LC_ALL
digest() { sha256sum 2>/dev/null || shasum -a 256; }
library="walk-$(cat walk*.c walk.h | digest | cut -c 1-12).so"
made=$(pwd)/.walk-$$.so

# Products and sums are rounded one by one, as in Python; some machines would else join them. The second try is for old compilers.
builds() {
    command -v "$1" >/dev/null 2>&1 || return 1
    for exact in -ffp-contract=off ""; do
        # shellcheck disable=SC2086  # no option is no argument
        "$1" -O2 -shared -fPIC $exact walk*.c -o "$made" 2>/dev/null && return 0
    done
    return 1
}

# A compiler may build for another machine than the one that Python runs on.
loads() { "${PYTHON:-python3}" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1]).walk_words' "$1" 2>/dev/null; }

test -e "$library" && loads "./$library" && exit 0
trap 'rm -f "$made"' EXIT
for compiler in cc gcc clang; do
    if builds $compiler && loads "$made"; then
        rm -f walk-*.so
        mv "$made" "$library"
        exit 0
    fi
done
echo "PDF dibaca lebih lama tanpa kompilator C; ketik: sudo apt-get install gcc libc6-dev / without a C compiler PDFs take longer to read" >&2
