"""Changes to content streams: what stands before, after or instead of operations, put in all at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pikepdf

from newsletter.press.painted import Painted, Stream


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to the operations of one paint; ``picture`` is placed in place of the one that they place."""

    paint: Painted
    before: bytes = b""
    after: bytes = b""
    picture: pikepdf.Object | None = None


def edit(pdf: pikepdf.Pdf, page: pikepdf.Page, edits: Iterable[Edit]) -> None:
    """Change a page's content and the forms that it calls."""
    by_stream: dict[Stream, list[Edit]] = defaultdict(list)
    for each in edits:
        by_stream[each.paint.stream].append(each)
    for stream, found in by_stream.items():
        owner = page.obj if stream is None else pdf.get_object(*stream)
        content = owner["/Contents"] if stream is None else owner
        content.write(_edited(content.read_bytes(), found, _named(owner, found)))


def _named(owner: pikepdf.Object, edits: Iterable[Edit]) -> Mapping[int, bytes]:
    """Return how the new pictures are called in an owner's resources, each by the place of its paint."""
    names = {}
    for place, each in enumerate(edits):
        if each.picture is not None:
            name = f"/PressFlat{place}"
            owner["/Resources"]["/XObject"][name] = each.picture
            names[each.paint.begin] = f"{name} Do".encode("ascii")
    return names


def _edited(content: bytes, edits: Iterable[Edit], names: Mapping[int, bytes]) -> bytes:
    """Return a stream with its changes; several of one operation stand one in another."""
    by_place: dict[tuple[int, int], list[Edit]] = defaultdict(list)
    for each in edits:
        by_place[each.paint.begin, each.paint.end].append(each)
    for begin, end in sorted(by_place, reverse=True):
        changed = names.get(begin, content[begin:end])
        for each in by_place[begin, end]:
            changed = each.before + changed + each.after
        content = content[:begin] + changed + content[end:]
    return content
