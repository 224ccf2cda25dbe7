"""Pages on press sheets: pure arithmetic of folding, collating and placing; knows no PDF."""

from newsletter.imposition.collating import Section, gathered, nested
from newsletter.imposition.folding import Cell, Face, Signature, folded
from newsletter.imposition.placing import Imposition, Job, Placement, Side, Window, impose
from newsletter.imposition.proofs import proof_sheets
from newsletter.imposition.schemes import BOUND, PER_SHEET, Scheme, scheme_of
from newsletter.imposition.sheets import KNOWN, PressSheet, sheet_of

__all__ = [
    "BOUND",
    "KNOWN",
    "PER_SHEET",
    "Cell",
    "Face",
    "Imposition",
    "Job",
    "Placement",
    "PressSheet",
    "Scheme",
    "Section",
    "Side",
    "Signature",
    "Window",
    "folded",
    "gathered",
    "impose",
    "nested",
    "proof_sheets",
    "scheme_of",
    "sheet_of",
]
