"""Press facts of a PDF for the third table."""

import json
from collections.abc import Sequence
from pathlib import Path

from newsletter.press import PressFile, inspect
from tests.bench.cases import environment, ours
from tests.bench.watch import timed
from tests.bench.workspaces import SLUG, forget

Facts = dict[str, object]


def facts_of(pdf: Path) -> Facts:
    """Return what a print shop asks of any PDF."""
    facts = inspect(pdf)
    ppi = [min(each.ppi_x, each.ppi_y) for sheet in facts.pages for each in sheet.pictures]
    return {
        "pages": len(facts.pages),
        "megabytes": round(pdf.stat().st_size / 1e6, 2),
        "RGB paints": _rgb_paints(facts),
        "RGB images": sum(_is_rgb(each.space) for sheet in facts.pages for each in sheet.pictures),
        "images": len(ppi),
        "lowest ppi": round(min(ppi, default=0)),
        "heaviest ink %": _heaviest(facts),
        "output intent": ", ".join(each.identifier for each in facts.intents) or "-",
        "PDF/X": facts.xmp.get("pdfxid:GTS_PDFXVersion", "-"),
        "faults in reading": len(facts.faults),
    }


def _rgb_paints(facts: PressFile) -> int:
    """Return how often an RGB colour is set for anything but an image."""
    paints = (paint for sheet in facts.pages for paint in sheet.paints if paint.use != "image")
    return sum(paint.count for paint in paints if _is_rgb(paint.space))


def _is_rgb(space: str) -> bool:
    """Return whether a colour space has red, green and blue, with a profile or without."""
    return "RGB" in space or space == "ICCBased 3"


def _heaviest(facts: PressFile) -> object:
    """Return the most ink of a page, a dash for a file that has no inks."""
    inks = [sheet.heaviest_ink.value for sheet in facts.pages if sheet.heaviest_ink]
    return round(max(inks), 1) if any(inks) else "-"


def pages_of(workspace: Path) -> Facts:
    """Return whether our pages are full."""
    pages = json.loads((workspace / "dist" / SLUG / "dummy.json").read_text("utf-8"))["pages"]
    return {
        "lines overset": sum(page["overset"] for page in pages),
        "lines short": sum(page["short"] for page in pages),
        "full pages": f"{sum(not page['overset'] and not page['short'] for page in pages)} of {len(pages)}",
    }


def same_bytes(workspaces: Sequence[Path], mode: Sequence[str]) -> bool:
    """Return whether cold builds in the folders, each with other hashes, are the same to the byte."""
    made = set()
    for seed, workspace in enumerate(workspaces, 1):
        forget(workspace)
        timed(ours(workspace, "build", SLUG, *mode, "--afresh"), environment(str(seed)))
        made.add(pdf_of(workspace).read_bytes())
    return len(made) == 1


def pdf_of(workspace: Path) -> Path:
    """Return where our print file stands."""
    return workspace / "dist" / SLUG / f"{SLUG}.print.pdf"
