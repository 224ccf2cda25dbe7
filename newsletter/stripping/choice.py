"""What is chosen where nobody says: the scheme by the layout, the sheet by the printer profile."""

from dataclasses import dataclass

from newsletter.condition import Condition
from newsletter.diagnostics import NO_LENGTH, MachineFault
from newsletter.imposition.block import Room, block_of, shortfall
from newsletter.imposition.placement import Job
from newsletter.imposition.schemes import BOUND, PER_SHEET, Scheme
from newsletter.imposition.sheets import KNOWN, PressSheet, sheet_of
from newsletter.language import _
from newsletter.lengths import Mm

USAGE = 2
MILLING = Mm(3.0)
"""What is milled off a spine before it is glued, where nobody says."""
A3 = PressSheet("A3", Mm(420.0), Mm(297.0), Mm(0.0))
A4 = PressSheet("A4", Mm(297.0), Mm(210.0), Mm(0.0))
_LARGEST = 16
_LARGE = 300.0
"""The height in mm above which pages are proofed on A3."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of the sheets; what is none is chosen. Creep and milling in mm.

    ``turned`` asks for front and back beside each other, on one plate (自翻).
    """

    scheme: Scheme | None = None
    sheet: str = ""
    per_sheet: int | None = None
    creep: Mm = NO_LENGTH
    milling: Mm = MILLING
    turned: bool = False


def per_sheet_of(wish: Wish, scheme: Scheme, job: Job, sheet: PressSheet | None) -> int:
    """Return the pages of a sheet, front and back: for bound copies as many as a sheet that is named holds.

    Signatures of more than sixteen pages are folded only where they are asked for. Raises MachineFault
    (2) for a number that the scheme does not know.
    """
    known = PER_SHEET[scheme]
    if wish.per_sheet is None:
        fitting = (
            each
            for each in known
            if each <= _LARGEST and sheet and _holds(sheet, job, scheme, each, wish.turned)
        )
        return max(fitting, default=known[0]) if scheme in BOUND else known[0]
    if wish.per_sheet not in known:
        sentence = _("{count} pages on a sheet cannot be had with “{scheme}”.")
        numbers = ", ".join(str(each) for each in sorted(known))
        hint = _("It takes {numbers}.").format(numbers=numbers)
        raise MachineFault(sentence.format(count=wish.per_sheet, scheme=scheme.value), hint, USAGE)
    return wish.per_sheet


def sheet_named(wish: Wish, condition: Condition, job: Job, scheme: Scheme) -> PressSheet | None:
    """Return the sheet wished for, else the printer profile's; a proof's is office paper.

    Raises MachineFault (2) for a wish that is no sheet.
    """
    if wish.sheet:
        return _wished(wish.sheet)
    if scheme is Scheme.NUP:
        return A3 if job.height > _LARGE else A4
    stated = condition.sheet
    return PressSheet(stated.name, stated.width, stated.height, stated.gripper) if stated else None


def smallest(job: Job, scheme: Scheme, per_sheet: int, turned: bool) -> PressSheet | None:
    """Return the smallest usual sheet that holds the pages, none where none does."""
    return next((each for each in KNOWN if _holds(each, job, scheme, per_sheet, turned)), None)


def lacking(sheet: PressSheet, job: Job, scheme: Scheme, per_sheet: int, turned: bool) -> Mm:
    """Return by how many mm a sheet is too small for the pages, 0 where it holds them."""
    return shortfall(sheet, Room(block_of(job, scheme, per_sheet), job.bleed, sheet.gripper, turned))


def _holds(sheet: PressSheet, job: Job, scheme: Scheme, per_sheet: int, turned: bool) -> bool:
    return not lacking(sheet, job, scheme, per_sheet, turned)


def _wished(written: str) -> PressSheet:
    named = {"A3": A3, "A4": A4}.get(written.upper().strip()) or sheet_of(written)
    if named is None:
        names = ", ".join((*(each.name for each in KNOWN), "A3", "A4"))
        hint = _("Write it as 787x1092, or name one of {names}.").format(names=names)
        raise MachineFault(_("“{written}” is no sheet of paper.").format(written=written), hint, USAGE)
    return named
