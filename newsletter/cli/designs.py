"""The layouts: which there are, what is wrong with one, a new one begun."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli import target
from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import ListFormat, Listing, Shape
from newsletter.cli.reference import HELD, USAGE, listed
from newsletter.console import write
from newsletter.diagnostics import MachineFault, Staged
from newsletter.language import N_, _
from newsletter.shipped import folder, folders

if TYPE_CHECKING:
    from newsletter.layout import Layout


def layouts(context: typer.Context, format: ListFormat = Shape.PEOPLE, listing: Listing = False) -> int:
    """List the layouts; 1 where one cannot be used."""
    if context.invoked_subcommand:
        return 0
    asked = manner(context)
    found = _read(asked)
    usable = [staged.value for staged in found.values() if staged.value is not None]
    columns = (_("name"), _("title"), _("trim in mm"), _("columns"), _("body"), _("folder"))
    data = [each.model_dump(mode="json") for each in usable]
    as_json = listing or format is Shape.JSON
    listed(asked, as_json, columns, [_row(each) for each in usable], data)
    if not as_json:
        asked.announce(_("The shipped ones are in {folder}.").format(folder=folder("layouts").resolve()))
    for name, staged in found.items():
        if staged.value is None:
            _tell(asked, name, staged)
    return HELD if len(usable) < len(found) else 0


def _read(asked: Manner) -> dict[str, "Staged[Layout]"]:
    """Return every layout at hand, its faults with it; one whose faces are not at hand cannot be used."""
    from newsletter.fonts import FontBook
    from newsletter.layout import find_layouts, read_layout, unknown_faces

    near = target.near(asked)
    places = folders("layouts", near)
    faces = FontBook.open(folders("fonts", near)).faces
    found = {name: read_layout(name, places) for name in find_layouts(places)}
    for name, staged in found.items():
        if staged.value and (unknown := unknown_faces(staged.value, faces)):
            found[name] = Staged(None, (*staged.diagnostics, *unknown))
    return found


def _tell(asked: Manner, name: str, staged: "Staged[Layout]") -> None:
    """Say why a layout cannot be used."""
    from newsletter.console.concise import lines

    asked.err.print(_("The layout “{name}” cannot be used.").format(name=name), style="error")
    for each in staged.diagnostics:
        for line in lines(each):
            asked.err.print(line, soft_wrap=True, markup=False, highlight=False)


def _row(layout: "Layout") -> tuple[str, ...]:
    body, grid = layout.styles["body"], layout.grid
    return (
        layout.name,
        layout.title,
        f"{layout.trim.width:g} × {layout.trim.height:g}",
        f"{grid.columns} × {grid.column:g} em, {grid.lines}",
        f"{body.size:g}/{body.leading:g} pt",
        _place(layout.folder),
    )


def _place(place: Path) -> str:
    """Return where a layout is: shipped, or a folder as seen from the workspace."""
    if place.parent == folder("layouts").resolve():
        return _("shipped")
    return f"{place.parent.name}/{place.name}"


def new(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help=N_("the new layout's name"), show_default=False)
    ],
    directory: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]",
            help=N_("the folder of layouts; the workspace's layouts/ when left out"),
            show_default=False,
        ),
    ] = None,
    model: Annotated[
        str, typer.Option("--from", metavar="LAYOUT", help=N_("the layout that it begins as"))
    ] = "tabloid",
) -> int:
    """Begin a layout after another one."""
    from newsletter import starter

    asked = manner(context)
    places = (directory or target.workspace(asked) / "layouts", *folders("layouts", target.near(asked)))
    made = starter.new_layout(name, _model(model, places), places[0])
    write(asked.out, _("{folder}: a layout after {model}.").format(folder=made, model=model))
    asked.announce(
        _("Next: change its numbers, then newsletter layouts, and layout: {name}.").format(name=name)
    )
    return 0


def _model(name: str, places: tuple[Path, ...]) -> Path:
    """Return the folder of the layout of that name.

    Raises MachineFault (2) where there is none.
    """
    from newsletter.layout import find_layouts

    known = find_layouts(places)
    if name not in known:
        sentence = _("There is no layout “{name}”.").format(name=name)
        raise MachineFault(sentence, _("There are: {known}.").format(known=", ".join(sorted(known))), USAGE)
    return known[name]
