"""An inline picture made a picture of the resources, its short names spelt out (ISO 32000-1, 8.9.7)."""

import pikepdf

_KEYS = {
    "/BPC": "/BitsPerComponent",
    "/CS": "/ColorSpace",
    "/D": "/Decode",
    "/DP": "/DecodeParms",
    "/F": "/Filter",
    "/H": "/Height",
    "/IM": "/ImageMask",
    "/I": "/Interpolate",
    "/W": "/Width",
}
_NAMES = {
    "/AHx": "/ASCIIHexDecode",
    "/A85": "/ASCII85Decode",
    "/LZW": "/LZWDecode",
    "/Fl": "/FlateDecode",
    "/RL": "/RunLengthDecode",
    "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
}


def inline_picture(pdf: pikepdf.Pdf, dictionary: bytes, data: bytes) -> pikepdf.Stream | None:
    """Return the picture, none where its dictionary cannot be read."""
    try:
        read = pikepdf.Object.parse(b"<<" + dictionary + b">>")
    except (pikepdf.PdfError, ValueError):
        return None
    picture = pikepdf.Stream(pdf, data)
    for key, value in read.items():
        picture[_KEYS.get(key, key)] = _spelt(value) if _KEYS.get(key, key) == "/Filter" else value
    return picture


def _spelt(value: pikepdf.Object) -> pikepdf.Object:
    """Return filters under their long names."""
    if isinstance(value, pikepdf.Array):
        return pikepdf.Array([_spelt(each) for each in value])
    return pikepdf.Name(_NAMES.get(str(value), str(value)))
