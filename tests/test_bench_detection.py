"""`make bench-detection`: a small run of it, and what it reckons by itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline import bench_detection
from pipeline.benchmarks.detection import summary
from pipeline.benchmarks.detection.compose import compose
from pipeline.benchmarks.detection.judging import truth_of
from pipeline.benchmarks.detection.model import Figure, Kind, Relation, Style, Tie
from pipeline.benchmarks.detection.relations import Sheet
from pipeline.benchmarks.detection.repair import smallest
from pipeline.benchmarks.detection.run import Wanted, run
from pipeline.benchmarks.detection.slips import KINDS, Slip
from pipeline.benchmarks.detection.spelling import spelled

MONEY, PERCENT = Style(), Style(2)


def sheet(*relations: Relation) -> Sheet:
    """A pagu and two realisasi with their sum and a percentage."""
    kinds = (Kind.PAGU, Kind.REALISASI, Kind.REALISASI, Kind.REALISASI, Kind.SERAPAN)
    styles = (MONEY, MONEY, MONEY, MONEY, PERCENT)
    figures = [
        Figure(key, Decimal(0), kind, style, f"baris {key}", "Tabel 1", kind.value)
        for key, (kind, style) in enumerate(zip(kinds, styles, strict=True))
    ]
    return Sheet(figures, relations)


SUM = Relation(Tie.SUM, (1, 2, 3))
SERAPAN = Relation(Tie.PERCENT, (4, 1, 0))
VALUES = {0: Decimal(8_000_000), 1: Decimal(5_823_411), 2: Decimal(3_500_000), 3: Decimal(2_323_411), 4: Decimal("72.79")}


def test_a_small_run_finds_what_is_wrong_and_accuses_nothing_that_is_right() -> None:
    ran = run(Wanted(54, forms=("txt",), seed=40, jobs=1))
    assert [one.alarms for one in ran.untouched if one.alarms] == []
    told = summary.tally("all", [result.judged for result in ran.results])
    assert told.slips == 54
    assert told.found == told.breaking >= 50
    assert told.valued >= told.unique - 2


def test_the_same_seed_makes_the_same_report() -> None:
    assert compose(7).draft.values() == compose(7).draft.values() != compose(8).draft.values()


@pytest.mark.parametrize("seed", range(12))
def test_a_generated_report_is_right_throughout(seed: int) -> None:
    draft = compose(seed).draft
    assert Sheet(draft.figures, draft.relations).broken(draft.values()) == ()


def test_rounding_cut_off_decimals_and_one_rupiah_are_let_pass() -> None:
    known = sheet(SUM, SERAPAN)
    assert known.broken(VALUES) == ()
    assert known.broken({**VALUES, 1: VALUES[1] + 1}) == ()
    assert known.broken({**VALUES, 4: Decimal("72.80")}) == (SERAPAN,)
    assert known.broken({**VALUES, 1: VALUES[1] + 100_000}) == (SUM, SERAPAN)


def test_the_smallest_repair_is_found_by_trying() -> None:
    known, wrong = sheet(SUM, SERAPAN), {**VALUES, 1: Decimal(8_523_411)}
    (repair,) = smallest(known, wrong, known.broken(wrong))
    assert (repair.size, repair.values) == (0, ((1, Decimal(5_823_411)),))


def test_of_a_lone_sum_no_repair_is_the_only_one() -> None:
    known, wrong = sheet(SUM), {**VALUES, 1: Decimal(5_823_411 + 4_100_000)}
    assert len(smallest(known, wrong, known.broken(wrong))) > 1


def test_a_slip_that_nothing_speaks_against_breaks_nothing() -> None:
    draft = compose(3).draft
    assert truth_of(draft, Slip("untouched")).breaks is False


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (11, "sebelas"),
        (112, "seratus dua belas"),
        (1_020, "seribu dua puluh"),
        (2_000_000_100, "dua miliar seratus"),
        (151_000, "seratus lima puluh satu ribu"),
    ],
)
def test_amounts_are_spelled(number: int, words: str) -> None:
    assert spelled(number) == words


def test_a_page_is_renewed_between_its_marks() -> None:
    page = f"kepala\n{bench_detection.OPEN} cara -->\nlama\n{bench_detection.CLOSE}\nekor\n"
    assert bench_detection.renewed(page, "baru\n") == f"kepala\n{bench_detection.OPEN} cara -->\n\nbaru\n\n{bench_detection.CLOSE}\nekor\n"
    with pytest.raises(ValueError, match="no marks"):
        bench_detection.renewed("tanpa tanda", "baru")


def test_an_unknown_kind_is_said_to_be_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_detection.main(["--kind", "tidak ada"]) == 2
    said = capsys.readouterr().out
    assert all(kind in said for kind in KINDS)
