"""The photo is in RGB, and an inline image too."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    for image in page.Resources.XObject.as_dict().values():
        if image.Subtype == pikepdf.Name.Image:
            image.write(bytes(400 * 300 * 3))
            image.ColorSpace = pikepdf.Name.DeviceRGB
            del image["/Decode"]
    page.Contents.write(
        page.Contents.read_bytes()
        + b"\nq 9 0 0 9 200 200 cm BI /W 4 /H 4 /CS /RGB /BPC 8 ID "
        + bytes(48)
        + b" EI Q\n"
    )
