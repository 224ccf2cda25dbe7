"""What a page holds that prints otherwise or not at all: PostScript, OPI, links to other files, curves."""

import pikepdf

from newsletter.press.canvas import unit_square
from newsletter.press.reader import Reader

_FILTERS = {
    "/LZWDecode": "LZWDecode",
    "/LZW": "LZWDecode",
    "/JBIG2Decode": "JBIG2Decode",
    "/JPXDecode": "JPXDecode",
    "/Crypt": "Crypt",
}
_POSTSCRIPT = pikepdf.Name("/PS")


def note_oddities(reader: Reader, thing: pikepdf.Stream) -> None:
    """Enter what is odd about a picture or a form that is placed."""
    extent = unit_square(reader.state.matrix)
    for what in odd_of(thing):
        reader.ledger.odd(what, extent)


def odd_of(thing: pikepdf.Stream) -> tuple[str, ...]:
    """Return what is odd about a stream."""
    found = [
        word
        for key, word in (("/OPI", "OPI"), ("/Ref", "Ref"), ("/Alternates", "Alternates"))
        if key in thing
    ]
    if _POSTSCRIPT in (thing.get("/Subtype"), thing.get("/Subtype2")) or "/PS" in thing:
        found.append("PostScript")
    if "/F" in thing:
        found.append("external file")
    filters = thing.get("/Filter")
    listed = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    return (*found, *(_FILTERS[str(each)] for each in listed if str(each) in _FILTERS))


def odd_state(state: pikepdf.Dictionary) -> tuple[str, ...]:
    """Return what is odd about an ExtGState: transfer curves, halftones, black generation of its own."""
    found = []
    if "/TR" in state and state["/TR"] != pikepdf.Name.Identity:
        found.append("TR")
    if "/TR2" in state and state["/TR2"] != pikepdf.Name.Default:
        found.append("TR2")
    halftone = state.get("/HT")
    if "/HTP" in state or (
        isinstance(halftone, pikepdf.Dictionary | pikepdf.Stream) and _odd_halftone(halftone)
    ):
        found.append("HT")
    return tuple(found)


def _odd_halftone(halftone: pikepdf.Object) -> bool:
    """Return whether a halftone is of a type that PDF/X does not have, or is named."""
    return int(halftone.get("/HalftoneType", 1)) not in (1, 5) or "/HalftoneName" in halftone
