"""Statutory faults are found where they stand, in their weight; what only looks like one is let pass.

The tables beside this file were written from the law alone, before the rules were read.
"""

import datetime
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

from newsletter.checking import check
from newsletter.commission import Order
from newsletter.diagnostics import Span
from tests.checks.conftest import TODAY
from tests.checks.statutory.planting import PLACES
from tests.checks.terminal import SLUG, good_workspace

TABLES = Path(__file__).parent
LEAST_FAULTS, LEAST_TWINS = 400, 150


def rows(table: str) -> Iterator[tuple[str, ...]]:
    """Return the rows of a table."""
    for line in (TABLES / table).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield tuple(each.strip(" ") for each in line.split(" | "))


def findings(workspace: Path) -> tuple[tuple[str, str, str], ...]:
    """Return code, severity and place of all that `check` says, without the time that a command line takes."""
    said = check(Order(workspace, SLUG, datetime.date.fromisoformat(TODAY))).diagnostics
    return tuple((each.rule.code, str(each.severity), _written(each.at)) for each in said)


def _written(at: Span | None) -> str:
    return f"{at.file}:{at.line}:{at.column}" if at else ""


FAULTS, TWINS = tuple(rows("faults.txt")), tuple(rows("twins.txt"))
Row = tuple[str, ...]
APART = frozenset(
    {
        *(
            "publisher",
            "notice",
            "recipients",
            "printer name",
            "printer licence",
            "printer address",
            "editors",
        ),
        *("address", "phone", "page name", "label", "number"),
        *("kicker", "headline", "deck", "byline", "source", "caption", "credit"),
    }
)
"""Places of a line each that stays where it is, so that rows of several can be planted in one issue."""


def batches(table: tuple[Row, ...]) -> tuple[tuple[Row, ...], ...]:
    """Return the rows of a table in batches of which each plants no place twice; others stand alone."""
    open_, made = {place: list[Row]() for place in sorted(APART)}, []
    for row in table:
        if row[0] in APART and len(row) < 4 and row[1] != "-":
            open_[row[0]].append(row)
        else:
            made.append((row,))
    lined = [tuple(each for each in batch if each) for batch in zip_longest(*open_.values())]
    return (*made, *lined)


def planted(batch: tuple[Row, ...], workspace: Path) -> tuple[list[str], tuple[tuple[str, str, str], ...]]:
    """Plant rows in a good workspace; return where each stands, and all that `check` says."""
    good_workspace(workspace)
    return [PLACES[row[0]](workspace, row[1]) for row in batch], findings(workspace)


def is_found(row: Row, at: str, said: tuple[tuple[str, str, str], ...]) -> bool:
    weight, code = row[2].split()
    place = f"{row[3]}:" if row[3:] else at
    return any((code, weight) == each[:2] and each[2].startswith(place) for each in said)


def missed(batch: tuple[Row, ...], folder: Path) -> list[tuple[Row, object]]:
    """Return the rows that are not found, each with what is said: rows missed in company are tried alone."""
    places, said = planted(batch, folder / "all")
    lost = [row for row, at in zip(batch, places, strict=True) if not is_found(row, at, said)]
    if len(batch) == 1:
        return [(row, said) for row in lost]
    return [each for n, row in enumerate(lost) for each in missed((row,), folder / str(n))]


def told(batch: tuple[Row, ...], folder: Path) -> list[tuple[Row, object]]:
    """Return the rows of which something is said: where a batch is not silent, each is tried alone."""
    _places, said = planted(batch, folder / "all")
    faults = [each for each in said if each[0][0] in "ALM"]
    if not faults or len(batch) == 1:
        return [(batch[0], faults)] if faults else []
    return [each for n, row in enumerate(batch) for each in told((row,), folder / str(n))]


def _named(batch: tuple[Row, ...]) -> str:
    return " ".join(batch[0]) if len(batch) == 1 else f"{len(batch)} rows from {' '.join(batch[0][:2])}"


@pytest.mark.parametrize("batch", batches(FAULTS), ids=_named)
def test_a_fault_is_found_where_it_stands(batch: tuple[Row, ...], tmp_path: Path) -> None:
    assert missed(batch, tmp_path) == []


@pytest.mark.parametrize("batch", batches(TWINS), ids=_named)
def test_what_only_looks_like_one_is_let_pass(batch: tuple[Row, ...], tmp_path: Path) -> None:
    assert told(batch, tmp_path) == []


@pytest.mark.parametrize("table", [FAULTS, TWINS])
def test_batches_leave_no_row_out(table: tuple[Row, ...]) -> None:
    assert sorted(row for batch in batches(table) for row in batch) == sorted(table)


def test_the_tables_are_long_enough_to_say_something() -> None:
    assert len(set(FAULTS)) == len(FAULTS) >= LEAST_FAULTS
    assert len(set(TWINS)) == len(TWINS) >= LEAST_TWINS
    assert {row[0] for row in FAULTS} >= PLACES.keys() - {"email"}
