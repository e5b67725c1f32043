"""Whether a printed name of a program, kegiatan or sub kegiatan is an official one, a slip of it, or departs from it."""

from __future__ import annotations

from rules.naming import Padanan, Penamaan, Selisih
from rules.nomenclature import PROGRAM
from rules.nomenclature_codes import bidang_of, is_whole
from rules.outcome import Comparison, Verdict

CUT = "nama yang tercetak adalah awal nama resmi: mungkin hanya terpotong cetakan"
SEVERAL = "lebih dari satu nama resmi sama dekatnya"
FAR = "tidak ada nama resmi yang cukup dekat"

_FEWEST_SAME = 3
_SAME_FOR_A_REPLACED_WORD = 5
_MOST_WORDS = 2
_SHARE = 3
_MARGIN = 2


def may_be_judged(one: Penamaan) -> bool:
    """Whether the names at hand cover this one: its bidang is listed, or it stands in (or is) the supporting program.

    A printed code of another bidang says that it is none of ours.
    """
    listed = {r.bidang for p in one.padanan for r in p.resmi}
    if not one.penunjang and any(is_whole(kode) and bidang_of(kode) not in listed for kode in one.kode):
        return False
    is_program = any(r.level == PROGRAM and r.penunjang for p in one.padanan[:1] for r in p.resmi)
    named_so = one.nama.casefold().startswith(PROGRAM)
    return bool(one.padanan) and (one.dikenal or one.penunjang or (is_program and named_so))


def fit(one: Penamaan) -> Comparison:
    """The verdict on a name that may be judged; the nearest official name is what is expected."""
    best = one.padanan[0]
    if best.selisih.nihil:
        return Comparison(Verdict.LOLOS, one.nama, best.nama)
    reason = _doubt(one, best)
    if reason:
        return Comparison(Verdict.TAK_DIPERIKSA, one.nama, best.nama, reason=reason)
    return Comparison(Verdict.TEMUAN, one.nama, best.nama, difference=told(best.selisih), method=kind(best.selisih))


def _doubt(one: Penamaan, best: Padanan) -> str:
    found = best.selisih
    words = len(found.hilang) + len(found.lebih)
    only_prose = not any(location.table for location in one.locations)
    doubts = (
        (found.di_ujung, CUT),
        (len(one.padanan) > 1 and one.padanan[1].selisih.besar - found.besar < _MARGIN, SEVERAL),
        (found.sama < _FEWEST_SAME - (not words), FAR),
        (words > _MOST_WORDS or _SHARE * (words + len(found.salah)) > found.sama + words + len(found.salah), FAR),
        (bool(found.hilang and found.lebih) and found.sama < _SAME_FOR_A_REPLACED_WORD, FAR),
        (only_prose and bool(found.lebih or found.salah), FAR),
    )
    return next((reason for holds, reason in doubts if holds), "")


def kind(found: Selisih) -> str:
    """`salah ketik` where only letters of words differ, `menyimpang` where words are missing, added or of another form."""
    other_form = any(a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a) for a, b in found.salah)
    return "menyimpang" if found.hilang or found.lebih or other_form else "salah ketik"


def told(found: Selisih) -> str:
    """The difference in words: what is written, missing, or too many."""
    parts = [f"{printed} (seharusnya {meant})" for printed, meant in found.salah]
    parts += [f"tanpa kata {' '.join(found.hilang)}"] if found.hilang else []
    parts += [f"dengan tambahan kata {' '.join(found.lebih)}"] if found.lebih else []
    return "; ".join(parts)
