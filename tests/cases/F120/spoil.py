"""The tree is gone, as after printing to PDF once more; so are the label and the language."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]
    del pdf.Root["/Lang"]
    packet = pdf.Root.Metadata
    packet.write(packet.read_bytes().replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))
