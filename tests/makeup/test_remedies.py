"""Remedies: what they promise comes true when it is done."""

from dataclasses import replace

from pages import page

from newsletter.dummy import Dummy, DummyPage
from newsletter.issue import Article, Issue, PagePlan, Photo, Pixels, Rank
from newsletter.layout import Layout
from newsletter.makeup import make_up, remedied
from newsletter.makeup.blank import blank_article
from newsletter.manuscript import Manuscript, Run
from newsletter.receipt import Remedy, Way
from tests.shipped import shipped_faces, shipped_layout

OVER, SHORT = 36, 18
"""Seeds of a page with text over and of one that is short."""


def _strict() -> Layout:
    """Return the tabloid without doglegs and of one leading: pages of these stories are over or short then."""
    layout = shipped_layout("tabloid")
    limits = layout.limits.model_copy(update={"doglegs": False, "leading": 0.0})
    return layout.model_copy(update={"limits": limits})


def _planned(issue: Issue) -> tuple[Dummy, dict[Way, Remedy]]:
    dummy = make_up(issue, _strict(), shipped_faces()).value
    dummy = remedied(dummy, issue, _strict(), shipped_faces())
    found = [each for made in dummy.pages for fit in made.fits for each in fit.remedies]
    return dummy, {each.way: each for each in found}


def _with(issue: Issue, story: Article, photos: tuple[Photo, ...] = ()) -> Issue:
    articles = tuple(story if each.id == story.id else each for each in issue.articles)
    return issue.model_copy(update={"articles": articles, "photos": (*issue.photos, *photos)})


def _cut(article: Article, characters: int) -> Article:
    """Return a story without its last characters."""
    kept, left = [], article.manuscript.characters - characters
    for each in article.manuscript.paragraphs:
        if left > 0:
            kept.append(replace(each, runs=(Run(each.text[:left]),)))
        left -= len(each.text)
    return article.model_copy(update={"manuscript": Manuscript(tuple(kept))})


def _photo(name: str, keep: str = "") -> Photo:
    return Photo(id=name, caption="校园", pixels=Pixels(width=2000, height=3000), keep=keep)


def _longer(article: Article, photos: int) -> Article:
    names = tuple(f"new{at}" for at in range(photos))
    return article.model_copy(update={"photos": (*article.photos, *names)})


def test_a_full_page_stays_as_it_is():
    issue = page(3, _strict())
    dummy = make_up(issue, _strict(), shipped_faces()).value
    assert remedied(dummy, issue, _strict(), shipped_faces()) is dummy


def test_what_is_cut_is_over_no_more():
    issue = page(OVER, _strict())
    cut = _planned(issue)[1][Way.CUT]
    after, _ways = _planned(_with(issue, _cut(issue.article(cut.story), cut.characters)))
    assert not after.pages[0].overset


def test_what_is_added_fills_the_page():
    issue = page(SHORT, _strict())
    ways = _planned(issue)[1]
    story = issue.article(ways[Way.ADD].story)
    last = story.manuscript.paragraphs[-1]
    more = replace(last, runs=(Run(last.text + "添" * (ways[Way.ADD].characters - 1) + "。"),))
    longer = Manuscript((*story.manuscript.paragraphs[:-1], more))
    after, left = _planned(_with(issue, story.model_copy(update={"manuscript": longer})))
    assert not left
    assert not after.pages[0].overset


def test_a_photo_that_no_story_has_is_put_in():
    issue = page(SHORT, _strict())
    issue = issue.model_copy(update={"photos": (*issue.photos, _photo("spare"))})
    ways = _planned(issue)[1]
    assert ways[Way.WITH_PHOTO].photo == "spare"
    story = issue.article(ways[Way.WITH_PHOTO].story)
    grown = story.model_copy(update={"photos": (*story.photos, "spare")})
    assert not _planned(_with(issue, grown))[1]


def test_a_photo_is_taken_out():
    issue = _with(page(2, _strict()), _longer(page(2, _strict()).articles[0], 1), (_photo("new0", "whole"),))
    dummy = make_up(issue, _strict(), shipped_faces()).value
    first = dummy.pages[0]
    over = replace(first, fits=tuple(replace(fit, overset=2, overset_characters=20) for fit in first.fits))
    sick = remedied(replace(dummy, pages=(over,)), issue, _strict(), shipped_faces())
    found = [each for fit in sick.pages[0].fits for each in fit.remedies]
    assert Remedy(Way.WITHOUT_PHOTO, "s0", photo="new0") in found
    assert [each.way for each in found].count(Way.CUT) == len(first.fits)


def test_a_story_goes_to_a_page_with_room():
    issue = _on_two_pages(page(2, _strict()), page(43, _strict()))
    before, found = _planned(issue)
    move = found[Way.MOVE]
    assert move.page == 2
    first, second = issue.sheet.pages
    kept = tuple(each for each in first.articles if each != move.story)
    pages = (
        first.model_copy(update={"articles": kept}),
        second.model_copy(update={"articles": (*second.articles, move.story)}),
    )
    moved = issue.model_copy(update={"sheet": issue.sheet.model_copy(update={"pages": pages})})
    promised, other = _planned(moved)[0].pages
    assert not promised.overset and _white(promised) == 0
    assert not other.overset and _white(other) < _white(before.pages[1])


def _white(made: DummyPage) -> int:
    """Return the lines of a page that stay empty beyond a story's last legs."""
    return sum(fit.short for fit in made.fits if fit.short >= fit.legs)


def _on_two_pages(one: Issue, other: Issue) -> Issue:
    """Return a page with a story too much and one with a story too few and no photos."""
    fewer = tuple(each.model_copy(update={"id": f"o{each.id}", "photos": ()}) for each in other.articles[:-1])
    extra = blank_article("extra", Rank.BRIEF, 420)
    plans = (
        PagePlan(page=1, articles=(*(each.id for each in one.articles), extra.id)),
        PagePlan(page=2, articles=tuple(each.id for each in fewer)),
    )
    sheet = one.sheet.model_copy(update={"pages": plans})
    return one.model_copy(update={"sheet": sheet, "articles": (*one.articles, extra, *fewer)})


def test_a_story_that_is_kept_for_later_lets_the_page_fit():
    issue = page(OVER, shipped_layout("tabloid"))
    left = _planned(issue)[1][Way.WITHOUT_STORY].story
    kept = tuple(each for each in issue.articles if each.id != left)
    plan = issue.sheet.pages[0].model_copy(update={"articles": tuple(each.id for each in kept)})
    sheet = issue.sheet.model_copy(update={"pages": (plan,)})
    less = issue.model_copy(update={"articles": kept, "sheet": sheet})
    assert not _planned(less)[1]
