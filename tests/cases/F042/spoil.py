"""A font without Unicode mapping."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.as_dict().values():
        del font["/ToUnicode"]
        break
