"""Measure PDFs: ``python -m tests.measure FILE …``."""

import sys
from dataclasses import fields
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.measure import Figures, measure


def main(files: list[str]) -> None:
    """Print a column of figures for each file."""
    table = Table("")
    for file in files:
        table.add_column(Path(file).name, justify="right")
    measured = [measure(Path(file)) for file in files]
    for field in fields(Figures):
        table.add_row(field.name, *(_shown(getattr(each, field.name)) for each in measured))
    Console().print(table)


def _shown(value: object) -> str:
    """Return a figure for people; of a list of faults their number and the first ones."""
    if isinstance(value, tuple):
        return "\n".join([str(len(value)), *map(str, value[:6])])
    return f"{value:.4f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main(sys.argv[1:])
