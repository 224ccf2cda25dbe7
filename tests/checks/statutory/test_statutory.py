"""Statutory faults are found where they stand, in their weight; what only looks like one is let pass.

The tables beside this file were written from the law alone, before the rules were read.
"""

import datetime
from collections.abc import Iterator
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


@pytest.mark.parametrize("row", FAULTS, ids=" ".join)
def test_a_fault_is_found_where_it_stands(row: tuple[str, ...], tmp_path: Path) -> None:
    place, words, (weight, code), *elsewhere = row[0], row[1], row[2].split(), *row[3:]
    workspace = good_workspace(tmp_path / "workspace")
    planted = PLACES[place](workspace, words)
    at = f"{elsewhere[0]}:" if elsewhere else planted
    said = findings(workspace)
    assert any((code, weight) == each[:2] and each[2].startswith(at) for each in said), said


@pytest.mark.parametrize("row", TWINS, ids=" ".join)
def test_what_only_looks_like_one_is_let_pass(row: tuple[str, ...], tmp_path: Path) -> None:
    workspace = good_workspace(tmp_path / "workspace")
    PLACES[row[0]](workspace, row[1])
    assert [each for each in findings(workspace) if each[0][0] in "ALM"] == []


def test_the_tables_are_long_enough_to_say_something() -> None:
    assert len(set(FAULTS)) == len(FAULTS) >= LEAST_FAULTS
    assert len(set(TWINS)) == len(TWINS) >= LEAST_TWINS
    assert {row[0] for row in FAULTS} >= PLACES.keys() - {"email"}
