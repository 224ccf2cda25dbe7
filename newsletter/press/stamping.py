"""One page laid over every page of a PDF: a mark across it."""

import io

import pikepdf


def stamped(pdf: bytes, mark: bytes) -> bytes:
    """Return a PDF with the first page of another over each of its pages; same input, same bytes.

    The mark is an artifact: who has the text read aloud does not hear it. Both have one page size.
    """
    with pikepdf.open(io.BytesIO(pdf)) as pages, pikepdf.open(io.BytesIO(mark)) as over:
        form = pages.copy_foreign(over.pages[0].as_form_xobject())
        for page in pages.pages:
            left, bottom, *_rest = (float(edge) for edge in page.mediabox)
            name = page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name.Stamp)
            drawn = f"\n/Artifact BMC q 1 0 0 1 {left:.4f} {bottom:.4f} cm {name} Do Q EMC\n"
            page.contents_add(b"q\n", prepend=True)
            page.contents_add(b"\nQ" + drawn.encode("ascii"))
        target = io.BytesIO()
        pages.save(target, deterministic_id=True, fix_metadata_version=False)
    return target.getvalue()
