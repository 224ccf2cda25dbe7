"""The faces at hand against those that the layouts set in."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from newsletter.diagnostics import MachineFault
from newsletter.doctor.result import Result, State
from newsletter.fonts import Face, FontBook
from newsletter.language import _
from newsletter.layout import Layout, find_layouts, open_layout

KEY_CHARACTERS = "，。、；：？！“”‘’（）《》〈〉【】—…·％℃①②③〇×～"
"""Characters that a newspaper cannot do without."""
LISTED = 12


def examine_faces(fonts: tuple[Path, ...], layouts: tuple[Path, ...]) -> Iterator[Result]:
    """Yield the faces found, then those that some layout asks for in vain."""
    part = _("faces")
    book = FontBook.open(fonts)
    wanted = _wanted(layouts)
    for key, face in sorted(book.faces.items()):
        yield _face(part, key, face, key in wanted)
    for key in sorted(wanted - set(book.faces)):
        yield Result(part, key, State.MISSING, _("a layout sets in it"), _("put its file into fonts/"))
    for file in book.unreadable:
        yield Result(part, file.name, State.OPTIONAL, _("no font that can be read"))


def key_gaps(face: Face) -> str:
    """Return the characters of every newspaper that a face lacks."""
    return "".join(character for character in KEY_CHARACTERS if not face.covers(character))


def _face(part: str, key: str, face: Face, wanted: bool) -> Result:
    """Return a face with its family, weight, glyphs and licence; gaps matter where a layout sets in it."""
    words = _("{family} {weight}, {glyphs} glyphs, {han} Han; {licence}")
    detail = words.format(
        family=face.family, weight=face.weight, glyphs=face.glyphs, han=face.han, licence=_short(face.licence)
    )
    if gaps := key_gaps(face):
        detail += "; " + _("lacks {characters}").format(
            characters=gaps[:LISTED] + ("…" if len(gaps) > LISTED else "")
        )
    return Result(part, key, State.THERE if wanted or not gaps else State.OPTIONAL, detail)


def _short(licence: str) -> str:
    """Return the licence by its name where it is one everybody knows."""
    if "Open Font License" in licence or "OFL" in licence:
        return "OFL"
    return licence.split("\n")[0][:40] or _("no licence stated")


def _wanted(layouts: Iterable[Path]) -> set[str]:
    """Return the faces that the layouts set in."""
    try:
        opened = [open_layout(folder).value for folder in find_layouts(tuple(layouts)).values()]
    except (OSError, MachineFault):
        return set()
    return {key for layout in opened if layout is not None for key in faces_of(layout)}


def faces_of(layout: Layout) -> set[str]:
    """Return the faces that a layout names."""
    return {face for _path, face in layout.faces}
