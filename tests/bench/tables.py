"""The figures as tables for people."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from rich.box import SIMPLE
from rich.table import Table
from rich.text import Text

from newsletter.measure import Figures
from tests.bench.costs import Costs
from tests.bench.timing import Timing

SHARES = {"flush", "grid"}
NOT_SHOWN = {"measures", "leading", "off_grid"}
OURS = "newsletter"
JUSTIFIED = 0.9
"""An engine that leaves more lines ragged than the rest of this justifies nothing."""
COMPARED = {
    "flush": "flush",
    "error": "error",
    "worst": "worst",
    "space": "stretch",
    "Latin": "word_stretch",
    "starts": "starts",
    "ends": "ends",
    "cut": "cut",
    "wide": "wide",
    "grid": "grid",
    "lone": "lone",
}


def timings(found: Mapping[str, Timing], title: str) -> Table:
    """Return times and memory with their ratio to bare WeasyPrint."""
    table = Table(title=title, title_justify="left")
    table.add_column(no_wrap=True)
    for heading in ("median s", "range", "ratio", "peak MB", "exit"):
        table.add_column(heading, justify="right", no_wrap=True)
    for timing in found.values():
        table.add_row(timing.case.name, *_row(timing, found))
    return table


def ratio(timing: Timing, found: Mapping[str, Timing]) -> float | None:
    """Return a case's time as a share of that of the case it is compared with."""
    other = found.get(timing.case.against)
    return timing.median / other.median if other else None


def _row(timing: Timing, found: Mapping[str, Timing]) -> Sequence[Text | str]:
    case = timing.case
    return (
        f"{timing.median:.2f}",
        f"{min(timing.seconds):.1f}–{max(timing.seconds):.1f}",
        _judged(ratio(timing, found), case.wanted, ".2f"),
        _judged(timing.megabytes, case.megabytes, ".0f"),
        ",".join(map(str, sorted(set(timing.codes)))),
    )


def _judged(value: float | None, wanted: float | None, form: str) -> Text | str:
    """Return a value, beside what is wanted: green where it is so, red where it is not."""
    if value is None:
        return "-"
    if wanted is None:
        return format(value, form)
    met = value <= wanted
    return Text(f"{value:{form}} {'≤' if met else '>'} {wanted:g}", style="green" if met else "red")


def figures(measured: Mapping[str, Figures]) -> Table:
    """Return the typesetting figures side by side."""
    table = Table("", *measured, title="Body text, from glyph positions", title_justify="left")
    rows = {name: asdict(each) for name, each in measured.items()}
    for key in next(iter(rows.values()), {}):
        if key not in NOT_SHOWN:
            table.add_row(key, *(_figure(key, row[key]) for row in rows.values()))
    return table


def _figure(key: str, value: object) -> str:
    if isinstance(value, tuple):
        return str(len(value))
    if isinstance(value, float):
        return f"{value:.1%}" if key in SHARES else f"{value:.3f}"
    return str(value)


def unseen(found: Mapping[int, Mapping[str, Figures]]) -> Table:
    """Return the figures of the texts that nobody tuned for, engine under engine at each measure."""
    title = "Texts nobody tuned for, one leg of a measure, from glyph positions; lengths in em"
    table = Table(title=title, title_justify="left", box=SIMPLE, padding=(0, 1, 0, 0))
    table.add_column("em", justify="right", min_width=2)
    table.add_column("", no_wrap=True)
    for heading in COMPARED:
        table.add_column(heading, justify="right", no_wrap=True)
    for ems, engines in found.items():
        for at, name in enumerate(engines):
            cells = (_compared(key, name, engines) for key in COMPARED.values())
            last = at == len(engines) - 1
            table.add_row("" if at else str(ems), name, *cells, end_section=last)
    return table


def _compared(key: str, name: str, engines: Mapping[str, Figures]) -> Text:
    """Return a figure: ours green where no other engine's is better, red where one is.

    What leaves its lines ragged spaces nothing, so it is no rival in spacing.
    """
    rivals = {each: _plain(getattr(found, key)) for each, found in engines.items() if _is_rival(key, found)}
    best = max(rivals.values()) if key in SHARES else min(rivals.values())
    style = ("green" if rivals[name] == best else "red") if name == OURS else ""
    return Text(_figure(key, getattr(engines[name], key)), style=style)


def _is_rival(key: str, found: Figures) -> bool:
    return "stretch" not in key or found.flush > JUSTIFIED


def _plain(value: object) -> float:
    """Return a figure to the digits that are shown; of a list of faults their number."""
    return float(len(value)) if isinstance(value, tuple) else round(float(str(value)), 3)


def costs(found: Costs) -> Table:
    """Return what composing costs beside what is wanted."""
    title = "Composing, every cache cold, a fresh font book for each run"
    table = Table("", "", title=title, title_justify="left")
    table.add_row("10 000 characters at one measure, ms", _judged(found.compose, 60, ".0f"))
    table.add_row("1 900 characters at 28 measures, ms", _judged(found.measures, 150, ".0f"))
    table.add_row("peak memory for 10 000 characters, MB", f"{found.memory:.1f}")
    table.add_row("peak memory for 40 000 characters, MB", f"{found.memory_of_four:.1f}")
    table.add_row("growth for four times the copy", _judged(found.growth, 4.2, ".2f"))
    return table


def facts(known: Mapping[str, Mapping[str, object]]) -> Table:
    """Return the press facts side by side; what only ours can have is blank for the others."""
    table = Table("", *known, title="Press facts, read back from the files", title_justify="left")
    for key in dict.fromkeys(key for each in known.values() for key in each):
        table.add_row(key, *(str(each.get(key, "")) for each in known.values()))
    return table
