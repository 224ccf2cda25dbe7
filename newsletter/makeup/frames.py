"""A tree of rectangles to frames in millimetres."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from newsletter.dummy import (
    Box,
    Frame,
    FurnitureFrame,
    PhotoFrame,
    Role,
    RuleFrame,
    SetLine,
    StoryFit,
    TextFrame,
)
from newsletter.fonts import ASCENT
from newsletter.layout import Layout, Master
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.lines import Line
from newsletter.makeup.crop import crop_around_focus
from newsletter.makeup.headblock import HeadBlock, HeadPart
from newsletter.makeup.judge import Place, height_of, places, width_of
from newsletter.makeup.photoblock import PhotoDesk, Row
from newsletter.makeup.rectangle import Desk
from newsletter.makeup.search import Beside, Stack, Tree
from newsletter.makeup.upright import upright_frames

RULE = to_mm(0.4)
HEAD_RISE = 0.42
"""The share of a head's white that stands above it."""


def page_frames(tree: Tree, desk: Desk, page: int, top: int) -> tuple[list[Frame], list[StoryFit]]:
    """Return the frames of a page's stories and how each story fits, in reading order."""
    frames: list[Frame] = list(_rules(tree, desk.layout, 0, top))
    fits: list[StoryFit] = []
    for place in places(tree, desk.layout.limits.gap, 0, top):
        story = StoryFrames(place, desk, page)
        frames.extend(story.frames())
        fits.append(story.fit())
    return frames, fits


@dataclass
class StoryFrames:
    """The frames of one story at its place."""

    place: Place
    desk: Desk
    page: int

    def __post_init__(self) -> None:
        body = self.place.rectangle.body
        self.layout = self.desk.layout
        self.x = self.layout.column_x(self.place.column)
        self.width = Mm(self.layout.span(self.place.rectangle.columns) * self.layout.em)
        self.body_x = self.x
        if self.layout.upright.side == "left":
            self.body_x = Mm(self.x + self.place.rectangle.head.strip * self.layout.em)
        self.head_lines = self.place.rectangle.head.height + self.place.rectangle.air
        self.body_line = self.place.line + self.head_lines
        self.room = body.rooms
        self.cast = self.desk.legs(self.place.rectangle)
        self.legs = self.cast.legs

    def frames(self) -> Iterator[Frame]:
        """Return head, photos with their captions, legs, and the tables below them."""
        yield from self._head()
        yield from self._photos()
        yield from self._legs()
        yield from self._tables()

    def fit(self) -> StoryFit:
        """Return how the story found room."""
        body, placed = self.place.rectangle.body, sum(len(leg) for leg in self.legs)
        over = self.cast.over
        tables = len(body.tables.lines) if body.tables else 0
        return StoryFit(
            story=self.place.rectangle.story,
            page=self.page,
            box=self._box(),
            headline_size=self.place.rectangle.head.headline.size,
            legs=body.legs.count,
            measure=body.legs.measure,
            lines=placed + len(over) + tables,
            placed=placed + tables,
            overset=len(over),
            overset_characters=sum(len(each.line.text) for each in over),
            short=max(0, sum(self.room) - placed),
            faults=self.cast.faults,
        )

    def _box(self) -> Box:
        height = self.place.rectangle.height * self.layout.line
        return Box(self.x, self.layout.line_y(self.place.line), self.width, Mm(height))

    def _head(self) -> Iterator[Frame]:
        head = self.place.rectangle.head
        if head.strip:
            yield from self._upright_head(head)
            return
        white = self.head_lines * self.layout.line - to_mm(head.points)
        y = self.layout.line_y(self.place.line) + HEAD_RISE * white
        parts = ((Role.KICKER, head.kicker), (Role.HEADLINE, head.headline), (Role.DECK, head.deck))
        for role, part in parts:
            if part and part.lines:
                yield self._head_frame(role, part, Mm(y))
                y += to_mm(part.height)
                if part is head.kicker and head.kicker_rule:
                    yield self._kicker_rule(part, Mm(y))

    def _head_frame(self, role: Role, part: HeadPart, y: Mm) -> TextFrame:
        measure = self.width / to_mm(part.size)
        name = self._style_name(role)
        lines = tuple(SetLine(centred(line, measure), name) for line in part.lines)
        box = Box(self.x, Mm(y + to_mm(part.above)), self.width, to_mm(Pt(part.height - part.above)))
        return TextFrame(role, self.place.rectangle.story, box, lines, part.size, part.leading)

    def _kicker_rule(self, kicker: HeadPart, y: Mm) -> RuleFrame:
        """Return the thin rule under a kicker, as wide as it."""
        width = max(line.width for line in kicker.lines) * to_mm(kicker.size)
        return RuleFrame(Box(Mm(self.x + (self.width - width) / 2), Mm(y - RULE), Mm(width), RULE))

    def _upright_head(self, head: HeadBlock) -> Iterator[TextFrame]:
        """Return the parts of a vertical head in its strip."""
        strip = Mm((head.strip - self.layout.grid.gutter) * self.layout.em)
        left = self.x if self.layout.upright.side == "left" else Mm(self.x + self.width - strip)
        height = Mm(self.place.rectangle.body.height * self.layout.line)
        box = Box(left, self.layout.line_y(self.body_line), strip, height)
        article = self.desk.copies[self.place.rectangle.story].article
        yield from upright_frames(head, box, article, self.layout)

    def _style_name(self, role: Role) -> str:
        return f"headline-{self._rank()}" if role is Role.HEADLINE else role.value

    def _rank(self) -> str:
        return self.desk.copies[self.place.rectangle.story].article.rank.value

    def _photos(self) -> Iterator[Frame]:
        body = self.place.rectangle.body
        if not body.photos:
            return
        before = self.place.rectangle.body_columns - body.photo_columns
        x = Mm(self.body_x + before * (self.layout.grid.column + self.layout.grid.gutter) * self.layout.em)
        line = self.body_line
        for row in body.photos.rows:
            yield from self._row(row, x, line)
            line += row.height + self.layout.limits.photo_gap

    def _row(self, row: Row, x: Mm, line: int) -> Iterator[Frame]:
        """Return a row's pictures and captions from its top left."""
        desk: PhotoDesk = self.desk.photos
        style = self.layout.styles["body"]
        top = self.layout.line_y(line) + to_mm((style.leading - style.size) / 2)
        gutter = self.layout.grid.gutter * self.layout.em
        for photo, width in zip(row.photos, row.widths, strict=True):
            box = Box(x, Mm(top), Mm(width), Mm(desk.image_height(row.image)))
            crop = crop_around_focus(photo, box.width, box.height)
            yield PhotoFrame(photo.id, self.place.rectangle.story, box, crop)
            yield from self._caption(photo.id, desk.caption(photo, width), box, line + row.image)
            x = Mm(x + width + gutter)

    def _caption(self, photo: str, lines: Sequence[Line], picture: Box, line: int) -> Iterator[Frame]:
        """Return the caption under its picture, its first baseline on the grid."""
        if not lines:
            return
        body, style = self.layout.styles["body"], self.layout.styles["caption"]
        drop = baseline(body.size, body.leading) - baseline(style.size, style.leading)
        y = Mm(self.layout.line_y(line) + to_mm(drop))
        box = Box(picture.x, y, picture.width, to_mm(len(lines) * style.leading))
        text = tuple(SetLine(each, "caption") for each in lines)
        yield TextFrame(Role.CAPTION, photo, box, text, style.size, style.leading)

    def _legs(self) -> Iterator[Frame]:
        body, style = self.place.rectangle.body, self.layout.styles["body"]
        step = (body.legs.measure + body.legs.gutter) * self.layout.em
        width = Mm(body.legs.measure * self.layout.em)
        for at, leg in enumerate(map(without_white, self.legs)):
            line = self.body_line + body.tops[at]
            box = Box(
                Mm(self.body_x + at * step), self.layout.line_y(line), width, Mm(len(leg) * self.layout.line)
            )
            if leg:
                yield TextFrame(Role.LEG, self.place.rectangle.story, box, leg, style.size, style.leading)
                yield from line_rules(leg, box, self.layout)

    def _tables(self) -> Iterator[Frame]:
        """Return the block of tables at the foot of the last columns, with its rules."""
        body, style, story = (
            self.place.rectangle.body,
            self.layout.styles["body"],
            self.place.rectangle.story,
        )
        if not body.tables:
            return
        lines, across = body.tables.lines, body.tables.columns
        x = self.layout.column_x(self.place.column + self.place.rectangle.columns - across)
        y = self.layout.line_y(self.body_line + body.height - len(lines))
        width = Mm(self.layout.span(across) * self.layout.em)
        box = Box(x, y, width, Mm(len(lines) * self.layout.line))
        yield TextFrame(Role.TABLE, story, box, lines, style.size, style.leading)
        yield from line_rules(lines, box, self.layout)


def without_white(leg: tuple[SetLine, ...]) -> tuple[SetLine, ...]:
    """Return a leg without white at its head, which would let it begin lower than its neighbours."""
    return tuple(dropwhile(lambda line: not line.line.pieces, leg))


def line_rules(lines: Sequence[SetLine], box: Box, layout: Layout) -> Iterator[RuleFrame]:
    """Return the rules at the edges of lines, as wide as their frame, each across the edge's middle."""
    for at, line in enumerate(lines):
        for edge, points in ((at, line.above), (at + 1, line.below)):
            if points:
                y = box.y + edge * layout.line - to_mm(points) / 2
                yield RuleFrame(Box(box.x, Mm(y), box.width, to_mm(points)))


def baseline(size: Pt, leading: Pt) -> float:
    """Return the depth of the baseline in a line, in points."""
    return (leading - size) / 2 + ASCENT * size


def centred(line: Line, measure: float) -> Line:
    """Return a line in the middle of a measure in em."""
    return replace(line, start=round(max(0.0, (measure - line.width) / 2), 3))


def _rules(tree: Tree, layout: Layout, column: int, line: int) -> Iterator[RuleFrame]:
    """Return the rules between the parts of a tree."""
    gap = layout.limits.gap
    if isinstance(tree, Stack):
        split = line + height_of(tree.upper, gap)
        y = layout.line_y(split) + gap * layout.line / 2
        width = layout.span(width_of(tree)) * layout.em
        yield RuleFrame(Box(layout.column_x(column), Mm(y), Mm(width), RULE))
        yield from _rules(tree.upper, layout, column, line)
        yield from _rules(tree.lower, layout, column, split + gap)
    elif isinstance(tree, Beside):
        split = column + width_of(tree.left)
        x = layout.column_x(split) - layout.grid.gutter * layout.em / 2
        top, height = layout.line_y(line), height_of(tree, gap) * layout.line
        yield RuleFrame(Box(Mm(x), Mm(top + 0.8), RULE, Mm(height - 1.6)))
        yield from _rules(tree.left, layout, column, line)
        yield from _rules(tree.right, layout, split, line)


def furniture(layout: Layout, master: str, room: Master) -> tuple[FurnitureFrame, ...]:
    """Return the places of a page that the layout's templates fill, in the ``room`` kept for them."""
    width = Mm(layout.span(layout.grid.columns) * layout.em)
    frames = []
    if master == "front":
        top = Mm(layout.grid.top / 2)
        height = Mm(layout.line_y(room.head - 1) - top)
        frames.append(FurnitureFrame("masthead", Box(layout.left, top, width, height)))
    else:
        height = Mm(layout.line * 2)
        frames.append(
            FurnitureFrame("folio", Box(layout.left, Mm(layout.grid.top - 0.8 * height - 3), width, height))
        )
    if room.foot:
        top = layout.line_y(layout.grid.lines - room.foot + 1)
        frames.append(
            FurnitureFrame("imprint", Box(layout.left, top, width, Mm((room.foot - 1) * layout.line)))
        )
    return tuple(frames)
