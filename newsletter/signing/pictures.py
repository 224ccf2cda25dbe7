"""How the built pages look, as signatures hold it: pixels inside the trim, frames of the dummy."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsletter import __version__
from newsletter.bench import Bench
from newsletter.issue import Issue, Signature
from newsletter.lengths import Mm, to_mm
from newsletter.release import fingerprint, write
from newsletter.signing.statement import is_over

if TYPE_CHECKING:
    from newsletter.layout import Layout
    from newsletter.press import Area

MARK_WIDTH = to_mm(62)
"""The width of the draft's mark, 送审稿, in its place; what lies under it is covered by the copy's hash."""


@dataclass(frozen=True, slots=True)
class Look:
    """A page: the hash of its pixels, that of its frames, the stories on it."""

    page: int
    pixels: str
    frames: str
    stories: tuple[str, ...]

    @property
    def written(self) -> str:
        """The page as it is hashed."""
        return f"page {self.page}\t{self.pixels}\t{self.frames}\n"


Looks = tuple[Look, ...]


def looks_of(pdf: Path, dummy: str, layout: "Layout") -> Looks:
    """Return the looks of a print file's pages; ``dummy`` is the text of its dummy.json."""
    from newsletter.press import look_of_pages

    pages = json.loads(dummy)["pages"]
    hidden = {page["number"]: draft_mark(layout, page["number"]) for page in pages}
    pixels = look_of_pages(pdf, hidden)
    return tuple(_look(page, seen) for page, seen in zip(pages, pixels, strict=True))


def draft_mark(layout: "Layout", page: int) -> "Area":
    """Return where on a page the draft's mark is, if there is one."""
    from newsletter.markup import draft_area
    from newsletter.press import Area

    mark = draft_area(layout, page)
    return Area(Mm(mark.x - 0.5), mark.y, MARK_WIDTH, mark.height)


def looks_built(bench: Bench, issue: Issue, *, afresh: bool = False) -> Looks | None:
    """Return the looks of the pages in dist, none where nothing is built of the issue's layout.

    Drawing twenty-four pages takes seconds, so what was drawn is remembered; ``afresh`` draws it again.
    """
    from newsletter.layout import read_layout

    pdf, dummy = bench.print_file, bench.dist / "dummy.json"
    if not pdf.is_file() or not dummy.is_file():
        return None
    mark = _mark(bench, issue, (pdf, dummy))
    if not afresh and (known := _remembered(bench, mark)) is not None:
        return known
    layout = read_layout(issue.sheet.layout, bench.layouts, issue.sheet.at("layout")).value
    if layout is None:
        return None
    looks = looks_of(pdf, dummy.read_text("utf-8"), layout)
    write(_memory(bench), json.dumps([mark, [asdict(each) for each in looks]]).encode())
    return looks


def _mark(bench: Bench, issue: Issue, files: tuple[Path, ...]) -> str:
    """Return the hash of all that the looks depend on: the pages, the layout, the tool."""
    designs = (each for folder in bench.layouts for each in (folder / issue.sheet.layout).rglob("*"))
    layout = (each for each in designs if each.is_file())
    return fingerprint((*files, *layout), {"version": __version__}, (), bench.hashes)


def _memory(bench: Bench) -> Path:
    return bench.cache / f"seen-{bench.order.slug}.json"


def _remembered(bench: Bench, mark: str) -> Looks | None:
    """Return the looks that were drawn of these very pages; none where they are not remembered."""
    try:
        known, looks = json.loads(_memory(bench).read_text("utf-8"))
        found = tuple(Look(**{**each, "stories": tuple(each["stories"])}) for each in looks)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return found if known == mark else None


def hash_of(looks: Looks) -> str:
    """Return the hash over the looks of pages."""
    return hashlib.sha256("".join(each.written for each in looks).encode()).hexdigest()


def looked_at(of: str, looks: Looks) -> Looks:
    """Return the pages that a signature of that subject is over."""
    return tuple(each for each in looks if is_over(of, each.page, each.stories))


def looks_as_signed(each: Signature, looks: Looks) -> bool:
    """Return whether the pages look as they were signed.

    A story is signed for itself: another story beside it may change the page's look, not the signature.
    """
    return each.of.startswith("story ") or hash_of(looked_at(each.of, looks)) == each.pages


def _look(page: dict[str, Any], pixels: str) -> Look:
    frames = json.dumps(page["frames"], ensure_ascii=False, sort_keys=True)
    stories = tuple(dict.fromkeys(fit["story"] for fit in page["stories"]))
    digest = hashlib.sha256(frames.encode()).hexdigest()
    return Look(page["number"], pixels, digest, stories)
