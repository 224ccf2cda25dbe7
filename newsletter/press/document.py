"""What a PDF says of itself as a whole: intents, Info, metadata, actions, attachments."""

from collections.abc import Iterator

import pikepdf

from newsletter.lengths import Pt
from newsletter.press.facts import Box, Intent, ProfileHeader
from newsletter.press.packet import properties
from newsletter.press.streams import unpacked

_MOST_KEYS = 100
_DEEPEST = 40
_HEADER = 128


def intents(pdf: pikepdf.Pdf) -> tuple[Intent, ...]:
    """Return the output intents of the catalogue."""
    found = pdf.Root.get("/OutputIntents")
    entries = list(found)[:16] if isinstance(found, pikepdf.Array) else []
    return tuple(_intent(each) for each in entries if isinstance(each, pikepdf.Dictionary))


def _intent(entry: pikepdf.Dictionary) -> Intent:
    """Return one output intent."""
    profile = entry.get("/DestOutputProfile")
    has_profile = isinstance(profile, pikepdf.Stream) and len(profile.read_raw_bytes()) > 0
    return Intent(
        kind=text(entry.get("/S")),
        identifier=text(entry.get("/OutputConditionIdentifier")),
        condition=text(entry.get("/OutputCondition")),
        registry=text(entry.get("/RegistryName")),
        has_profile=has_profile,
        components=int(profile.get("/N", 0)) if has_profile and isinstance(profile, pikepdf.Stream) else 0,
        profile=profile_header(profile) if isinstance(profile, pikepdf.Stream) else None,
    )


def profile_header(profile: pikepdf.Stream) -> ProfileHeader | None:
    """Return what an ICC profile says of itself (ICC.1, 7.2), none where it is none."""
    head = unpacked(profile)[:_HEADER]
    if len(head) < _HEADER or head[36:40] != b"acsp":
        return None
    kind, space = (head[at : at + 4].decode("latin-1").strip() for at in (12, 16))
    return ProfileHeader(kind, space, head[8])


def info(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return the Info dictionary as text, keys without their slash."""
    found = pdf.trailer.get("/Info")
    if not isinstance(found, pikepdf.Dictionary):
        return {}
    return {key.removeprefix("/"): text(found.get(key)) for key in sorted(found.keys())[:_MOST_KEYS]}


def xmp(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return the document's XMP metadata."""
    packet = pdf.Root.get("/Metadata")
    return properties(unpacked(packet)) if isinstance(packet, pikepdf.Stream) else {}


def text(value: object) -> str:
    """Return a string or a name as text, anything else as nothing."""
    if isinstance(value, pikepdf.Name):
        return str(value).removeprefix("/")
    return str(value) if isinstance(value, pikepdf.String) else ""


def actions(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Return what a file would do by itself: OpenAction, AA, JavaScript, AcroForm.

    An OpenAction that is a destination only says which page a reader shows first.
    """
    names = pdf.Root.get("/Names")
    found = [key.removeprefix("/") for key in ("/OpenAction", "/AA", "/AcroForm") if key in pdf.Root]
    if isinstance(pdf.Root.get("/OpenAction"), pikepdf.Array):
        found.remove("OpenAction")
    if isinstance(names, pikepdf.Dictionary) and "/JavaScript" in names:
        found.append("JavaScript")
    return tuple(found)


def embedded_files(pdf: pikepdf.Pdf) -> int:
    """Return how many files are attached."""
    return len(pdf.attachments)


def box(page: pikepdf.Object, key: str) -> Box | None:
    """Return a page's box, its edges in order; MediaBox and CropBox are inherited."""
    found = inherited(page, key) if key in ("/MediaBox", "/CropBox") else page.get(key)
    if not isinstance(found, pikepdf.Array) or len(found) != 4:
        return None
    x0, y0, x1, y1 = (float(each) for each in found)
    return Box(Pt(min(x0, x1)), Pt(min(y0, y1)), Pt(max(x0, x1)), Pt(max(y0, y1)))


def inherited(page: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """Return an entry of a page or of the nodes above it."""
    node: object = page
    for _level in range(_DEEPEST):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None


def oddities(page: pikepdf.Object) -> tuple[str, ...]:
    """Return what is odd about a page itself: made for one plate, shown by turns, scaled."""
    known = (("/SeparationInfo", "SeparationInfo"), ("/PresSteps", "PresSteps"), ("/UserUnit", "UserUnit"))
    return tuple(word for key, word in known if key in page)


def content(page: pikepdf.Object) -> Iterator[bytes]:
    """Return a page's content streams."""
    found = page.get("/Contents")
    parts = list(found) if isinstance(found, pikepdf.Array) else [found]
    yield from (unpacked(part) for part in parts if isinstance(part, pikepdf.Stream))
