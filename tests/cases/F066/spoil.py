"""Metadata without version and rendition class."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    for name in (b"xmpMM:VersionID", b"xmpMM:RenditionClass"):
        packet = packet.replace(name, b"xmpMM:Nothing")
    pdf.Root.Metadata.write(packet)
