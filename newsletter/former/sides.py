"""The sides of a comparison with their pages: laid out anew where none are kept."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from newsletter import shipped
from newsletter.bench import Bench
from newsletter.commission import Order, unheard
from newsletter.comparison.compared import Comparison, compared, with_pages
from newsletter.comparison.keeping import DUMMY
from newsletter.comparison.made import made_in
from newsletter.comparison.pages import hidden_in
from newsletter.comparison.revision import commits_with, revision
from newsletter.comparison.sides import NOW, Side, known_side, revised, signed_words
from newsletter.comparison.signed import Signed, with_made
from newsletter.former.laying import Laid, Made
from newsletter.issue import Signature
from newsletter.language import _, ngettext
from newsletter.layout import read_layout
from newsletter.manifest import load
from newsletter.release import print_name, read_record
from newsletter.signing.ledger import FILE
from newsletter.signing.pictures import looks_as_signed, looks_of
from newsletter.signing.statements import Statements


def comparison_of(laid: Laid, names: tuple[str, str], near: Path) -> Comparison:
    """Return what changed from one side to another, with the pages side by side.

    Raises MachineFault (3) where nothing of a name is kept, (4) where git is missing.
    """
    old, new = (made_side(laid, name, near) for name in names)
    found = compared(laid.slug, old, new)
    known = shipped.folders("layouts", laid.workspace)
    return with_pages(found, hidden_in(lambda name: read_layout(name, known).value))


def made_side(laid: Laid, name: str, near: Path) -> Side:
    """Return the side that a name means with its pages; its notes say where they could not be had.

    Raises MachineFault (3) where nothing of that name is kept, (4) where git is missing.
    """
    found = known_side(laid.workspace, laid.slug, name, near)
    if found is None:
        return _of_revision(laid, name)
    if name == NOW:
        return _now(laid, found)
    return _signed(laid, found, found.signed) if found.signed is not None else found


def _of_revision(laid: Laid, name: str) -> Side:
    made = laid.revision(name)
    if isinstance(made, Made):
        return Side(name, name, made.content, made.pages, notes=tuple(_lent(name, made)))
    return replace(revised(laid.workspace, laid.slug, name), notes=(_not_laid_out(name, made),))


def _lent(name: str, made: Made) -> Iterator[str]:
    """Yield of how many photos nothing can be said, because the revision has none."""
    if made.lent:
        words = ngettext(
            "{n} photo is not in “{side}”; the one of today stands in its place and was not compared.",
            "{n} photos are not in “{side}”; those of today stand in their place and were not compared.",
            made.lent,
        )
        yield words.format(n=made.lent, side=name)


def _now(laid: Laid, found: Side) -> Side:
    """Return the files as they are now with the pages in dist, where those are of these files."""
    bench = Bench(Order(laid.workspace, laid.slug, laid.today), unheard)
    record = read_record(bench.dist)
    if record is not None and record.sources == bench.sources():
        return replace(found, made=made_in(bench.dist, laid.slug))
    made = laid.now()
    if isinstance(made, Made):
        return replace(found, content=made.content, made=made.pages)
    return replace(found, notes=(_not_laid_out(found.word, made),))


def _not_laid_out(name: str, why: str) -> str:
    words = _("The pages of {side} cannot be laid out, only the words are compared: {why}")
    return words.format(side=name, why=why)


def _signed(laid: Laid, found: Side, signed: Signed) -> Side:
    """Return what was signed with its pages, those no longer in dist laid out anew from git."""
    notes = list(found.notes)
    for each in signed.unseen:
        made = _from_git(laid, each)
        if made is not None:
            signed = with_made(signed, each, made.pages)
            notes += [] if _looks_so(laid, each, made) else [_looks_otherwise(each)]
    return replace(found, content=signed.content, made=signed.made, signed=signed, notes=tuple(notes))


def _from_git(laid: Laid, signature: Signature) -> Made | None:
    """Return the issue of the first commit that holds both a signature and what it is over."""
    ledger = f"issues/{laid.slug}/{FILE}"
    for commit in commits_with(laid.workspace, ledger, signature.hash):
        with revision(laid.workspace, commit, laid.slug) as root:
            issue = load(root, laid.slug).value
            written = Statements(issue).over(signature) if issue is not None else None
            same = written is not None and written[1] == signature.content
        made = laid.revision(commit) if same else ""
        if isinstance(made, Made):
            return made
    return None


def _looks_so(laid: Laid, signature: Signature, made: Made) -> bool:
    """Return whether pages that were laid out anew look as those that were signed."""
    layout = read_layout(made.pages[0].layout, shipped.folders("layouts", laid.workspace)).value
    dummy = (made.folder / DUMMY).read_text("utf-8")
    pdf = made.folder / print_name(laid.slug)
    return layout is not None and looks_as_signed(signature, looks_of(pdf, dummy, layout))


def _looks_otherwise(signature: Signature) -> str:
    words = _("The pages of {signature} are laid out anew from git and do not look just as they were signed.")
    return words.format(signature=signed_words((signature,)))
