"""Lines of pieces from stdin through WeasyPrint; the characters' origins in em to stdout. Run by itself."""

import ctypes
import json
import sys
from html import escape

import pypdfium2
import pypdfium2.raw as pdfium
import weasyprint

SIZE = 9.0
LEFT = 72.0
HALF = ";font-feature-settings:'halt'"
HYPHEN = "\x02"
"""What pdfium makes of a hyphen that divides a word."""
WORD = ";font-feature-settings:'pwid','halt'"
DASH = ";font-feature-settings:'fwid'"
Piece = tuple[str, str, int, float, bool, float, bool, bool]


def span(
    text: str,
    family: str,
    weight: int,
    tracking: float,
    halved: bool,
    scale: float,
    proportional: bool,
    wide: bool,
) -> str:
    features = HALF if halved else WORD if proportional else DASH if wide else ""
    style = f"font-family:'{family}';font-weight:{weight};font-size:{scale}em;letter-spacing:{tracking / scale}em{features}"
    return f'<span style="{style}">{escape(text)}</span>'


def page(rows: list[list[Piece]]) -> str:
    body = "\n".join("".join(span(*piece) for piece in row) for row in rows)
    return (
        f'<html lang="zh-CN"><style>@page{{size:800mm {20 + 6 * len(rows)}mm;margin:0}}'
        f"body{{margin:0;position:absolute;left:{LEFT}pt;top:0}}"
        f"p{{margin:0;white-space:pre;font-variant-ligatures:no-common-ligatures;font-size:{SIZE}pt;line-height:14pt}}</style><p>{body}</p>"
    )


def read(pdf: bytes) -> list[list[tuple[str, float]]]:
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    rows: dict[float, list[tuple[str, float]]] = {}
    for at in range(text.count_chars()):
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        if not pdfium.FPDFText_IsGenerated(text, at):
            character = chr(pdfium.FPDFText_GetUnicode(text, at)).replace(HYPHEN, "-")
            rows.setdefault(round(y.value, 1), []).append((character, (x.value - LEFT) / SIZE))
    return [rows[y] for y in sorted(rows, reverse=True)]


if __name__ == "__main__":
    print(json.dumps(read(weasyprint.HTML(string=page(json.load(sys.stdin))).write_pdf())))
