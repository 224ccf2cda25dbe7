"""How the built pages look, as signatures hold it: pixels inside the trim, frames of the dummy."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsletter.bench import Bench
from newsletter.issue import Issue, Signature
from newsletter.lengths import Mm, to_mm

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


def looks_built(bench: Bench, issue: Issue) -> Looks | None:
    """Return the looks of the pages in dist, none where nothing is built of the issue's layout."""
    from newsletter.layout import read_layout

    pdf, dummy = bench.dist / f"{bench.order.slug}.print.pdf", bench.dist / "dummy.json"
    layout = read_layout(issue.sheet.layout, bench.layouts, issue.sheet.at("layout")).value
    if layout is None or not pdf.is_file() or not dummy.is_file():
        return None
    return looks_of(pdf, dummy.read_text("utf-8"), layout)


def hash_of(looks: Looks) -> str:
    """Return the hash over the looks of pages."""
    return hashlib.sha256("".join(each.written for each in looks).encode()).hexdigest()


def looked_at(of: str, looks: Looks) -> Looks:
    """Return the pages that a signature of that subject is over."""
    kind, _space, name = of.partition(" ")
    if kind == "page":
        return tuple(each for each in looks if str(each.page) == name)
    return tuple(each for each in looks if kind == "issue" or name in each.stories)


def looks_as_signed(each: Signature, looks: Looks) -> bool:
    """Return whether the pages look as they were signed.

    A story is signed for itself: another story beside it may change the page's look, not the signature.
    """
    return each.of.startswith("story ") or hash_of(looked_at(each.of, looks)) == each.pages


def _look(page: dict[str, object], pixels: str) -> Look:
    frames = json.dumps(page["frames"], ensure_ascii=False, sort_keys=True)
    stories: list[str] = []
    for fit in page["stories"]:  # type: ignore[attr-defined]
        stories += [fit["story"]] if fit["story"] not in stories else []
    digest = hashlib.sha256(frames.encode()).hexdigest()
    return Look(int(str(page["number"])), pixels, digest, tuple(stories))
