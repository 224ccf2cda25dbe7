"""No label in Info, another level in the metadata."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/GTS_PDFXVersion"]
    packet = pdf.Root.Metadata
    packet.write(packet.read_bytes().replace(b"PDF/X-4", b"PDF/X-3"))
