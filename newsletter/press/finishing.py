"""The engine's PDF made into a press file."""

import io
from collections.abc import Iterator, Mapping

import pikepdf

from newsletter.diagnostics import Staged, holds_press
from newsletter.language import _
from newsletter.press.boxes import set_boxes
from newsletter.press.cleaning import strip
from newsletter.press.faults import UnfitProof
from newsletter.press.groups import settle_groups, soft_masks
from newsletter.press.intent import set_output_intent
from newsletter.press.level import Level, level_of
from newsletter.press.marks import NAME as MARKS
from newsletter.press.marks import draw_marks
from newsletter.press.metadata import digest, set_metadata
from newsletter.press.order import FinishOrder
from newsletter.press.overprint import on_press, overprint_states
from newsletter.press.settling import settled
from newsletter.press.spots import spot_spaces


def finish(proof: bytes, order: FinishOrder) -> bytes:
    """Return the proof as a press file, whatever is said of it; same input, same bytes.

    As `finished`. Raises ``UnfitProof`` also where the level asked for cannot hold the proof.
    """
    staged = finished(proof, order)
    if staged.value is None:
        raise UnfitProof(" ".join(each.message for each in staged.diagnostics))
    return staged.value


def finished(proof: bytes, order: FinishOrder) -> Staged[bytes]:
    """Return the proof as a press file, PDF/X-4 or what the condition asks for, and what was met on the way.

    The proof's pages are the whole sheet, trim and border, with the origin at 0. Colours that only a
    profile could convert are left for the inspection to report with page and place. Fonts and pictures
    are not touched. None where the level asked for cannot hold it. Raises ``UnfitProof`` where sheet and
    order do not agree, or there is no page. Source: ISO 15930-7, ISO 15930-4.
    """
    with pikepdf.open(io.BytesIO(proof)) as pdf:
        if not pdf.pages:
            raise UnfitProof(_("The engine wrote a PDF without pages."))
        strip(pdf)
        _recolour(pdf, order)
        for page in pdf.pages:
            set_boxes(page, order)
        said = settled(pdf, order)
        if holds_press(said):
            return Staged(None, said)
        settle_groups(pdf)
        _mark(pdf, order)
        set_output_intent(pdf, order.condition)
        set_metadata(pdf, order, digest(proof, order))
        return Staged(saved(pdf, level_of(order.condition)), said)


def _mark(pdf: pikepdf.Pdf, order: FinishOrder) -> None:
    """Put the marks on every page."""
    marks = draw_marks(pdf, order) if order.marks else None
    if marks is not None:
        for page in pdf.pages:
            _put_marks(page, marks)


def _put_marks(page: pikepdf.Page, marks: pikepdf.Object) -> None:
    """Draw the marks over the page, which ``_recolour`` has closed in ``q`` and ``Q``."""
    resources = page.obj["/Resources"]
    if "/XObject" not in resources:
        resources["/XObject"] = pikepdf.Dictionary()
    resources["/XObject"][MARKS] = marks
    page.obj["/Contents"].write(page.obj["/Contents"].read_bytes() + f"\n{MARKS} Do\n".encode("ascii"))


def _recolour(pdf: pikepdf.Pdf, order: FinishOrder) -> None:
    """Rewrite pages, forms and tiling patterns in press colours and drop colour spaces nobody uses."""
    asked = order.condition.overprint.black != "none", order.spots
    inks = {key: pdf.make_indirect(space) for key, space in spot_spaces(order.spots).items()}
    states = {key: pdf.make_indirect(state) for key, state in overprint_states().items()}
    used: set[str] = set()
    dictionaries = []
    for page in pdf.pages:
        content, spaces = on_press(content_of(page), True, *asked)
        page.obj["/Contents"] = pdf.make_indirect(pikepdf.Stream(pdf, b"q\n" + content + b"\nQ"))
        used |= spaces
        dictionaries.append(_resources(page.obj))
    for stream in _painted_streams(pdf):
        content, spaces = on_press(stream.read_bytes(), False, *asked)
        stream.write(content)
        used |= spaces
        dictionaries.append(_resources(stream))
    for resources in dictionaries:
        _add_states(resources, states)
        _set_spaces(resources, used, inks)


def content_of(page: pikepdf.Page) -> bytes:
    """Return a page's content streams as one."""
    contents = page.obj.get("/Contents")
    if isinstance(contents, pikepdf.Array):
        return b"\n".join(part.read_bytes() for part in contents)
    return contents.read_bytes() if isinstance(contents, pikepdf.Stream) else b""


def _painted_streams(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    """Return the forms and tiling patterns of a file; the groups of soft masks paint no ink."""
    masks = soft_masks(pdf)
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Stream) or thing.objgen in masks:
            continue
        if thing.get("/Subtype") == pikepdf.Name.Form or thing.get("/PatternType") == 1:
            yield thing


def _resources(owner: pikepdf.Object) -> pikepdf.Object:
    """Return the resources of a page or form, made where it has none."""
    if "/Resources" not in owner:
        owner["/Resources"] = pikepdf.Dictionary()
    return owner["/Resources"]


def _add_states(resources: pikepdf.Object, states: Mapping[str, pikepdf.Object]) -> None:
    """Add the overprint states; states of the engine's own lose what they say of overprint."""
    if "/ExtGState" not in resources:
        resources["/ExtGState"] = pikepdf.Dictionary()
    present = resources["/ExtGState"]
    for key in list(present.keys()):
        for entry in ("/OP", "/op", "/OPM"):
            if key not in states and entry in present[key]:
                del present[key][entry]
    for key, state in states.items():
        present[key] = state


def _set_spaces(resources: pikepdf.Object, used: set[str], inks: Mapping[str, pikepdf.Object]) -> None:
    """Add the spot inks and drop the spaces that no stream names: the engine lists its Lab on every page."""
    if inks and "/ColorSpace" not in resources:
        resources["/ColorSpace"] = pikepdf.Dictionary()
    spaces = resources.get("/ColorSpace")
    if isinstance(spaces, pikepdf.Dictionary):
        for key, space in inks.items():
            spaces[key] = space
        for key in set(spaces.keys()) - used:
            del spaces[key]


def saved(pdf: pikepdf.Pdf, level: Level) -> bytes:
    """Return the file in the level's version, with an identifier made from its own content."""
    streams = pikepdf.ObjectStreamMode
    pdf.remove_unreferenced_resources()
    target = io.BytesIO()
    pdf.save(
        target,
        force_version=level.version,
        fix_metadata_version=False,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=streams.generate if level.modern else streams.disable,
    )
    return target.getvalue()
