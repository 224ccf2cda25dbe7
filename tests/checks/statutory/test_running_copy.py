"""Paragraphs that break the law are found in their lines and weight; those that only look so are let pass.

The tables beside this file were written from the law alone. All paragraphs of a table stand in one story, so that
one run of the checks answers for all.
"""

from pathlib import Path

import pytest

from tests.checks.statutory.planting import COPY
from tests.checks.statutory.test_statutory import findings
from tests.checks.terminal import good_workspace

TABLES = Path(__file__).parent
LEAST_FAULTS, LEAST_TWINS = 90, 80
LAST = "闭馆前十分钟播放音乐。"
"""Behind them all: a last line is read in another way."""


def _paragraphs(table: str) -> tuple[str, ...]:
    lines = (TABLES / table).read_text("utf-8").splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


FAULTS, TWINS = _paragraphs("copy_faults.txt"), _paragraphs("copy_twins.txt")
Lines = dict[str, tuple[range, set[tuple[str, str]]]]
"""Each paragraph's lines and what is said of them, code and severity."""


def _examined(workspace: Path, paragraphs: tuple[str, ...]) -> Lines:
    path = workspace / COPY
    text, told, lines = path.read_text("utf-8").rstrip("\n"), {}, {}
    for each in paragraphs:
        first = text.count("\n") + 3
        text += "\n\n" + each.replace("⏎", "\n")
        lines[each] = range(first, text.count("\n") + 2)
    path.write_text(f"{text}\n\n{LAST}\n", "utf-8")
    said = findings(workspace)
    for each, where in lines.items():
        at = tuple(f"{COPY}:{number}:" for number in where)
        told[each] = (where, {(code, weight) for code, weight, place in said if place.startswith(at)})
    return told


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Lines:
    """What is said of the paragraphs that are faults."""
    paragraphs = tuple(each.split(" | ")[2] for each in FAULTS)
    return _examined(good_workspace(tmp_path_factory.mktemp("faults") / "workspace"), paragraphs)


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> Lines:
    """What is said of the paragraphs in which nothing is wrong."""
    return _examined(good_workspace(tmp_path_factory.mktemp("twins") / "workspace"), TWINS)


@pytest.mark.parametrize("row", FAULTS)
def test_a_paragraph_is_found_at_fault(row: str, faults: Lines) -> None:
    code, severity, paragraph = row.split(" | ")
    assert (code, severity) in faults[paragraph][1]


@pytest.mark.parametrize("paragraph", TWINS)
def test_a_lawful_paragraph_is_let_pass(paragraph: str, twins: Lines) -> None:
    assert [each for each in twins[paragraph][1] if each[0][0] == "L"] == []


def test_the_tables_are_long_enough_to_say_something() -> None:
    assert len(set(FAULTS)) == len(FAULTS) >= LEAST_FAULTS
    assert len(set(TWINS)) == len(TWINS) >= LEAST_TWINS
