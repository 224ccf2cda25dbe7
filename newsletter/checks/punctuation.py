"""Rules about punctuation that can be decided from the text alone.

Sources: GB/T 15834—2011; what it leaves to custom is advice and says so.
"""

import re
from collections.abc import Iterator

from newsletter.checks.phrases import phrase
from newsletter.checks.sightings import Sighting, led_by, noted, noted_all, seen
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check
from newsletter.script import LETTER, is_han

MARKS = "gb15834-2011"
BETWEEN_MARKS = re.compile("(?<=》)、(?=《)|(?<=”)、(?=“)")
ORDINAL = re.compile(
    r"(?:^|(?<=[。；：！？]))[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]、", re.MULTILINE
)
FIGURE_ORDINAL = re.compile(r"^\d{1,2}、(?!\d)", re.MULTILINE)
HAN_ORDINAL = re.compile(
    r"^[一二三四五六七八九十]{1,3}[.．。] ?(?=\w)(?![一二三四五六七八九十])", re.MULTILINE
)
ETC = re.compile("……等(?!一等|一下|[待候到着你我他她])|(?<![再就先])等等?……")
COMMA_OF_ELLIPSIS = re.compile("、……")
REPEATED = re.compile(
    led_by("、，；：。", "、{2,}|，{2,}|；{2,}|：{2,}|(?<!。)。。(?!。)|[，、；：][。；，、：]|。[，、；：]")
)
SHOUTED = re.compile("[？！]{4,}")
LONE_DOTS = re.compile(
    led_by("….·。", r"(?<!…)…(?!…)|(?<![./“\"])\.{2}(?![./”\"])|·{2,}|(?<!…)(?:…{3}|…{5,})(?!…)|。{3,}")
)
WRONG_DASH = phrase(
    "— ― ─ ━ ﹣ －",
    led_by(
        "─━—―－﹣",
        f"(?<![─━])[─━]{{1,4}}(?![─━])|—―+|―+—|(?<!—)—{{3,}}(?!—)|(?<={LETTER})[―－﹣](?={LETTER})",
    ),
)
HYPHEN = re.compile(f"(?<={LETTER})-(?={LETTER})")
ASCII_TITLE = phrase(
    "< ＜", led_by("<＜", "(?<![0-9A-Za-z<])<{1,2}[^<>《》]{1,30}>{1,2}(?![=.])|＜{1,2}[^＜＞]{1,30}＞{1,2}")
)
HALF = re.compile(
    led_by(
        ".',;?!:",
        rf"(?:(?<=[A-Za-z]{{2}})|(?<=%)|(?<=\d\d\d)|(?<=\d\.\d))\.(?={LETTER})|(?<={LETTER})[',;?!:](?!//)|'(?={LETTER})",
    )
)
TITLE_IN_TITLE = re.compile("《[^《》]*(?=《[^《》]*》[^《》]*》)")
SENTENCE_END = re.compile("[。！？；]")
LIST = 40
"""How many characters before …… may belong to the list that it ends."""
QUOTE_IN_QUOTE = re.compile("“[^“”]*(?=“[^“”]*”[^“”]*”)")


@check("C050", "half_width_mark", Severity.WARNING, authority=MARKS)
def half_width_mark(issue: Issue) -> Iterator[Finding]:
    """A half-width mark stands in a Chinese sentence.

    Marks of Chinese text are one em wide. Most are set right on the way in; what is reported here could
    also be part of an address, a ratio or a name, so that a person must look.

    Example: 会议通过了AI.随后. Way out: type the Chinese mark.
    """
    yield from noted_all(
        seen(issue, HALF), _("“{words}”: {word} is half-width."), _("Type the Chinese mark.")
    )


@check("C051", "comma_between_titles", Severity.NOTE, authority=MARKS)
def comma_between_titles(issue: Issue) -> Iterator[Finding]:
    """A 、 stands between titles in 《》 or between quotations that follow one another.

    The marks part them already, so that the standard usually does without. Where something stands
    between the marks, such as a year in brackets, 、 is right. The first of a paragraph is reported.

    Example: 《一丝集》、《车工手记》. Way out: 《一丝集》《车工手记》.
    """
    message = _("“{words}”: titles and quotations side by side need no 、.")
    first = {id(passage): (passage, found) for passage, found in reversed([*seen(issue, BETWEEN_MARKS)])}
    yield from noted_all(reversed([*first.values()]), message, _("Leave the 、 out."))


@check("C052", "comma_after_brackets", Severity.WARNING, authority=MARKS, fixable=True)
def comma_after_brackets(issue: Issue) -> Iterator[Finding]:
    """A 、 follows an ordinal in brackets.

    The brackets part the ordinal from its text.

    Example: （一）、总体要求. Way out: （一）总体要求; `newsletter check --fix` does it.
    """
    for sighting in seen(issue, ORDINAL):
        message = _("“{words}”: no mark follows an ordinal in brackets.")
        yield noted(sighting, message, _("Leave the 、 out."), sighting[1].group().rstrip("、"))


@check("C053", "comma_after_figure", Severity.WARNING, authority=MARKS)
def comma_after_figure(issue: Issue) -> Iterator[Finding]:
    """An ordinal in figures is followed by 、 at the beginning of a paragraph.

    、 belongs to Han ordinals (一、), a point to figures (1.). The first of a text is reported.

    Example: 1、报名时间. Way out: 1. 报名时间, or 一、报名时间.
    """
    by_file: dict[str, list[Sighting]] = {}
    for sighting in seen(issue, FIGURE_ORDINAL):
        at = sighting[0].at(0)
        by_file.setdefault(at.file if at else "", []).append(sighting)
    for first, *others in by_file.values():
        message = _("“{words}”: a point follows an ordinal in figures.")
        if others:
            message = _("“{words}”: a point follows an ordinal in figures, {count} times in this text.")
        yield noted(first, message.replace("{count}", str(len(others) + 1)), _("Write “1.”, or “一、”."))


@check("C098", "point_after_han_ordinal", Severity.WARNING, authority=MARKS, fixable=True)
def point_after_han_ordinal(issue: Issue) -> Iterator[Finding]:
    """A Han ordinal is followed by a point at the beginning of a paragraph.

    、 belongs to Han ordinals, a point to figures (1.).

    Example: 一.报名时间. Way out: 一、报名时间; `newsletter check --fix` does it.
    """
    for sighting in seen(issue, HAN_ORDINAL):
        new = sighting[1].group().rstrip(" .．。") + "、"
        yield noted(sighting, _("“{words}”: 、 follows a Han ordinal."), _("Write 、."), new)


@check("C054", "ellipsis_with_etc", Severity.WARNING, authority=MARKS)
def ellipsis_with_etc(issue: Issue) -> Iterator[Finding]:
    """…… and 等 stand together.

    Either says that the list goes on.

    Example: 笔、尺、圆规……等. Way out: 笔、尺、圆规等.
    """
    message = _("“{words}”: …… and 等 say the same.")
    listed = (each for each in seen(issue, ETC) if _is_behind_list(each))
    yield from noted_all(listed, message, _("Keep one of the two."))


def _is_behind_list(sighting: Sighting) -> bool:
    """Return whether the sentence lists things before a place; otherwise somebody waits (我……等着)."""
    passage, found = sighting
    return "、" in SENTENCE_END.split(passage.text[max(0, found.start() - LIST) : found.start()])[-1]


@check("C055", "wrong_ellipsis", Severity.WARNING, authority=MARKS)
def wrong_ellipsis(issue: Issue) -> Iterator[Finding]:
    """An ellipsis has another form than six dots on two em.

    ... and 。。。 beside Han are set right on the way in; what is reported here may be meant otherwise: two
    points, a row of middle dots.

    Example: 他说..., 他说·····. Way out: ……, for a left-out paragraph ………… on a line of its own.
    """
    yield from noted_all(seen(issue, LONE_DOTS), _("“{words}”: an ellipsis is ……."), _("Type ……."))


@check("C056", "repeated_mark", Severity.WARNING, authority=MARKS)
def repeated_mark(issue: Issue) -> Iterator[Finding]:
    """Two marks stand where one belongs.

    They are left over from editing. At most three ？ or ！ may stand together.

    Example: 揭牌，，随后; 结束。，. Way out: keep the right one.
    """
    message = _("“{words}”: {word} are too many marks.")
    yield from noted_all(seen(issue, REPEATED, SHOUTED), message, _("Keep the right one."))


@check("C057", "mark_before_ellipsis", Severity.WARNING, authority=MARKS, fixable=True)
def mark_before_ellipsis(issue: Issue) -> Iterator[Finding]:
    """A 、 stands before an ellipsis.

    The ellipsis takes the place of what goes on, and of the mark before it.

    Example: 笔、尺、……. Way out: 笔、尺……; `newsletter check --fix` does it.
    """
    for sighting in seen(issue, COMMA_OF_ELLIPSIS):
        yield noted(
            sighting, _("“{words}”: no {word}, …… stands alone."), _("Leave the mark before …… out."), "……"
        )


@check("C058", "title_mark_in_title", Severity.WARNING, authority=MARKS)
def title_mark_in_title(issue: Issue) -> Iterator[Finding]:
    """《 》 stand inside 《 》.

    A title inside a title has 〈 〉.

    Example: 《读《呐喊》有感》. Way out: 《读〈呐喊〉有感》.
    """
    message = _("“{words}”: a title inside a title has 〈 〉.")
    yield from noted_all(seen(issue, TITLE_IN_TITLE), message, _("Write 〈 〉 inside."))


@check("C059", "quotation_in_quotation", Severity.WARNING, authority=MARKS)
def quotation_in_quotation(issue: Issue) -> Iterator[Finding]:
    """“ ” stand inside “ ”.

    A quotation inside a quotation has ‘ ’.

    Example: “他说“好””. Way out: “他说‘好’”.
    """
    message = _("“{words}”: a quotation inside a quotation has ‘ ’.")
    yield from noted_all(seen(issue, QUOTE_IN_QUOTE), message, _("Write ‘ ’ inside."))


@check("C060", "wrong_dash", Severity.WARNING, authority=MARKS)
def wrong_dash(issue: Issue) -> Iterator[Finding]:
    """A dash or connector has a form that is none.

    A dash (破折号) is two em, ——; places and times are connected by one, —. A full-width hyphen (－), lines
    of tables (─) and three dashes in a row are neither.

    Example: 武汉－宜昌. Way out: 武汉—宜昌.
    """
    message = _("“{words}”: {word} is neither a dash nor a connector.")
    yield from noted_all(seen(issue, WRONG_DASH), message, _("Type —— for a dash, — to connect."))


@check("C090", "hyphen_for_connector", Severity.NOTE, authority=MARKS)
def hyphen_for_connector(issue: Issue) -> Iterator[Finding]:
    """A hyphen stands between Han.

    It joins the halves of one name or term (吐鲁番-哈密盆地, 盎格鲁-撒克逊人). From one place or time to
    another goes —. Which is meant the text does not say.

    Example: 武汉-宜昌, 周一-周五. Way out: 武汉—宜昌, 周一至周五.
    """
    message = _("“{words}”: a hyphen joins one term; from place to place and day to day goes —.")
    yield from noted_all(seen(issue, HYPHEN), message, _("Type — where “to” is meant."))


@check("C061", "ascii_title_marks", Severity.WARNING, authority=MARKS, fixable=True)
def ascii_title_marks(issue: Issue) -> Iterator[Finding]:
    """A title stands in the signs < and > instead of title marks.

    The signs mean less and more; on many keyboards they are nearer than 《 and 》.

    Example: <<红楼梦>>. Way out: 《红楼梦》; `newsletter check --fix` does it.
    """
    for sighting in seen(issue, ASCII_TITLE):
        text = sighting[1].group().strip("<>＜＞")
        if any(map(is_han, text)):
            inside = _is_in_title(sighting)
            hint = _("Write 〈 〉 inside.") if inside else _("Write 《 》.")
            new = f"〈{text}〉" if inside else f"《{text}》"
            yield noted(sighting, _("“{words}”: a title has 《 》."), hint, new)


def _is_in_title(sighting: Sighting) -> bool:
    """Return whether a place lies between 《 and 》."""
    passage, found = sighting
    before = passage.text[: found.start()]
    return before.rfind("《") > before.rfind("》")
