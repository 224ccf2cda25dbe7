"""Sheets written by hand, as the engine lays them out: a content stream in mm from the trim's top left corner."""

import io
from collections.abc import Mapping

import pikepdf
from PIL import Image

from newsletter.press import FinishOrder

SCALE = 72 / 25.4
Resources = Mapping[str, object]


def proof_of(order: FinishOrder, content: str, photo: Image.Image | None = None) -> bytes:
    """Return a proof of one page; ``/P`` is the photo, ``/A25`` … ``/A75`` set alpha, ``/G`` calls a group.

    What stands after ``---`` in the content is the group's.
    """
    page, _mark, group = content.partition("---")
    with pikepdf.new() as pdf:
        size = tuple((side + 2 * order.border) * SCALE for side in (order.width, order.height))
        pdf.add_blank_page(page_size=size)
        states = {f"/A{each}": pikepdf.Dictionary(ca=each / 100, CA=each / 100) for each in (25, 50, 75)}
        states["/M"] = pikepdf.Dictionary(BM=pikepdf.Name.Multiply)
        objects = {"/G": _group(pdf, group, states)}
        if photo is not None:
            objects["/P"] = _picture(pdf, photo)
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        resources = {"/ExtGState": states, "/XObject": objects, "/Font": {"/F": pdf.make_indirect(font)}}
        pdf.pages[0].obj["/Resources"] = pikepdf.Dictionary(resources)
        start = f"{SCALE} 0 0 {-SCALE} {order.border * SCALE} {size[1] - order.border * SCALE} cm\n"
        pdf.pages[0].obj["/Contents"] = pdf.make_stream((start + page).encode("ascii"))
        data = io.BytesIO()
        pdf.save(data)
    return data.getvalue()


def _group(pdf: pikepdf.Pdf, content: str, states: Resources) -> pikepdf.Object:
    form = pdf.make_stream(content.encode("ascii"))
    form["/Type"], form["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Form
    form["/BBox"] = [-100, -100, 400, 400]
    form["/Group"] = {"/S": pikepdf.Name.Transparency, "/CS": pikepdf.Name.DeviceRGB, "/I": True}
    form["/Resources"] = pikepdf.Dictionary({"/ExtGState": states})
    return pdf.make_indirect(form)


def _picture(pdf: pikepdf.Pdf, photo: Image.Image) -> pikepdf.Object:
    data = io.BytesIO()
    photo.save(data, "JPEG", quality=95)
    image = pdf.make_stream(data.getvalue())
    image["/Type"], image["/Subtype"] = pikepdf.Name.XObject, pikepdf.Name.Image
    image["/Width"], image["/Height"], image["/BitsPerComponent"] = *photo.size, 8
    image["/ColorSpace"], image["/Filter"] = pikepdf.Name.DeviceCMYK, pikepdf.Name.DCTDecode
    image["/Decode"] = [1, 0, 1, 0, 1, 0, 1, 0]
    return pdf.make_indirect(image)
