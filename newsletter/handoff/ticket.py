"""The job ticket of a package: CIP4's XJDF 2.1, what is ordered, the files, where pages lie on the sheets.

Sources: XJDF Specification 2.1 (CIP4), chapters 4 (product intent) and 8 (Layout, RunList, Media); its
lengths are points. Elements and attributes are those of its schema; only what is known is written.
"""

from collections.abc import Iterator
from xml.etree import ElementTree

from newsletter import __version__
from newsletter.handoff.job import PrintJob
from newsletter.imposition.placement import Placement, Side
from newsletter.imposition.schemes import Scheme
from newsletter.lengths import Mm, to_pt
from newsletter.markup import title_of
from newsletter.printing import moment_of

NAMESPACE = "http://www.CIP4.org/JDFSchema_2_0"
INKS = "Cyan Magenta Yellow Black"
BINDINGS = {Scheme.SADDLE: "SaddleStitch", Scheme.PERFECT: "SoftCover"}
ONCE_FOLDED = "F4-1"
"""The entry of the fold catalogue for four pages; for more folds the pages on the sheets say it all."""

Element = ElementTree.Element


def ticket(job: PrintJob, pages: str, sheets: str) -> bytes:
    """Return the ticket; ``pages`` is the press file's name in the package, ``sheets`` the imposed file's."""
    root = Element("XJDF", xmlns=NAMESPACE, JobID=job.issue.slug, Version="2.1")
    root.set("DescriptiveName", title_of(job.issue))
    root.set("Types", "Imposition ImageSetting ConventionalPrinting Folding")
    audit = ElementTree.SubElement(ElementTree.SubElement(root, "AuditPool"), "AuditCreated")
    ElementTree.SubElement(audit, "Header", AgentName="newsletter", AgentVersion=__version__,
                           DeviceID="newsletter", Time=_time(job))  # fmt: skip
    ElementTree.SubElement(root, "ProductList").append(_product(job))
    root.append(_nodes(job))
    root.append(_run_list("Input", pages, job.pages))
    root.append(_layout(job))
    root.append(_media(job))
    root.append(_run_list("Output", sheets, len(job.flat.sides)))
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _time(job: PrintJob) -> str:
    return moment_of(job.issue).isoformat(timespec="seconds")


def _product(job: PrintJob) -> Element:
    """Return what is ordered, as intents."""
    product = Element("Product", Amount=str(job.run), ID="product", IsRoot="true")
    product.set("DescriptiveName", title_of(job.issue))
    width, height = job.layout.trim.width, job.layout.trim.height
    opened = width if job.flat.scheme is Scheme.FLAT else Mm(2 * width)
    _intent(product, "LayoutIntent", Dimensions=_numbers(opened, height),
            FinishedDimensions=f"{_numbers(width, height)} 0", Pages=str(job.pages),
            Sides="TwoSidedHeadToHead")  # fmt: skip
    if _largest(job) == 4:
        _intent(product, "FoldingIntent", FoldCatalog=ONCE_FOLDED)
    colours = _intent(product, "ColorIntent")
    for surface in ("Front", "Back"):
        ElementTree.SubElement(colours, "SurfaceColor", ColorsUsed=INKS, Surface=surface)
    _intent(product, "MediaIntent", MediaQuality=job.condition.name, MediaType="Paper")
    if job.flat.scheme in BINDINGS:
        _intent(product, "BindingIntent", BindingType=BINDINGS[job.flat.scheme])
    return product


def _largest(job: PrintJob) -> int:
    """Return the pages of the largest sheet, front and back."""
    sides = 1 if job.flat.turned else 2
    return sides * max(len(side.placements) for side in job.flat.sides)


def _intent(product: Element, name: str, **attributes: str) -> Element:
    return ElementTree.SubElement(ElementTree.SubElement(product, "Intent", Name=name), name, attributes)


def _nodes(job: PrintJob) -> Element:
    """Return when the work is to be done: on the day of printing."""
    held = _set("NodeInfo")
    node = ElementTree.SubElement(_resource(held), "NodeInfo", Status="Waiting")
    node.set("End", f"{job.print_date.isoformat()}T23:59:59+08:00")
    return held


def _run_list(usage: str, file: str, pages: int) -> Element:
    """Return a file of the package with its pages: the issue's, or the sides of the sheets that come out."""
    held = _set("RunList", usage)
    if usage == "Input":
        held.set("ProcessUsage", "Document")
    listed = ElementTree.SubElement(_resource(held), "RunList", NPage=str(pages))
    ElementTree.SubElement(listed, "FileSpec", MimeType="application/pdf", URL=file)
    return held


def _layout(job: PrintJob) -> Element:
    """Return every side of every sheet with its pages."""
    held = _set("Layout")
    contents = f"0 0 {_numbers(job.flat.width, job.flat.height)}"
    style = "WorkAndTurn" if job.flat.turned else "WorkAndBack"
    for side in job.flat.sides:
        resource = _resource(held)
        ElementTree.SubElement(
            resource, "Part", SheetName=_sheet(side), Side="Back" if side.back else "Front"
        )
        layout = ElementTree.SubElement(resource, "Layout", SurfaceContentsBox=contents, WorkStyle=style)
        for placed in _printed(side):
            layout.append(_placed(job, placed))
    return held


def _printed(side: Side) -> Iterator[Placement]:
    yield from (each for each in side.placements if each.page is not None)


def _placed(job: PrintJob, placed: Placement) -> Element:
    """Return a page in its place: the place of its sheet's corner, what shows of it, its trim."""
    border, trim, window = job.layout.border, placed.trim, placed.window
    turn = -1 if placed.turned else 1
    near = (trim.right, trim.top) if placed.turned else (trim.left, trim.bottom)
    corner = _numbers(Mm(near[0] - turn * border), Mm(near[1] - turn * border))
    element = Element("PlacedObject", CTM=f"{turn} 0 0 {turn} {corner}", Ord=str((placed.page or 1) - 1))
    element.set("ClipBox", _numbers(window.left, window.bottom, window.right, window.top))
    element.set("TrimCTM", f"{turn} 0 0 {turn} {_numbers(*near)}")
    element.set("TrimSize", _numbers(job.layout.trim.width, job.layout.trim.height))
    ElementTree.SubElement(element, "ContentObject")
    return element


def _media(job: PrintJob) -> Element:
    """Return the sheet that is printed on."""
    held = _set("Media")
    dimension = _numbers(job.flat.width, job.flat.height)
    media = ElementTree.SubElement(_resource(held), "Media", Dimension=dimension, MediaType="Paper")
    media.set("MediaQuality", job.condition.name)
    return held


def _set(name: str, usage: str = "Input") -> Element:
    return Element("ResourceSet", Name=name, Usage=usage)


def _resource(held: Element) -> Element:
    return ElementTree.SubElement(held, "Resource")


def _sheet(side: Side) -> str:
    return f"Sheet{side.sheet}"


def _numbers(*lengths: Mm) -> str:
    """Return lengths in points."""
    return " ".join(f"{to_pt(each):.3f}".rstrip("0").rstrip(".") for each in lengths)
