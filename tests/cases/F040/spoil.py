"""A font is named only."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.as_dict().values():
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]
        break
