"""Commands that prove the typesetting: measure, specimen."""

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli.manner import Manner, manner
from newsletter.cli.target import near
from newsletter.console import write
from newsletter.diagnostics import MachineFault
from newsletter.language import N_, _
from newsletter.shipped import folders

if TYPE_CHECKING:
    from newsletter.layout import Layout
    from newsletter.measure import Figures

USAGE = 2


class FiguresFormat(StrEnum):
    """How figures are written."""

    PEOPLE = "people"
    JSON = "json"


def measure(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE.pdf", help=N_("PDFs of any program"), show_default=False),
    ],
    format: Annotated[
        FiguresFormat, typer.Option("--format", help=N_("how figures are written"), show_default=False)
    ] = FiguresFormat.PEOPLE,
    listing: Annotated[
        bool, typer.Option("--list", help=N_("name every line at fault, with page and column"))
    ] = False,
) -> int:
    """Measure the typesetting of PDFs."""
    asked = manner(context)
    figures = {str(file): _measured(asked.directory / file, file) for file in files}
    if format is FiguresFormat.JSON:
        data = [{"file": file, **asdict(each)} for file, each in figures.items()]
        write(asked.out, json.dumps(data, ensure_ascii=False, indent=2))
    else:
        _show(asked, figures, listing=listing)
    return 0


def _measured(path: Path, file: Path) -> "Figures":
    """Return a file's figures.

    Raises MachineFault (3) that names the file where it cannot be read or measured.
    """
    from newsletter.measure import measure as measured

    try:
        return measured(path)
    except MachineFault as fault:
        said = fault.sentence if str(file) in fault.sentence else f"{file}: {fault.sentence}"
        raise MachineFault(said, fault.hint, fault.exit_code) from fault


def _show(asked: Manner, figures: dict[str, "Figures"], *, listing: bool) -> None:
    from newsletter.console.measured import listed, measured

    asked.out.print(measured({Path(file).name: each for file, each in figures.items()}))
    for file, each in figures.items() if listing else ():
        asked.out.print()
        asked.out.print(file, style="place")
        for line in listed(each):
            asked.out.print(line, soft_wrap=True)


def specimen(
    context: typer.Context,
    layout: Annotated[
        str, typer.Option("--layout", metavar="NAME", help=N_("the layout whose grid and faces are shown"))
    ] = "tabloid",
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.pdf", help=N_("where it is written"))
    ] = Path("specimen.pdf"),
) -> int:
    """Set a specimen of a layout's type."""
    from newsletter.release import write as write_file
    from newsletter.specimen import specimen as made

    asked = manner(context)
    with TemporaryDirectory(prefix="newsletter-") as cache:
        pdf = made(_layout(asked, layout), folders("fonts", near(asked)), Path(cache))
    try:
        write_file(asked.directory / output, pdf)
    except OSError as fault:
        sentence = _("{file} cannot be written: {reason}.").format(file=output, reason=fault.strerror)
        raise MachineFault(sentence, exit_code=USAGE) from fault
    write(asked.out, _("{file}: the specimen.").format(file=output))
    asked.announce(_("Next: newsletter measure {file}.").format(file=output))
    return 0


def _layout(asked: Manner, name: str) -> "Layout":
    """Return the layout of that name.

    Raises MachineFault (2) where there is none that can be used.
    """
    from newsletter.layout import read_layout

    found = read_layout(name, folders("layouts", near(asked)))
    if found.value is None:
        raise MachineFault(found.diagnostics[0].message, found.diagnostics[0].hint, exit_code=USAGE)
    return found.value
