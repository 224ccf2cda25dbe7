"""Commands that say what this machine has: fonts, doctor."""

import json
import os
from typing import TYPE_CHECKING, Annotated

import typer

from newsletter.cli import target
from newsletter.cli.manner import Manner, manner
from newsletter.cli.options import ListFormat, Listing, Shape
from newsletter.cli.reference import HELD, listed
from newsletter.console import write
from newsletter.diagnostics import MachineFault
from newsletter.language import N_, _
from newsletter.shipped import folders

if TYPE_CHECKING:
    from newsletter.doctor import Result
    from newsletter.fonts import FontBook

TOOL_MISSING = 4


def fonts(
    context: typer.Context,
    text: Annotated[
        str | None,
        typer.Option("--text", metavar="TEXT", help=N_("say which face sets each character of a text")),
    ] = None,
    format: ListFormat = Shape.PEOPLE,
    listing: Listing = False,
) -> int:
    """List the faces, or say which sets each character of a text; 1 where none does."""
    from newsletter.fonts import FontBook

    asked = manner(context)
    book = FontBook.open(folders("fonts", target.near(asked)))
    if not book.faces:
        raise MachineFault(
            _("There are no faces."), _("Put font files into the workspace's fonts/."), TOOL_MISSING
        )
    as_json = listing or format is Shape.JSON
    if text is not None:
        return _covered(asked, book, text, as_json)
    _faces(asked, book, as_json)
    return 0


def _covered(asked: Manner, book: "FontBook", text: str, listing: bool) -> int:
    """List which face sets each character of a text; 1 where some character has none."""
    from newsletter.fonts import coverage

    found = coverage(book, text)
    faces = tuple(found[0].faces) if found else ()
    columns = (_("character"), _("code point"), *faces)
    rows = [(each.shown, each.code, *(each.faces[face] or _("none") for face in faces)) for each in found]
    data = [{"character": each.shown, "code": each.code, "faces": dict(each.faces)} for each in found]
    listed(asked, listing, columns, rows, data)
    return HELD if any(each.is_missing for each in found) else 0


def _faces(asked: Manner, book: "FontBook", listing: bool) -> None:
    """List the faces at hand."""
    from newsletter.doctor.faces import key_gaps

    faces = sorted(book.faces.items())
    columns = (_("face"), _("family"), _("weight"), _("glyphs"), _("Han"), _("lacks"))
    rows = [
        (key, face.family, str(face.weight), str(face.glyphs), str(face.han), key_gaps(face) or "–")
        for key, face in faces
    ]
    data = [
        {
            "face": key,
            "family": face.family,
            "weight": face.weight,
            "glyphs": face.glyphs,
            "han": face.han,
            "lacks": key_gaps(face),
            "licence": face.licence,
            "file": str(face.file),
        }
        for key, face in faces
    ]
    listed(asked, listing, columns, rows, data)


def doctor(context: typer.Context, format: ListFormat = Shape.PEOPLE, listing: Listing = False) -> int:
    """Examine the machine; 4 where a build lacks something."""
    from newsletter.doctor import State, examine

    asked = manner(context)
    near = target.near(asked)
    found = [*examine(folders("layouts", near), folders("fonts", near)), _terminal(asked)]
    if listing or format is Shape.JSON:
        write(asked.out, json.dumps([_result_data(each) for each in found], ensure_ascii=False, indent=2))
    else:
        from newsletter.console.health import health

        asked.out.print(health(found))
    return TOOL_MISSING if any(each.state is State.MISSING for each in found) else 0


def _terminal(asked: Manner) -> "Result":
    """Return what pictures this terminal shows."""
    from newsletter.doctor import Result, State
    from newsletter.preview.means import many_colours, means_of

    means = means_of(os.environ, terminal=asked.out.is_terminal)
    colours = _("24-bit colour") if many_colours(os.environ) else _("256 colours")
    return Result(_("terminal"), _("pictures"), State.THERE, f"{means}, {colours}")


def _result_data(result: "Result") -> dict[str, str]:
    return {
        "part": result.part,
        "name": result.name,
        "state": str(result.state),
        "detail": result.detail,
        "remedy": result.remedy,
    }
