"""No document identifier in the metadata."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata
    packet.write(packet.read_bytes().replace(b"xmpMM:DocumentID", b"xmpMM:OtherID"))
