"""Who, what, when: Info dictionary, XMP packet and identifiers, the same for the same input."""

import datetime
import hashlib
import uuid
from xml.sax.saxutils import escape

import pikepdf

from newsletter.press.intent import profile_bytes
from newsletter.press.level import level_of
from newsletter.press.order import FinishOrder

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
{label}<xmpMM:DocumentID>uuid:{document}</xmpMM:DocumentID>
<xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<xmpMM:VersionID>1</xmpMM:VersionID>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


_LABEL = "<pdfxid:GTS_PDFXVersion>{label}</pdfxid:GTS_PDFXVersion>\n"


def digest(proof: bytes, order: FinishOrder) -> bytes:
    """Return a hash of all that the press file is made from; no path goes into it."""
    whole = hashlib.sha256(proof)
    condition = order.condition
    whole.update(hashlib.sha256(profile_bytes(condition.icc)).digest())
    facts = (order.width, order.height, order.bleed, order.border, order.marks, order.language)
    asked = condition.model_dump(mode="json", exclude={"icc"})
    texts = (order.title, order.creator, order.producer, order.rich, order.spots, sorted(asked.items()))
    whole.update(repr((facts, texts, _zoned(order.date).isoformat())).encode("utf-8"))
    return whole.digest()


def set_metadata(pdf: pikepdf.Pdf, order: FinishOrder, fingerprint: bytes) -> None:
    """Set Info, XMP and language from the order, the XMP identifiers from the fingerprint of the input."""
    _set_info(pdf, order)
    packet = pikepdf.Stream(pdf, _packet(order, fingerprint).encode("utf-8"))
    packet["/Type"], packet["/Subtype"] = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root["/Metadata"] = pdf.make_indirect(packet)
    pdf.Root["/Lang"] = pikepdf.String(order.language)
    pdf.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)


def _set_info(pdf: pikepdf.Pdf, order: FinishOrder) -> None:
    """Replace the Info dictionary by the keys of PDF/X."""
    stamp = _stamp(order.date)
    pdf.trailer["/Info"] = pdf.make_indirect(
        pikepdf.Dictionary(
            Title=pikepdf.String(order.title),
            Creator=pikepdf.String(order.creator),
            Producer=pikepdf.String(order.producer),
            CreationDate=pikepdf.String(stamp),
            ModDate=pikepdf.String(stamp),
            Trapped=pikepdf.Name("/False"),
            GTS_PDFXVersion=pikepdf.String(level_of(order.condition).label),
        )
    )


def _packet(order: FinishOrder, fingerprint: bytes) -> str:
    """Return the XMP packet."""
    level = level_of(order.condition)
    document = uuid.uuid5(uuid.NAMESPACE_URL, f"{order.title}\n{order.date:%Y-%m-%d}")
    return _PACKET.format(
        title=escape(order.title),
        language=escape(order.language),
        creator=escape(order.creator),
        producer=escape(order.producer),
        date=_zoned(order.date).isoformat(timespec="seconds"),
        label=_LABEL.format(label=level.label) if level.modern else "",
        document=document,
        instance=uuid.uuid5(document, fingerprint.hex()),
    )


def _zoned(moment: datetime.datetime) -> datetime.datetime:
    """Return the moment with its zone, UTC where it has none."""
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)


def _stamp(moment: datetime.datetime) -> str:
    """Return a moment as a PDF date: ``D:20260630080000+08'00'``."""
    zoned = _zoned(moment)
    offset = zoned.strftime("%z")
    return f"D:{zoned:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}'"
