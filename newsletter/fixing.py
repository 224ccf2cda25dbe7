"""Setting right what needs no judgement: what was set right on the way in, and the fixes of rules."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from newsletter import manifest
from newsletter.checking import check
from newsletter.commission import Order
from newsletter.copy_source import Correction
from newsletter.manifest import Rewrite, rewrites, write_back

SET_RIGHT = ("C011", "C012", "C095", "C096")
"""The rules under which a load reports what it sets right itself, or would of text pasted from Word."""
Wanted = Callable[[str], bool]
MOST_ROUNDS = 8


def fixes(order: Order, wanted: Wanted) -> tuple[Rewrite, ...]:
    """Return the files that the fixes of the wanted rules would change, as they are and as they would be.

    What is set right may let more be seen (a space beside a new 《): it is looked at until nothing is left.

    Raises OSError.
    """
    drafts: dict[Path, str] = {}
    written: dict[Path, str] = {}
    for _round in range(MOST_ROUNDS):
        found = rewrites(order.workspace, _corrections(replace(order, drafts=drafts), wanted), drafts)
        written = {each.path: each.before for each in found} | written
        drafts = drafts | {each.path: each.after for each in found}
        if not found:
            break
    changed = (Rewrite(path, written[path], drafts[path]) for path in sorted(drafts))
    return tuple(each for each in changed if each.before != each.after)


def _corrections(order: Order, wanted: Wanted) -> Iterator[Correction]:
    """Yield what sets right; a rule's fix of a value that the load set right as well does both at once."""
    wants_loaded = any(map(wanted, SET_RIGHT))
    loaded = manifest.corrections(order.workspace, order.slug, order.drafts) if wants_loaded else ()
    as_written = {(each.at.file, each.at.line, each.at.column, each.new): each.old for each in loaded}
    yield from _of_rules(order, wanted, as_written)
    yield from loaded


def _of_rules(
    order: Order, wanted: Wanted, as_written: Mapping[tuple[str, int, int, str], str]
) -> Iterator[Correction]:
    """Yield the fixes of rules, which were found in the text as the load set it right."""
    for each in check(order).diagnostics:
        if each.fix is not None and each.at is not None and wanted(each.rule.code):
            place = (each.at.file, each.at.line, each.at.column, each.fix.old)
            yield Correction(each.at, as_written.get(place, each.fix.old), each.fix.new)


def apply(found: tuple[Rewrite, ...], order: Order) -> Path:
    """Write the files anew and return the folder in ``dist`` where they are kept as they were.

    Raises OSError.
    """
    originals = _free(order.workspace / "dist" / order.slug / "before-fix")
    write_back(found, originals, order.workspace)
    return originals


def _free(folder: Path) -> Path:
    """Return a folder that is not there yet: before-fix, before-fix-2."""
    number, found = 1, folder
    while found.exists():
        number += 1
        found = folder.with_name(f"{folder.name}-{number}")
    return found
