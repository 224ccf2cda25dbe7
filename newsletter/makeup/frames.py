"""A tree of rectangles to frames in millimetres."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from newsletter.dummy import (
    Box,
    Crop,
    Frame,
    FurnitureFrame,
    GroundFrame,
    Lettering,
    PhotoFrame,
    Role,
    RuleFrame,
    SetLine,
    StoryFit,
    TextFrame,
)
from newsletter.fonts import ASCENT
from newsletter.issue import Article, Photo
from newsletter.layout import Layout, Master
from newsletter.lengths import Mm, Pt, to_mm
from newsletter.lines import Line
from newsletter.makeup.captions import Under
from newsletter.makeup.crop import crop_around_focus, crop_with_eyes, is_whole, whole_box
from newsletter.makeup.dogleg_rules import dogleg_rules
from newsletter.makeup.headblock import HeadBlock, HeadPart
from newsletter.makeup.judge import Place, height_of, places, width_of
from newsletter.makeup.labels import label_frames
from newsletter.makeup.overhead import head_room
from newsletter.makeup.part import Part, head_rank, story_of
from newsletter.makeup.photoblock import PhotoDesk
from newsletter.makeup.photorow import Over, Row
from newsletter.makeup.pullquote import quote_frames, quote_line
from newsletter.makeup.receipts import receipt
from newsletter.makeup.rectangle import Desk, Rectangle
from newsletter.makeup.rules import RULE, RULE_END, between_columns
from newsletter.makeup.search import Beside, Doglegs, Stack, Tree
from newsletter.makeup.upright import upright_frames

HEAD_RISE = 0.42
"""The share of a head's white that stands above it."""


def page_frames(tree: Tree, desk: Desk, page: int, top: int) -> tuple[list[Frame], list[StoryFit]]:
    """Return the frames of a page's stories and how each story fits, in reading order."""
    frames: list[Frame] = list(_rules(tree, desk.layout.on(page), 0, top))
    fits: list[StoryFit] = []
    for place in places(tree, desk.layout.limits.gap, 0, top):
        story = StoryFrames(place, desk, page)
        made = tuple(story.frames())
        frames.extend(made)
        fits.append(replace(story.fit(), receipt=receipt(place.rectangle, made, desk)))
    return [of_whole(frame, desk) for frame in frames], fits


def of_whole(frame: Frame, desk: Desk) -> Frame:
    """Return a frame of a part as one of its story."""
    if isinstance(frame, TextFrame | PhotoFrame | GroundFrame) and frame.story in desk.copies:
        story = story_of(desk.copies[frame.story].article)
        return frame if story == frame.story else replace(frame, story=story)
    return frame


@dataclass
class StoryFrames:
    """The frames of one story at its place."""

    place: Place
    desk: Desk
    page: int

    def __post_init__(self) -> None:
        body = self.place.rectangle.body
        rectangle, inside = self.place.rectangle, self.place.rectangle.inside
        self.layout = inside.layout if inside else self.desk.layout.on(self.page)
        side = inside.side * self.layout.em if inside else 0.0
        self.x = Mm(self.desk.layout.on(self.page).column_x(self.place.column) + side)
        self.head_line = self.place.line + rectangle.above
        self.width = Mm(self.layout.span(self.place.rectangle.columns) * self.layout.em)
        self.body_x = self.x
        if self.layout.upright.side == "left":
            self.body_x = Mm(self.x + self.place.rectangle.head.strip * self.layout.em)
        self.head_lines = self.place.rectangle.head.height + self.place.rectangle.air
        self.body_line = self.head_line + self.head_lines
        self.room = body.rooms
        self.cast = self.desk.legs(self.place.rectangle)
        self.legs = self.cast.legs

    def frames(self) -> Iterator[Frame]:
        """Return head, photos with their captions, legs, and the tables below them; a box's ground first."""
        yield from self._ground()
        yield from self._head()
        yield from self._photos()
        yield from self._legs()
        yield from self._tables()

    def fit(self) -> StoryFit:
        """Return how the story found room."""
        body, over = self.place.rectangle.body, self.cast.over
        placed = sum(len(without_white(leg)) for leg in self.legs)
        tables = len(body.tables.lines) if body.tables else 0
        fit = StoryFit(
            story=story_of(self._article),
            page=self.page,
            box=self._box(),
            headline_size=self.place.rectangle.head.headline.size,
            legs=body.legs.count,
            measure=body.legs.measure,
            lines=placed + len(over) + tables,
            placed=placed + tables,
            overset=len(over),
            overset_characters=sum(len(each.line.text) for each in over),
            short=max(0, sum(self.room) - sum(map(len, self.legs)) - bool(self.cast.jump)),
            faults=self.cast.faults,
            bent=body.bend is not None and body.legs.count > 1,
        )
        return self._on_its_way(fit)

    def _on_its_way(self, fit: StoryFit) -> StoryFit:
        """Return a fit with the part of its story that it is, and the pages it came from and goes on to."""
        if not isinstance(self._article, Part):
            return fit
        stop = self._article.stop
        return replace(fit, part=stop.number, parts=stop.count, came_from=stop.before, goes_on=stop.after)

    @property
    def _article(self) -> Article:
        """The story, or the part of one, as it is set."""
        return self.desk.copies[self.place.rectangle.story].article

    def _box(self) -> Box:
        layout, rectangle = self.desk.layout.on(self.page), self.place.rectangle
        width = Mm(layout.span(rectangle.columns) * layout.em)
        height = Mm(rectangle.height * layout.line)
        return Box(layout.column_x(self.place.column), layout.line_y(self.place.line), width, height)

    def _ground(self) -> Iterator[GroundFrame]:
        """Return what a boxed story stands on.

        It reaches from the head of the Han in its first line to their foot in its last, as pictures do.
        """
        article, box = self._article, self._box()
        if article.box and self.place.rectangle.inside:
            style = self.layout.styles["body"]
            rise = to_mm((style.leading - style.size) / 2)
            ground = replace(box, y=Mm(box.y + rise), height=Mm(box.height - 2 * rise))
            yield GroundFrame(article.id, article.box, ground)

    def _head(self) -> Iterator[Frame]:
        head = self.place.rectangle.head
        turned = isinstance(self._article, Part) and self._article.turned
        if head.label:
            at = self.x, self.head_line
            for frame in label_frames(head.label, self._story(), at, self.width, self.layout):
                yield replace(frame, role=Role.JUMP) if turned and isinstance(frame, TextFrame) else frame
        if head.strip:
            yield from self._upright_head(head)
            return
        if head.over:
            yield from self._head_over(head, head.over)
            return
        label = len(head.label.lines) if head.label else 0
        white = (self.head_lines - label) * self.layout.line - to_mm(head.points)
        y = self.layout.line_y(self.head_line + label) + HEAD_RISE * white
        parts = ((Role.KICKER, head.kicker), (Role.HEADLINE, head.headline), (Role.DECK, head.deck))
        for role, part in parts:
            if part and part.lines:
                made = self._head_frame(role, part, Mm(y))
                yield replace(made, role=Role.JUMP) if turned else made
                y += to_mm(part.height)
                if part is head.kicker and head.kicker_rule:
                    yield self._kicker_rule(part, Mm(y))

    def _head_over(self, head: HeadBlock, over: Over) -> Iterator[Frame]:
        """Return the photo that a head lies over, its caption under it, and the head's parts over it."""
        line = self.head_line + (len(head.label.lines) if head.label else 0)
        photo, *caption = self._row(over.row, self.x, line)
        yield from (photo, *caption)
        room = head_room(photo.box, over, head, self.layout)
        y = float(room.y)
        parts = ((Role.KICKER, head.kicker), (Role.HEADLINE, head.headline), (Role.DECK, head.deck))
        for role, part in parts:
            if part and part.lines:
                lines = self._centred(role, part, room.width)
                height = to_mm(Pt(part.height - part.above))
                box = replace(room, y=Mm(y + to_mm(part.above)), height=height)
                letters = Lettering(over.row.photos[0].id)
                yield TextFrame(role, self._story(), box, lines, part.size, part.leading, over=letters)
                y += to_mm(Pt(part.height))

    def _head_frame(self, role: Role, part: HeadPart, y: Mm) -> TextFrame:
        lines = self._centred(role, part, self.width)
        box = Box(self.x, Mm(y + to_mm(part.above)), self.width, to_mm(Pt(part.height - part.above)))
        return TextFrame(role, self.place.rectangle.story, box, lines, part.size, part.leading)

    def _centred(self, role: Role, part: HeadPart, width: Mm) -> tuple[SetLine, ...]:
        """Return the lines of a head's part in the middle of a width."""
        measure, name = width / to_mm(part.size), self._style_name(role)
        return tuple(SetLine(centred(line, measure), name) for line in part.lines)

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
        yield from upright_frames(head, box, self._article, self.layout)

    def _style_name(self, role: Role) -> str:
        return f"headline-{self._rank()}" if role is Role.HEADLINE else role.value

    def _story(self) -> str:
        return self.place.rectangle.story

    def _rank(self) -> str:
        return head_rank(self._article).value

    def _photos(self) -> Iterator[Frame]:
        body = self.place.rectangle.body
        if not body.photos:
            return
        before = self.place.rectangle.body_columns - body.photo_columns
        x = Mm(self.body_x + before * (self.layout.grid.column + self.layout.grid.gutter) * self.layout.em)
        line = self.body_line
        for row in body.photos.rows:
            yield from self._row(row, x, line)
            line += row.height + row.white

    def _row(self, row: Row, x: Mm, line: int) -> Iterator[Frame]:
        """Return a row's pictures and captions from its top left."""
        desk: PhotoDesk = self.desk.photos
        style = self.layout.styles["body"]
        top = self.layout.line_y(line) + to_mm((style.leading - style.size) / 2)
        left = Mm(x + row.start)
        for photo, width in zip(row.photos, row.widths, strict=True):
            box = Box(left, Mm(top), Mm(width), Mm(desk.image_height(row.image)))
            yield photo_frame(photo, self.place.rectangle.story, box, row)
            if row.under in (Under.EACH, Under.NAMES):
                lines = desk.captions.lines(photo, width, row.under)
                yield from self._caption(photo.id, lines, box, line + row.image)
            left = Mm(left + width + row.gutter)
        if row.group:
            yield from self._group_caption(row, row.group, Mm(x), line)

    def _group_caption(self, row: Row, photo: Photo, x: Mm, line: int) -> Iterator[Frame]:
        """Return what stands under a whole group, in the last of its row's caption lines."""
        width = Mm(2 * row.start + sum(row.widths) + row.gutter * (len(row.widths) - 1))
        lines = self.desk.photos.captions.lines(photo, width)
        at = line + row.height - self.desk.photos.captions.lines_of(len(lines))
        yield from self._caption(photo.id, lines, Box(x, Mm(0.0), width, Mm(0.0)), at)

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
        legs = tuple(map(without_white, self.legs))
        for at, leg in enumerate(legs):
            for line, part in self._parts(at, leg):
                y, height = self.layout.line_y(self.body_line + line), Mm(len(part) * self.layout.line)
                box = Box(Mm(self.body_x + at * step), y, width, height)
                if part:
                    yield TextFrame(Role.LEG, self._story(), box, part, style.size, style.leading)
                    yield from line_rules(part, box, self.layout)
        yield from self._jump(step)
        yield from self._quote(step)

    def _jump(self, step: float) -> Iterator[Frame]:
        """Return the line that says where the story goes on; ``step`` mm from leg to leg."""
        jump, body = self.cast.jump, self.place.rectangle.body
        if jump is None:
            return
        at = max(at for at, room in enumerate(body.rooms) if room)
        line, part = [*self._parts(at, without_white(self.legs[at]))][-1]
        style = self.layout.styles[jump.style]
        y = self.layout.line_y(self.body_line + line + len(part))
        width = Mm(body.legs.measure * self.layout.em)
        box = Box(Mm(self.body_x + at * step), y, width, self.layout.line)
        yield TextFrame(
            Role.JUMP, self._story(), box, (jump,), style.size, self.layout.styles["body"].leading
        )

    def _quote(self, step: float) -> Iterator[Frame]:
        """Return the pull quote, if there is one, where it parts its legs; ``step`` mm from leg to leg."""
        body = self.place.rectangle.body
        if body.quote:
            line = self.body_line + body.tops[body.quoted] + self._parted()
            at = Mm(self.body_x + body.quoted * step), line
            yield from quote_frames(body.quote, self._story(), at, self.layout)

    def _parts(self, at: int, leg: tuple[SetLine, ...]) -> Iterator[tuple[int, tuple[SetLine, ...]]]:
        """Return the parts of a leg over and under a pull quote, all of it where there is none."""
        body, top = self.place.rectangle.body, self.place.rectangle.body.tops[at]
        if body.quote and 0 <= at - body.quoted < body.quote.across:
            parted = self._parted()
            yield top, leg[:parted]
            yield top + parted + body.quote.height, leg[parted:]
        else:
            yield top, leg

    def _parted(self) -> int:
        """Return after how many lines legs are parted for the pull quote."""
        body = self.place.rectangle.body
        across = body.quote.across if body.quote else 0
        legs = [without_white(leg) for leg in self.legs[body.quoted : body.quoted + across]]
        return quote_line(legs, self.layout.limits.smallest_leg)

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
        whole = self.layout.span(self.place.rectangle.columns)
        x = Mm(self.x + (whole - self.layout.span(across)) * self.layout.em)
        y = self.layout.line_y(self.body_line + body.height - len(lines))
        width = Mm(self.layout.span(across) * self.layout.em)
        box = Box(x, y, width, Mm(len(lines) * self.layout.line))
        yield TextFrame(Role.TABLE, story, box, lines, style.size, style.leading)
        yield from line_rules(lines, box, self.layout)


def photo_frame(photo: Photo, story: str, box: Box, row: Row) -> PhotoFrame:
    """Return a photo in its place of a row: whole, with its eyes on the row's line, or around its focus."""
    if is_whole(photo):
        return PhotoFrame(photo.id, story, whole_box(photo, box), Crop())
    if row.eyes is not None:
        return PhotoFrame(photo.id, story, box, crop_with_eyes(photo, box.width, box.height, row.eyes))
    return PhotoFrame(photo.id, story, box, crop_around_focus(photo, box.width, box.height))


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
        if not _has_edge(tree.upper, tree.lower):
            yield RuleFrame(Box(layout.column_x(column), Mm(y), Mm(width), RULE))
        yield from _rules(tree.upper, layout, column, line)
        yield from _rules(tree.lower, layout, column, split + gap)
    elif isinstance(tree, Beside):
        split = column + width_of(tree.left)
        yield from _column_rules(tree, layout, column, line)
        yield from _rules(tree.left, layout, column, line)
        yield from _rules(tree.right, layout, split, line)
    elif isinstance(tree, Doglegs):
        yield from dogleg_rules(tree, layout, column, line)


def _column_rules(tree: Beside, layout: Layout, column: int, line: int) -> Iterator[RuleFrame]:
    """Return the rule between parts side by side, where no box stands at it: that needs none beside it."""
    gap, split = layout.limits.gap, column + width_of(tree.left)
    x = between_columns(layout, split)
    stand = places(tree, gap, column, line)
    boxes = [each for each in stand if each.rectangle.inside and split in (each.column, each.right)]
    start, end = line, line + height_of(tree, gap)
    for first, last in (*sorted((each.line - gap, each.bottom + gap) for each in boxes), (end, end)):
        if first > start:
            top, height = layout.line_y(start), (first - start) * layout.line
            yield RuleFrame(Box(x, Mm(top + RULE_END), RULE, Mm(height - 2 * RULE_END)))
        start = max(start, last)


def _has_edge(*parts: Tree) -> bool:
    """Return whether one of some neighbours is a box, which needs no rule beside it."""
    return any(isinstance(part, Rectangle) and part.inside for part in parts)


def furniture(layout: Layout, master: str, room: Master) -> tuple[FurnitureFrame, ...]:
    """Return the places of a page that the layout's templates fill, in the ``room`` kept for them."""
    return tuple(FurnitureFrame(kind, _place(kind, layout, room)) for kind in layout.kinds_on(master, room))


def _place(kind: str, layout: Layout, room: Master) -> Box:
    """Return where a kind of furniture stands; what a master fills has the type area or the whole page."""
    if kind == "masthead":
        top = Mm(layout.grid.top / 2)
        return Box(layout.left, top, layout.width, Mm(layout.line_y(room.head - 1) - top))
    if kind == "folio":
        return _folio(layout)
    if kind == "imprint":
        top = layout.line_y(layout.grid.lines - room.foot + 1)
        return Box(layout.left, top, layout.width, Mm((room.foot - 1) * layout.line))
    if room.fills == "page":
        return with_bleed(layout)
    top, lines = layout.line_y(0), layout.grid.lines - room.foot
    return Box(layout.left, top, layout.width, Mm(lines * layout.line))


def _folio(layout: Layout) -> Box:
    """Return where the folio stands, two lines high: over the type area or under it."""
    height = Mm(layout.line * 2)
    if layout.folio == "head":
        return Box(layout.left, Mm(layout.grid.top - 0.8 * height - 3), layout.width, height)
    return Box(layout.left, Mm(layout.line_y(layout.grid.lines) + layout.line / 2), layout.width, height)


def with_bleed(layout: Layout) -> Box:
    """Return the whole page with its bleed."""
    width, height = layout.trim.width + 2 * layout.bleed, layout.trim.height + 2 * layout.bleed
    return Box(Mm(-layout.bleed), Mm(-layout.bleed), Mm(width), Mm(height))
