"""The command that shows pages in the terminal."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from newsletter.cli import target
from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import IssueName
from newsletter.console import write
from newsletter.diagnostics import MachineFault
from newsletter.language import N_, _
from newsletter.preview.made import Made, read_dummy
from newsletter.preview.means import PICTURES, Means, many_colours, means_of
from newsletter.preview.room import Room, room_of_terminal

MISSING = 3
WIDEST_BLOCKS = 160


def preview(
    context: typer.Context,
    issue: IssueName = None,
    means: Annotated[
        Means | None, typer.Option("--as", help=N_("how pages are shown; else what the terminal can do"))
    ] = None,
    page: Annotated[int | None, typer.Option("--page", "-p", min=1, help=N_("one page only"))] = None,
    width: Annotated[int | None, typer.Option("--width", min=1, help=N_("cells that a page takes"))] = None,
) -> int:
    """Show the built pages in the terminal."""
    asked = manner(context)
    workspace = target.workspace(asked)
    made = Made(workspace, target.chosen(asked, workspace, issue))
    chosen = means or means_of(
        os.environ, terminal=asked.out.is_terminal, colour=asked.out.color_system is not None
    )
    if chosen in PICTURES:
        return _pictures(asked, made, chosen, page, width)
    return _wires(asked, made, page, width) if chosen is Means.WIRE else _text(asked, made, page)


def _pictures(asked: Manner, made: Made, means: Means, page: int | None, width: int | None) -> int:
    from newsletter.preview.picture import picture

    pdf = made.pdf()
    _warn_of_stale(asked, made, pdf, "build")
    room = _room(asked, means, width)
    for number, png in _rendered(pdf, page, room.columns if means is Means.BLOCKS else room.pixels):
        write(asked.out, _("Page {page}").format(page=number))
        write(asked.out, picture(png, means, room, many_colours=many_colours(os.environ)))
    return 0


def _room(asked: Manner, means: Means, width: int | None) -> Room:
    """Return the room a page gets; half blocks beyond some width only make it taller than any screen."""
    room = room_of_terminal()
    if width is None and means is Means.BLOCKS:
        return room.narrowed(min(room.columns, WIDEST_BLOCKS))
    return room.narrowed(width)


def _rendered(pdf: Path, page: int | None, pixels: int) -> Iterator[tuple[int, bytes]]:
    """Yield the pages as PNG so many pixels wide, or the one that is asked for.

    Raises MachineFault (3) where there is no such page.
    """
    from newsletter.press import render
    from newsletter.preview.pages import page_widths

    widths = page_widths(pdf)
    if page is not None and page > len(widths):
        sentence = _("{file} has {count} pages, not {page}.").format(
            file=pdf.name, count=len(widths), page=page
        )
        raise MachineFault(sentence, exit_code=MISSING)
    for number in range(1, len(widths) + 1) if page is None else (page,):
        # Twice the pixels of half blocks: they are averaged down, which keeps thin rules alive.
        yield (
            number,
            render(pdf, number, dpi=max(pixels, 2 * pixels if pixels < 400 else 0) / widths[number - 1]),
        )


def _text(asked: Manner, made: Made, page: int | None) -> int:
    from newsletter.preview.text import text

    path = made.dummy()
    _warn_of_stale(asked, made, path, "plan")
    write(asked.out, text(_checked(read_dummy(path), page), page))
    return 0


def _wires(asked: Manner, made: Made, page: int | None, width: int | None) -> int:
    from newsletter.cli.places import layout_of
    from newsletter.console.wireframe import Wireframes
    from newsletter.preview.wire import pages_of

    path = made.dummy()
    _warn_of_stale(asked, made, path, "plan")
    data = _checked(read_dummy(path), page)
    layout = layout_of(data["layout"], made.workspace)
    if layout is None:
        raise MachineFault(
            _("The layout “{name}” cannot be used.").format(name=data["layout"]), exit_code=MISSING
        )
    pages = [each for each in pages_of(data) if page in (None, each.number)]
    asked.out.print(Wireframes(pages, (layout.trim.width, layout.trim.height), {}), width=width)
    return 0


def _checked(data: dict[str, Any], page: int | None) -> dict[str, Any]:
    """Return the dummy's data.

    Raises MachineFault (3) where it has no such page.
    """
    count = len(data["pages"])
    if page is not None and page > count:
        raise MachineFault(
            _("There are {count} pages, not {page}.").format(count=count, page=page), exit_code=MISSING
        )
    return data


def _warn_of_stale(asked: Manner, made: Made, path: Path, command: str) -> None:
    """Say that what is shown is older than its sources."""
    changed = made.stale(path)
    if changed is None:
        return
    source = changed.relative_to(made.workspace).as_posix()
    sentence = _(
        "{file} is older than {source}: this is not the present state. Run newsletter {command} {slug}."
    )
    said = sentence.format(file=path.name, source=source, command=command, slug=made.slug)
    asked.err.print(said, style="warning", soft_wrap=True)
