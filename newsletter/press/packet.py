"""The XMP packet read: names as ``dc:title``, values as text."""

import datetime
import re
from xml.etree import ElementTree

_LARGEST = 1_000_000
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/pdfx/1.3/": "pdfx",
    "http://www.npes.org/pdfx/ns/id/": "pdfxid",
    "http://www.aiim.org/pdfua/ns/id/": "pdfuaid",
}
_TAG = re.compile(r"\{([^}]*)\}(.*)")


def properties(packet: bytes) -> dict[str, str]:
    """Return the properties of an XMP packet; none where it is damaged, huge or defines entities."""
    if len(packet) > _LARGEST or b"<!DOCTYPE" in packet or b"<!ENTITY" in packet:
        return {}
    try:
        root = ElementTree.fromstring(packet.strip(b"\0 \r\n\t"))
    except (ElementTree.ParseError, ValueError, LookupError):
        return {}
    found: dict[str, str] = {}
    for description in root.iter(f"{_RDF}Description"):
        found.update({_known(key): value for key, value in description.attrib.items()})
        found.update({_known(child.tag): _text(child) for child in description})
    return {key: value for key, value in found.items() if key}


def _known(tag: str) -> str:
    """Return a name with its usual prefix, nothing for a namespace not asked for."""
    found = _TAG.match(tag)
    prefix = _PREFIXES.get(found[1], "") if found else ""
    return f"{prefix}:{found[2]}" if found and prefix else ""


def _text(element: ElementTree.Element) -> str:
    """Return the first text in an element."""
    return next((text.strip() for text in element.itertext() if text.strip()), "")


_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-]\d\d)'?(\d\d)?'?)?")


def instant(written: str) -> datetime.datetime | None:
    """Return the moment of a PDF date (``D:2026…``) or an XMP date, none where it is neither."""
    found = _PDF_DATE.match(written)
    if found:
        year, *rest = found.groups()[:6]
        month, day, *clock = (
            int(part) if part else default for part, default in zip(rest, _FIRST, strict=True)
        )
        zone = f"{found[7] or '+00'}:{found[8] or '00'}"
        written = f"{year}-{month:02}-{day:02}T{':'.join(f'{part:02}' for part in clock)}{zone}"
    try:
        moment = datetime.datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)


_FIRST = (1, 1, 0, 0, 0)
