"""Whether advice is true: issues by lot that do not fit, every remedy done to the letter and planned again.

A remedy is true where its page is then full and no other page is worse; where nobody planned the pages, all
others together are no worse.
"""

import importlib
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from rich.box import SIMPLE
from rich.table import Table

from newsletter.dummy import Dummy, DummyPage
from newsletter.fonts import FontBook
from newsletter.issue import Article, Issue, Photo, Pixels, Rank
from newsletter.layout import Layout
from newsletter.makeup import make_up, remedied
from newsletter.manuscript import Block, Manuscript, Paragraph, Run
from newsletter.receipt import Remedy, Way
from tests.shipped import shipped_faces, shipped_layout

DESIGNS = ("tabloid", "broadsheet", "bulletin", "magazine")
PAGES = {"magazine": 12}
"""The pages of a layout's issues, where not its own number."""
AMISS = (0.03, 0.08, 0.15)
"""The parts of a page's characters that one story of an issue has too much or too little."""
TEXT = "各部门要把安全检查落到每一间教室和每一处工地，发现问题当天登记、当天整改，并把结果报给值班老师。"
"""What an editor adds, as often as it takes."""
TOLD = 20


@dataclass
class Advice:
    """How often every kind of remedy was given and was true; pages that did not fit, and of them without any."""

    given: Counter[str] = field(default_factory=Counter)
    true: Counter[str] = field(default_factory=Counter)
    sick: Counter[str] = field(default_factory=Counter)
    helped: Counter[str] = field(default_factory=Counter)
    lies: list[str] = field(default_factory=list)
    helpless: list[str] = field(default_factory=list)
    seconds: dict[str, list[float]] = field(default_factory=dict)


def advice(count: int, tell: Callable[[str], None]) -> Advice:
    """Return the figures of so many issues of every layout; every other one has a page plan."""
    book, found = shipped_faces(), Advice()
    draw = importlib.import_module("issues").issue
    for name in DESIGNS:
        layout = shipped_layout(name)
        layout = layout.model_copy(update={"page_count": PAGES.get(name, layout.page_count)})
        for seed in range(count):
            tell(f"{name} {seed}")
            issue = _amiss(draw(seed, layout), seed, layout)
            _Advised(issue, f"{name} {seed}", layout, book).judge(found)
    return found


def _amiss(issue: Issue, seed: int, layout: Layout) -> Issue:
    """Return an issue whose longest story but one has too much copy or too little."""
    story = sorted(issue.articles, key=lambda each: each.manuscript.characters)[-2]
    page = layout.grid.columns * layout.grid.lines * layout.grid.column
    characters = round(AMISS[seed // 4 % len(AMISS)] * page)
    if seed // 2 % 2:
        return _add(issue, Remedy(Way.ADD, story.id, characters), 0)
    return _cut(issue, Remedy(Way.CUT, story.id, min(characters, story.manuscript.characters - 80)), 0)


@dataclass
class _Advised:
    """One issue with what was advised."""

    issue: Issue
    name: str
    layout: Layout
    book: FontBook

    def judge(self, found: Advice) -> None:
        """Do every remedy and note what came of it."""
        before = self._made(self.issue)
        begun = time.process_time()
        dummy = remedied(before, self.issue, self.layout, self.book)
        if any(map(_misfit, before.pages)):
            found.seconds.setdefault(self.layout.name, []).append(time.process_time() - begun)
        for page in dummy.pages:
            if _misfit(page):
                remedies = list(dict.fromkeys(each for fit in page.fits for each in fit.remedies))
                kind = "over" if page.overset else "short"
                found.sick[kind] += 1
                found.helped[kind] += bool(remedies)
                if not remedies:
                    lines = _misfit(page)
                    found.helpless.append(f"{self.name}, page {page.number}: {kind} by {lines} lines")
                for remedy in remedies:
                    self._try(page, remedy, before, found)

    def _try(self, page: DummyPage, remedy: Remedy, before: Dummy, found: Advice) -> None:
        after = self._made(DEEDS[remedy.way](self.issue, remedy, page.number))
        true = self._is_better(page.number, before, after)
        found.given[remedy.way.value] += 1
        found.true[remedy.way.value] += true
        if not true:
            found.lies.append(f"{self.name}, page {page.number}: {remedy}")

    def _is_better(self, number: int, before: Dummy, after: Dummy) -> bool:
        was = {page.number: _misfit(page) for page in before.pages}
        now = {page.number: _misfit(page) for page in after.pages}
        if now.pop(number, 1):
            return False
        del was[number]
        if self.issue.sheet.pages:
            return all(now[at] <= was[at] for at in was)
        return sum(now.values()) <= sum(was.values())

    def _made(self, issue: Issue) -> Dummy:
        dummy = make_up(issue, self.layout, self.book).value
        assert dummy is not None
        return dummy


def _misfit(page: DummyPage) -> int:
    return page.overset + sum(fit.short for fit in page.fits if fit.leaves_white)


def _cut(issue: Issue, remedy: Remedy, _page: int) -> Issue:
    """Take characters from the end of a story."""
    story = _article(issue, remedy)
    kept, left = list[Paragraph](), story.manuscript.characters - remedy.characters
    for each in story.manuscript.paragraphs:
        own = len(each.text)  # texts by lot have no white space
        if left > 0:
            kept.append(each if own <= left else replace(each, runs=(Run(each.text[:left]),)))
        left -= own
    return _with(issue, story.model_copy(update={"manuscript": Manuscript(tuple(kept))}))


def _add(issue: Issue, remedy: Remedy, _page: int) -> Issue:
    """Add a paragraph, or go on with the last one where it is but a few words."""
    story = _article(issue, remedy)
    *before, last = story.manuscript.paragraphs
    more = _written(remedy.characters)
    if remedy.characters < 60 and last.block is Block.TEXT:
        last, added = replace(last, runs=(Run(last.text + more),)), []
    else:
        added = [Paragraph(Block.TEXT, (Run(more),), last.span)]
    return _with(issue, story.model_copy(update={"manuscript": Manuscript((*before, last, *added))}))


def _written(characters: int) -> str:
    return (TEXT * (characters // len(TEXT) + 1))[: characters - 1] + "。"


def _without_photo(issue: Issue, remedy: Remedy, _page: int) -> Issue:
    story = _article(issue, remedy)
    photos = tuple(each for each in story.photos if each != remedy.photo)
    return _with(issue, story.model_copy(update={"photos": photos}))


def _with_photo(issue: Issue, remedy: Remedy, _page: int) -> Issue:
    story = _article(issue, remedy)
    return _with(issue, story.model_copy(update={"photos": (*story.photos, remedy.photo)}))


def _new_photo(issue: Issue, remedy: Remedy, page: int) -> Issue:
    """Take a photo of the camera's shape and put it in."""
    size = Pixels(width=4000, height=6000) if remedy.upright else Pixels(width=6000, height=4000)
    photo = Photo(id="taken", caption="学生在实训车间操作机床", pixels=size)
    more = issue.model_copy(update={"photos": (*issue.photos, photo)})
    return _with_photo(more, replace(remedy, photo=photo.id), page)


def _move(issue: Issue, remedy: Remedy, _page: int) -> Issue:
    if not issue.sheet.pages and remedy.page:
        return _with(issue, _article(issue, remedy).model_copy(update={"page": remedy.page}))
    pages = []
    for plan in issue.sheet.pages:
        stories = [each for each in plan.articles if each != remedy.story]
        stories += [remedy.story] * (plan.page == remedy.page)
        pages.append(plan.model_copy(update={"articles": tuple(stories)}))
    return issue.model_copy(update={"sheet": issue.sheet.model_copy(update={"pages": tuple(pages)})})


def _without_story(issue: Issue, remedy: Remedy, _page: int) -> Issue:
    kept = tuple(each for each in issue.articles if each.id != remedy.story)
    return _move(issue, replace(remedy, page=0), 0).model_copy(update={"articles": kept})


def _jump(issue: Issue, remedy: Remedy, _page: int) -> Issue:
    return _with(issue, _article(issue, remedy).model_copy(update={"jump": remedy.page}))


def _filler(issue: Issue, remedy: Remedy, page: int) -> Issue:
    copy = Manuscript((Paragraph(Block.TEXT, (Run(_written(remedy.characters)),), issue.articles[0].at()),))
    story = Article(id="new", headline="校园安全提示", rank=Rank.FILLER, manuscript=copy, page=page)
    more = issue.model_copy(update={"articles": (*issue.articles, story)})
    return _move(more, replace(remedy, story=story.id, page=page), page)


DEEDS: Mapping[Way, Callable[[Issue, Remedy, int], Issue]] = {
    Way.CUT: _cut,
    Way.ADD: _add,
    Way.WITHOUT_PHOTO: _without_photo,
    Way.WITHOUT_STORY: _without_story,
    Way.WITH_PHOTO: _with_photo,
    Way.PHOTO: _new_photo,
    Way.MOVE: _move,
    Way.JUMP: _jump,
    Way.FILLER: _filler,
}


def _article(issue: Issue, remedy: Remedy) -> Article:
    story = issue.article(remedy.story)
    assert story is not None
    return story


def _with(issue: Issue, story: Article) -> Issue:
    articles = tuple(story if each.id == story.id else each for each in issue.articles)
    return issue.model_copy(update={"articles": articles})


def table(found: Advice, count: int) -> Table:
    """Return the figures as a table."""
    title = f"Advice for {count} issues by lot of every layout, half of them with a page plan"
    shown = Table("", title=title, title_justify="left", box=SIMPLE)
    for heading in ("true", "%"):
        shown.add_column(heading, justify="right", no_wrap=True)
    for cells in _rows(found):
        shown.add_row(*cells)
    for each in (*found.lies[:TOLD], *(f"no remedy: {each}" for each in found.helpless[:TOLD])):
        shown.add_row(f"  {each}", "", "")
    return shown


def _rows(found: Advice) -> Iterator[tuple[str, str, str]]:
    for way, given in sorted(found.given.items()):
        yield way, f"{found.true[way]} of {given}", f"{100 * found.true[way] / given:.1f}"
    given, true = found.given.total(), found.true.total()
    yield "all remedies", f"{true} of {given}", f"{100 * true / max(1, given):.1f}"
    for kind, sick in found.sick.items():
        helped = found.helped[kind]
        yield f"pages {kind} with a remedy", f"{helped} of {sick}", f"{100 * helped / sick:.1f}"
    for name, seconds in found.seconds.items():
        mean, worst = sum(seconds) / len(seconds), max(seconds)
        yield f"CPU seconds of advice, {name}", f"{mean:.1f}, {worst:.1f} at most", ""
