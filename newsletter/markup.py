"""Dummy to markup: HTML and CSS by the layout's templates, every line as composed."""

import datetime
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
)
from markupsafe import Markup as Safe
from markupsafe import escape

from newsletter.compose.tokens import printable
from newsletter.diagnostics import Diagnostic, Staged
from newsletter.dummy import (
    Box,
    Dummy,
    DummyPage,
    Frame,
    FurnitureFrame,
    GroundFrame,
    PhotoFrame,
    Role,
    RuleFrame,
    TextFrame,
)
from newsletter.fonts import ASCENT, FontBook
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.layout import SHEET, Layout, layout_unusable
from newsletter.lengths import Mm, Pt, to_mm, to_pt
from newsletter.lines import Line, Piece
from newsletter.makeup.cover import announced
from newsletter.press.order import FinishOrder, slug_area
from newsletter.press.spots import Spot
from newsletter.ruby import placed_dots, placed_readings, type_of
from newsletter.stylesheet import foreign_colour, place_of, style_sheet_of, unbalanced_line
from newsletter.typeset import picture_address

T = TypeVar("T")
SLUG_HEIGHT = 2.8
"""The leading of the slug line in mm."""
RUBY_LIFT = 0.08
"""The white between the top of a Han character's em and the feet of its reading, in em of the reading."""
DOT = 0.17
DOT_DROP = 0.06
"""The width of a dot of stress, and the white between its character's em and the dot, in em of the text."""
WEEKDAYS = "一二三四五六日"
HANGING = frozenset("，。、；：？！）》〉」』】〕”’")
"""Marks whose right half is blank: at a line's end it hangs in the gutter, and halving changes nothing."""


@dataclass(frozen=True, slots=True)
class Markup:
    """HTML of the issue in parts of whole pages, in order; ``pictures`` are the only files they name."""

    parts: tuple[str, ...]
    pictures: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Slug:
    """What stands outside the trim: the slug line and where, in mm; the draft label or none.

    ``text`` is markup; ``{page}`` in it is the page's number. Empty where nothing is to stand there.
    """

    text: Safe
    box: Box
    draft: str = ""


_FOUR = Safe("".join(f'<i class="ink-{ink}">{ink}</i>' for ink in "CMYK"))
"""The four inks, each in its own."""


def _spot_word(spot: Spot) -> Safe:
    return Safe('<i style="color:{}">{}</i>').format(_cmyk(spot.inks), spot.name)


def slug_of(order: FinishOrder, draft: str = "") -> Slug:
    """Return the slug line that the order's condition asks for, none where the border has no room for it."""
    area, moment = slug_area(order), order.date
    condition = order.condition
    words = {
        "title": escape(order.title),
        "page": Safe("第{page}版"),
        "condition": escape(f"{condition.name} {condition.registry}"),
        "inks": Safe(" ").join((_FOUR, *(_spot_word(spot) for spot in order.spots))),
        "date": escape(f"{moment:%Y-%m-%d %H:%M}".removesuffix(" 00:00")),
    }
    text = Safe("　").join(words[word] for word in condition.slug)
    return Slug(
        text if area.height >= SLUG_HEIGHT else Safe(""), Box(area.x, area.y, area.width, area.height), draft
    )


def mark_up(
    dummy: Dummy,
    issue: Issue,
    layout: Layout,
    book: FontBook,
    pictures: Mapping[tuple[str, Box], Path],
    slug: Slug,
) -> Staged[Markup]:
    """Return the markup of a dummy, or what is wrong with a template of its layout.

    ``pictures`` gives each photo frame's converted file.
    """
    if faults := tuple(_style_faults(layout)):
        return Staged(None, faults)
    try:
        return Staged(_marked_up(dummy, issue, layout, book, pictures, slug))
    except TemplateError as error:
        return Staged(None, (_template_fault(error, layout),))


def _style_faults(layout: Layout) -> Iterator[Diagnostic]:
    """Yield what is wrong with a layout's style sheet that the engine would take or misread."""
    file = style_sheet_of(layout)
    css = file.read_text("utf-8") if file else ""
    if file and (line := unbalanced_line(css)):
        reason = _("a brace or a comment is left open")
        yield layout_unusable(place_of(file, line), layout.name, file.name, reason)
    elif file and (foreign := foreign_colour(css)):
        reason = _("“{colour}” is no colour of CMYK inks; name one of the layout's: {example}")
        reason = reason.format(colour=foreign[1], example='{{ colour("house") }}')
        yield layout_unusable(place_of(file, foreign[0]), layout.name, file.name, reason)


def _marked_up(
    dummy: Dummy,
    issue: Issue,
    layout: Layout,
    book: FontBook,
    pictures: Mapping[tuple[str, Box], Path],
    slug: Slug,
) -> Markup:
    template = _environment(layout, book).get_template("page.html.j2")
    parts = []
    for group in in_halves(dummy.pages):
        setter = _Setter(layout, book, pictures)
        pages = [_page(page, setter, layout, slug, issue) for page in group]
        context = {**_context(issue, layout, dummy), "pages": pages, "draft": slug.draft}
        parts.append(template.render(**context, type_css=Safe(setter.css())))
    return Markup(tuple(parts), tuple(dict.fromkeys(pictures.values())))


def in_halves(pages: Sequence[DummyPage]) -> tuple[Sequence[DummyPage], ...]:
    """Return the pages in two runs of about as many lines, so that two cores set them at once."""
    lines = [sum(fit.placed for fit in page.fits) + 1 for page in pages]
    cuts = range(1, len(pages))
    if not cuts:
        return (pages,)
    cut = min(cuts, key=lambda at: abs(sum(lines[:at]) - sum(lines[at:])))
    return pages[:cut], pages[cut:]


def _environment(layout: Layout, book: FontBook) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(layout.templates),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
    environment.globals["colour"] = lambda name: _cmyk(_known(name, layout.colours))
    environment.globals["face"] = lambda key: _font_stack(_known(key, book.faces).key, book)
    environment.globals["furniture"] = lambda place: _font_stack(_known(place, layout.furniture), book)
    environment.globals["fitted"] = lambda place, text, width, most: _fitted_size(
        printable(text), _known(place, layout.furniture), width, most, book
    )
    return environment


def _fitted_size(text: str, face: str, width: float, most: float, book: FontBook) -> Safe:
    """Return the largest font-size, up to ``most`` points, at which a text is no wider than ``width`` mm."""
    advance = book.width(face, text)
    size = min(most, to_pt(Mm(width)) / advance) if advance else most
    return Safe(f"font-size:{size:.2f}pt")


def _known(name: str, known: Mapping[str, T]) -> T:
    """Return what a template asks for by name; a fault of the template where there is none."""
    if name not in known:
        raise TemplateRuntimeError(
            _("there is no “{name}”; there are {known}").format(name=name, known=", ".join(known))
        )
    return known[name]


def _template_fault(error: TemplateError, layout: Layout) -> Diagnostic:
    """Return the finding for a template that cannot be filled, at its line."""
    if isinstance(error, TemplateNotFound):
        reason = _("there is no template “{name}”").format(name=error.name)
        return layout_unusable(layout.at(()), layout.name, SHEET, reason)
    if isinstance(error, TemplateSyntaxError):
        file, line = Path(error.filename or ""), error.lineno
    else:
        frames = traceback.extract_tb(error.__traceback__)
        deepest = next(each for each in reversed(frames) if each.filename.endswith(".j2"))
        file, line = Path(deepest.filename), deepest.lineno or 1
    return layout_unusable(place_of(file, line), layout.name, file.name, error.message or "")


def _font_stack(key: str, book: FontBook) -> Safe:
    """Return a face in CSS with all that stand in for it, in their order: the engine chooses by character.

    For text that is not composed; composed lines name the face of every piece.
    """
    families = dict.fromkeys(book.face(each).family for each in book.stand_ins(key))
    names = ",".join(f'"{family}"' for family in families)
    return Safe(f"font-family:{names};font-weight:{book.face(key).weight}")


def _context(issue: Issue, layout: Layout, dummy: Dummy) -> dict[str, Any]:
    """Return what the layout's templates may print."""
    sheet = issue.sheet
    return {
        "language": "zh-CN",
        "title": title_of(issue),
        "media": {
            "width": layout.trim.width + 2 * layout.border,
            "height": layout.trim.height + 2 * layout.border,
        },
        "publication": issue.publication,
        "sheet": sheet,
        "page_count": len(dummy.pages),
        "date": chinese_date(sheet.date),
        "weekday": f"星期{WEEKDAYS[sheet.date.weekday()]}" if sheet.date else "",
        "print_date": chinese_date(sheet.print.date),
        "announced": [{"page": page, "story": story} for page, story in announced(issue, dummy)],
    }


def title_of(issue: Issue) -> str:
    """Return the document's title: name and issue number."""
    return printable(f"{issue.publication.name} 第{issue.sheet.number or '—'}期").strip()


def chinese_date(date: datetime.date | None) -> str:
    """Return a date as 2026年9月28日, empty for none."""
    return f"{date.year}年{date.month}月{date.day}日" if date else ""


def draft_area(layout: Layout, page: int) -> Box:
    """Return where on a page the draft's mark stands, if there is one."""
    return Box(layout.on(page).left, to_mm(14), layout.trim.width, to_mm(16))


def _page(page: DummyPage, setter: "_Setter", layout: Layout, slug: Slug, issue: Issue) -> dict[str, Any]:
    furniture = [frame for frame in page.frames if isinstance(frame, FurnitureFrame)]
    texts = [frame for frame in page.frames if isinstance(frame, TextFrame)]
    frames = [
        *(setter.frame(frame) for frame in page.frames if frame not in furniture),
        *(each for frame in texts for each in setter.beside(frame)),  # last, so that copy reads in one piece
    ]
    return {
        "number": page.number,
        "name": page.name,
        "frames": Safe("\n".join(frames)),
        "furniture": [{"kind": frame.kind, "box": Safe(setter.place(frame.box))} for frame in furniture],
        "slug": Safe(slug.text.replace("{page}", str(page.number))),
        "slug_box": Safe(setter.place(slug.box)),
        "draft_box": Safe(setter.place(draft_area(layout, page.number))),
    }


def _cmyk(colour: Sequence[float]) -> Safe:
    return Safe("device-cmyk({} {} {} {})".format(*(f"{part:g}" for part in colour)))


class _Setter:
    """Frames to HTML; collects the classes that lines need, for inline styles are ten times slower."""

    def __init__(self, layout: Layout, book: FontBook, pictures: Mapping[tuple[str, Box], Path]) -> None:
        self.layout, self.book, self.pictures = layout, book, pictures
        self.trackings: set[int] = set()
        self.starts: set[int] = set()
        self.scales: set[int] = set()
        self.faces: set[str] = set()

    def place(self, box: Box) -> str:
        """Return a box of the trim as a CSS position on the media."""
        x, y = box.x + self.layout.border, box.y + self.layout.border
        return f"left:{x:.4f}mm;top:{y:.4f}mm;width:{box.width:.4f}mm;height:{box.height:.4f}mm"

    def frame(self, frame: Frame) -> str:
        """Return a frame as HTML."""
        if isinstance(frame, TextFrame):
            return self._text(frame)
        if isinstance(frame, PhotoFrame):
            return self._photo(frame)
        if isinstance(frame, RuleFrame):
            colour = f" c-{frame.colour}" if frame.colour else ""
            return f'<div class="rule{colour}" style="{self.place(frame.box)}"></div>'
        if isinstance(frame, GroundFrame):
            return f'<div class="ground-{frame.kind}" style="{self.place(frame.box)}"></div>'
        return ""

    def _photo(self, frame: PhotoFrame) -> str:
        file = self.pictures.get((frame.photo, frame.box))
        if file is None:
            return f'<div class="no-photo" style="{self.place(frame.box)}">{escape(frame.photo)}</div>'
        return f'<img src="{picture_address(file)}" style="{self.place(frame.box)}">'

    def _text(self, frame: TextFrame) -> str:
        style = "body" if frame.role in (Role.LEG, Role.TABLE) else frame.lines[0].style
        if frame.vertical:
            return self._vertical(frame, style)
        size = f"font-size:{frame.size:g}pt;line-height:{frame.leading:g}pt"
        rows = "\n".join(self._styled(each.line, each.style, style) for each in frame.lines)
        over = "" if frame.over is None else " over-white" if frame.over.white else " over-black"
        return f'<p class="{style}{over}" style="{self.place(frame.box)};{size}">{rows}</p>'

    def beside(self, frame: TextFrame) -> Iterator[str]:
        """Return what stands over and under the lines of a frame, each in its place on the sheet."""
        x = Mm(frame.box.x + self.layout.border)
        for row, each in enumerate(frame.lines):
            if each.line.readings or each.line.dots:
                size, leading = type_of(each, frame, self.layout)
                down = row * frame.leading + (frame.leading - frame.size) / 2 + ASCENT * frame.size
                y = Mm(frame.box.y + self.layout.border + to_mm(Pt(down)))
                yield from self._readings(each.line, x, y, size, leading, to_pt(frame.box.width) / size)
                yield from self._dots(each.line, x, y, size)

    def _readings(self, line: Line, x: Mm, y: Mm, size: Pt, leading: Pt, measure: float) -> Iterator[str]:
        """Return the readings of a line whose baseline is at ``y``: their feet just over its Han."""
        own, face = self.layout.ruby_size(size, leading), self.layout.ruby.face
        top = y - to_mm(Pt(ASCENT * size + (ASCENT + RUBY_LIFT) * own))
        trackings = [each / 10000 for each in _evened(line.pieces)]
        for each in placed_readings(line, trackings, own / size, face, self.book, measure):
            left, width = x + to_mm(Pt(each.left * size)), to_mm(Pt(each.width * size))
            place = f"left:{left:.4f}mm;top:{top:.4f}mm;width:{width:.4f}mm;font-size:{own:.3f}pt"
            yield f'<div class="rt" style="{place}">{escape(each.sound)}</div>'

    def _dots(self, line: Line, x: Mm, y: Mm, size: Pt) -> Iterator[str]:
        """Return the dots of a line whose baseline is at ``y``."""
        top = y + to_mm(Pt((1 - ASCENT + DOT_DROP) * size))
        trackings = [each / 10000 for each in _evened(line.pieces)]
        for middle in placed_dots(line, trackings, self.book):
            left = x + to_mm(Pt((middle - DOT / 2) * size))
            yield f'<div class="dot" style="left:{left:.4f}mm;top:{top:.4f}mm;font-size:{size:g}pt"></div>'

    def _vertical(self, frame: TextFrame, style: str) -> str:
        """Return vertical lines, the first at the right, every cell in its place."""
        size = f"font-size:{frame.size:g}pt;line-height:1"
        cells = "".join(
            cell
            for at, each in enumerate(frame.lines)
            for cell in self._cells(each.line, self._face_of(style), frame, at)
        )
        return f'<p class="{style}" style="{self.place(frame.box)};{size}">{cells}</p>'

    def _cells(self, line: Line, face: str, frame: TextFrame, at: int) -> Iterator[str]:
        """Return the cells of a vertical line with their place in the frame."""
        middle = frame.box.width - to_mm((at + 0.5) * frame.leading)
        top = line.start
        for piece in line.pieces:
            place = f"left:{middle - to_mm(frame.size):.4f}mm;top:{top:.4f}em"
            classes = self._classes(piece, 0, face, last=True)
            yield f'<i class="{f"cell {classes}".strip()}" style="{place}">{escape(piece.text)}</i>'
            top += 1 + piece.tracking

    def _styled(self, line: Line, style: str, around: str) -> str:
        face = self._face_of(style)
        if not line.pieces:
            return ""
        html = "".join(self._pieces(line, face))
        return html if style == around else f'<b class="{style}">{html}</b>'

    def _face_of(self, style: str) -> str:
        rank = style.removeprefix("headline-")
        return self.layout.headlines[rank].face if rank != style else self.layout.styles[style].face

    def _pieces(self, line: Line, face: str) -> Iterator[str]:
        """Return a line's pieces, as few elements as can be: each costs the engine half a millisecond."""
        runs: list[tuple[str, str]] = []
        trackings = _evened(line.pieces)
        for at, piece in enumerate(line.pieces):
            classes = self._classes(piece, trackings[at], face, last=at == len(line.pieces) - 1)
            if runs and runs[-1][0] == classes:
                runs[-1] = (classes, runs[-1][1] + piece.text)
            else:
                runs.append((classes, piece.text))
        # The white before a line is in em of its first piece's own size.
        if start := round(line.start * 1000 / line.pieces[0].scale if line.pieces else 0):
            self.starts.add(start)
            runs[0] = (f"s{start} {runs[0][0]}".strip(), runs[0][1])
        for classes, text in runs:
            yield f'<i class="{classes}">{escape(text)}</i>' if classes else str(escape(text))

    def _classes(self, piece: Piece, tracking: int, face: str, last: bool) -> str:
        """Return what a piece differs in from its line; what follows the last character nobody sees."""
        classes = []
        if piece.face != face:
            self.faces.add(piece.face)
            classes.append(f"f-{piece.face}")
        if piece.scale != 1.0:
            self.scales.add(round(piece.scale * 1000))
            classes.append(f"z{round(piece.scale * 1000)}")
            tracking = round(tracking / piece.scale)  # letter-spacing is in em of the piece's own size
        if piece.proportional or piece.wide:
            classes.append("w" if piece.proportional else "d")
        if tracking:
            self.trackings.add(tracking)
            classes.append(f"t{tracking}".replace("-", "m"))
        if piece.halved and not (last and piece.text in HANGING):
            classes.append("h")
        return " ".join(classes)

    def css(self) -> str:
        """Return the type's CSS: styles of the layout, faces, and the classes used by the lines."""
        return "\n".join([*_BASE, *self._sheet(), *self._styles(), *self._used()]).replace(
            "BLACK", _cmyk(self.layout.colours["black"])
        )

    def _sheet(self) -> Iterator[str]:
        trim, border = self.layout.trim, self.layout.border
        yield f".sheet{{width:{trim.width + 2 * border}mm;height:{trim.height + 2 * border}mm}}"

    def _styles(self) -> Iterator[str]:
        for name, style in self.layout.styles.items():
            colour = _cmyk(self.layout.colours[style.colour])
            yield f".{name}{{{self._font(style.face)};color:{colour}}}"
            yield f"b.{name}{{font-size:{style.size:g}pt;line-height:0}}"
        yield f".rt{{{self._font(self.layout.ruby.face)};line-height:1;white-space:pre}}"
        for name, inks in self.layout.colours.items():
            yield f".c-{name}{{background:{_cmyk(inks)}}}"
        yield f".ground-tint{{background:{_cmyk(self.layout.tint)}}}"
        for rank, headline in self.layout.headlines.items():
            yield f".headline-{rank}{{{self._font(headline.face)}}}"
        yield ".over-white{color:device-cmyk(0 0 0 0)}.over-black{color:BLACK}"

    def _used(self) -> Iterator[str]:
        for face in sorted(self.faces):
            yield f".f-{face}{{{self._font(face)}}}"
        for scale in sorted(self.scales):
            yield f".z{scale}{{font-size:{scale / 1000:g}em}}"
        for tracking in sorted(self.trackings):
            yield f".t{tracking}".replace("-", "m") + f"{{letter-spacing:{tracking / 10000:g}em}}"
        for start in sorted(self.starts):
            yield f".s{start}{{padding-left:{start / 1000:g}em}}"

    def _font(self, key: str) -> str:
        face = self.book.face(key)
        return f'font-family:"{face.family}";font-weight:{face.weight}'


def _evened(pieces: Sequence[Piece]) -> list[int]:
    """Return the trackings in ten-thousandths of an em, those a thousandth apart given their mean.

    The composer shares out a line's white in whole thousandths, some characters taking one more; the mean
    comes to the same end with one element instead of two.
    """
    weights: dict[int, int] = {}
    for piece in pieces[:-1]:
        weights[round(piece.tracking * 1000)] = weights.get(round(piece.tracking * 1000), 0) + len(piece.text)
    last = round(pieces[-1].tracking * 1000)
    weights[last] = weights.get(last, 0) + len(pieces[-1].text) - 1
    means = {}
    for value, weight in weights.items():
        other = next((each for each in (value + 1, value - 1) if each in weights and value and each), value)
        total = (weight + weights[other]) if other != value else 1
        means[value] = (
            value * 10
            if other == value
            else round(10 * (value * weight + other * weights[other]) / max(1, total))
        )
    return [means[round(piece.tracking * 1000)] for piece in pieces]


_BASE = (
    "html,body{margin:0;padding:0;color:BLACK;font-variant-ligatures:no-common-ligatures}",
    ".sheet{position:relative;overflow:hidden;break-after:page}",
    ".sheet:last-child{break-after:auto}",
    ".sheet>*{position:absolute;margin:0}",
    "p{white-space:pre}",
    "i,b{font-style:normal;font-weight:inherit;line-height:0}",
    ".h{font-feature-settings:'halt'}",
    f".dot{{width:{DOT}em;height:{DOT}em;border-radius:50%;background:BLACK}}",
    ".d{font-feature-settings:'fwid'}",
    ".w{font-feature-settings:'pwid','halt'}",
    ".cell{position:absolute;width:2em;line-height:1;text-align:center}",
    ".rule{background:device-cmyk(0 0 0 .8)}",
    ".ground-rule{box-sizing:border-box;border:.6pt solid device-cmyk(0 0 0 .8)}",
    f".slug{{font-family:'Newsletter Hei';font-size:7pt;line-height:{SLUG_HEIGHT}mm;white-space:nowrap}}",
    *(
        f".ink-{ink}{{color:device-cmyk({' '.join(str(int(each == ink)) for each in 'CMYK')})}}"
        for ink in "CMYK"
    ),
    ".draft{font-family:'Newsletter Hei';font-weight:700;font-size:12pt;line-height:16pt;letter-spacing:.5em;"
    "color:device-cmyk(0 1 1 0)}",
    ".no-photo{background:device-cmyk(0 0 0 .12);font-family:'Newsletter Hei';font-size:9pt}",
)
