"""Type 1 mm from the cut."""

import re

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    content = page.Contents.read_bytes()
    found = re.search(rb"(/[A-Z]{6}) [0-9.]+ Tf\s+\[<([0-9a-f]{4})", content)
    assert found is not None
    type_at_edge = b"\nq /PressOverOver gs 0 0 0 1 k BT %b 10 Tf 37 200 Td <%b> Tj ET Q\n" % found.groups()
    page.Contents.write(content + type_at_edge)
