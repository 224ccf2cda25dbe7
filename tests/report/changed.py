"""A comparison as reports show it, of two small pages and a third that is new; nothing is built for it."""

from newsletter.comparison import compare
from newsletter.comparison.compared import Comparison
from newsletter.comparison.content import Content, PhotoContent, StoryContent
from newsletter.comparison.pages import Frame, PageChange, PageState
from newsletter.comparison.sides import Side
from newsletter.lengths import Mm
from newsletter.press import Area

LONG = "教师代表给新生布置了一份“没有标准答案”的作业：弄坏一样东西，再亲手把它修好。"


def _content(*stories, photo="1", run="800"):
    photos = (PhotoContent("p", {"caption": "揭牌"}, photo),)
    return Content("issue-006", {"issue.print.run": run}, stories, photos, {"1": "要闻"})


def _story(name, headline, text, page=1):
    return StoryContent(name, {"headline": headline}, text, page, (), (page,))


OLD = _content(
    _story("founding", "成立<了>", f"来了12人。{LONG}\n"),
    _story("visit", "来访", "来访。\n"),
    _story("moved", "移", "移。\n"),
)
NEW = _content(
    _story("founding", "成立<了>", "来了13人。\n"),
    _story("visit", "来访", f"来访。{LONG}\n"),
    _story("moved", "移", "移。\n", 2),
    _story("added", "新添", "新添的一篇。\n", 2),
    photo="2",
    run="900",
)


def _frame(kind, x, y, width, height, number=0):
    return Frame(kind, Area(*map(Mm, (x, y, width, height))), number)


def _state(picture, number, *frames):
    return PageState(number, f"第{number}", picture, Mm(285), Mm(420), frames)


def comparison(picture):
    """Return a comparison whose pages show a picture."""
    old, new = Side("signed", "终审 by 陶景和", OLD), Side("build", "this build", NEW)
    at = {"old": _frame("change", 20, 100, 4, 4, 2), "new": _frame("change", 20, 100, 4, 4, 2)}
    anew = _frame("set-anew", 10, 90, 80, 200)
    pages = (
        PageChange(
            _state(picture, 1, at["old"], anew, _frame("change", 10, 300, 80, 60, 3)),
            _state(
                picture,
                1,
                at["new"],
                anew,
                _frame("other", 0, 0, 285, 10),
                _frame("change", 10, 300, 80, 60, 4),
            ),
        ),
        PageChange(None, _state(picture, 2, _frame("change", 0, 0, 285, 210, 5))),
    )
    notes = ("1 story was not signed there and is to be read whole: 《新添》.",)
    return Comparison("issue-006", old, new, compare(OLD, NEW), notes, pages, seen=True)
