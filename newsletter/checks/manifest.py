"""Rules about the manifests as a whole: what names what, and whether it is there."""

from collections import defaultdict
from collections.abc import Iterator

from newsletter.checks.reading import title
from newsletter.diagnostics import Finding, Severity, Span
from newsletter.issue import UNPARTED, Article, Issue, Photo
from newsletter.language import _
from newsletter.manifest.keys import nearest
from newsletter.rulebook import check

LONGEST_HEADLINE = 70
"""The Han of three lines of a headline over a whole page, or twice as many Latin letters."""
BEGINNING = 12
"""The characters by which a longer headline is known."""


@check("M030", "id_given_twice", Severity.ERROR)
def id_given_twice(issue: Issue) -> Iterator[Finding]:
    """Two stories, two photos or two fillers have the same id.

    A page plan that names the id would print one of the two, and nobody could say which.

    Way out: give the second another id.
    """
    for records in (issue.articles, issue.photos, issue.fillers):
        first: dict[str, Article | Photo] = {}
        for record in records:
            before = first.setdefault(record.id, record)
            if before is not record:
                line = (before.at("id") or Span("")).line
                message = _("The id “{id}” is given twice; the first stands in line {line}.")
                message = message.format(id=record.id.rpartition("#")[2], line=line)
                yield Finding(record.at("id"), message, _("Give the second another id."))


@check("M031", "unknown_story", Severity.ERROR)
def unknown_story(issue: Issue) -> Iterator[Finding]:
    """The page plan or the cover names a story that articles.yaml does not have.

    The page would be made up without it.

    Example: `articles: [fouding]` where the id is `founding`.
    """
    known = tuple(article.id for article in issue.articles)
    if "articles.yaml" in issue.unread:
        return
    for page in issue.sheet.pages:
        for number, story in enumerate(page.articles):
            if story not in known:
                message = _("Page {page} names the story “{id}”, which articles.yaml does not have.")
                message = message.format(page=page.page, id=story)
                hint = _meant(story, known) or _("Take it off the page, or enter it in articles.yaml.")
                yield Finding(page.at(f"articles[{number}]"), message, hint)
    for number, story in enumerate(issue.sheet.cover.articles):
        if story not in known:
            message = _("The cover names the story “{id}”, which articles.yaml does not have.")
            at = issue.sheet.cover.at(f"articles[{number}]")
            yield Finding(at, message.format(id=story), _meant(story, known))


@check("M032", "story_placed_twice", Severity.ERROR)
def story_placed_twice(issue: Issue) -> Iterator[Finding]:
    """A story stands twice in the page plan and cannot run on, or names another page than the plan does.

    A story that is named on several pages runs on over them (下转第4版). Twice on one page, as a brief or
    filler, or with `jump: no` it cannot: it would be printed twice.

    Way out: leave it on one page, or give it a higher rank.
    """
    pages: dict[str, list[int]] = {}
    for page in issue.sheet.pages:
        for number, story in enumerate(page.articles):
            before = pages.setdefault(story, [])
            if before and (page.page in before or not _runs_on(issue, story)):
                yield _placed_twice(issue, story, page.at(f"articles[{number}]"), before[0], page.page)
            before.append(page.page)
    for article in issue.articles:
        if article.page is not None and article.page not in pages.get(article.id, [article.page]):
            yield _placed_twice(issue, article.id, article.at("page"), pages[article.id][0], article.page)


def _runs_on(issue: Issue, story: str) -> bool:
    """Return whether a story may stand on several pages, as far as its own record says."""
    article = issue.article(story)
    return article is None or (article.rank not in UNPARTED and article.jump != 0)


@check("M054", "jump_to_no_page", Severity.ERROR)
def jump_to_no_page(issue: Issue) -> Iterator[Finding]:
    """A story is to run on to a page that the plan does not have, or that is not after its own.

    A reader is sent to a later page; one that is not there, or comes before, cannot hold the rest.

    Example: `jump: 6` in an issue of four pages. Way out: name a later page of the issue, or leave `jump`
    out: a page that is over then names the jumps that would help.
    """
    planned = {page.page for page in issue.sheet.pages}
    first = {story: page.page for page in reversed(issue.sheet.pages) for story in page.articles}
    for article in issue.articles:
        own = first.get(article.id, article.page or 0)
        missing = bool(planned) and article.jump not in planned
        missing = missing or (article.jump or 0) > (issue.sheet.page_count or 400)
        if article.jump and (missing or article.jump <= own):
            message = _("{title} is to run on to page {page}, which the plan does not have after its own.")
            hint = _("Name a later page of the issue, or leave “jump” out.")
            yield Finding(article.at("jump"), message.format(title=title(article), page=article.jump), hint)


@check("M055", "brief_to_run_on", Severity.ERROR)
def brief_to_run_on(issue: Issue) -> Iterator[Finding]:
    """A brief or a filler is to run on to another page.

    Nobody turns pages for the rest of six lines: briefs stand whole or not at all.

    Way out: leave `jump` out, or give the story a higher rank.
    """
    for article in issue.articles:
        if article.jump and article.rank in UNPARTED:
            message = _("{title} is a {rank} and cannot run on to page {page}.")
            message = message.format(title=title(article), rank=_(article.rank.value), page=article.jump)
            yield Finding(article.at("jump"), message, _("Leave “jump” out, or give it a higher rank."))


def _placed_twice(issue: Issue, story: str, at: Span | None, first: int, second: int) -> Finding:
    article = issue.article(story)
    message = _("{title} is placed twice: on page {first} and on page {second}.")
    message = message.format(title=title(article) if article else f"“{story}”", first=first, second=second)
    return Finding(at, message, _("Leave it on one page."))


@check("M033", "story_on_no_page", Severity.ERROR)
def story_on_no_page(issue: Issue) -> Iterator[Finding]:
    """A story is on no page of the plan.

    Where the plan is written out, only what it names is printed; the story would be lost.

    Way out: name it on a page, give it `page: 2`, or take it out of articles.yaml.
    """
    if not issue.sheet.pages or issue.sheet.doubtful("pages"):
        return
    planned = {story for page in issue.sheet.pages for story in page.articles}
    for article in issue.articles:
        if article.id in planned or article.place or article.doubtful("place"):
            continue
        if article.page is None and not article.doubtful("page"):
            message = _("{title} (“{id}”) is on no page.").format(title=title(article), id=article.id)
            yield Finding(article.at("id"), message, _("Name it on a page of issue.yaml."))


@check("M034", "page_planned_twice", Severity.ERROR)
def page_planned_twice(issue: Issue) -> Iterator[Finding]:
    """A page stands twice in the page plan.

    The two plans would be laid over each other.

    Way out: join the two entries, or correct the number of one.
    """
    seen: set[int] = set()
    for page in issue.sheet.pages:
        if page.page in seen:
            message = _("Page {page} is planned twice.").format(page=page.page)
            yield Finding(page.at("page"), message, _("Join the two entries, or correct one number."))
        seen.add(page.page)


@check("M035", "unknown_photo", Severity.ERROR)
def unknown_photo(issue: Issue) -> Iterator[Finding]:
    """A story or the cover names a photo that photos.yaml does not have.

    It would be printed without it.

    Example: `photos: [unvieling]` where the id is `unveiling`.
    """
    known = tuple(photo.id for photo in issue.photos)
    if "photos.yaml" in issue.unread:
        return
    for article in issue.articles:
        for number, photo in enumerate(article.photos):
            if photo not in known:
                message = _("{title} names the photo “{id}”, which photos.yaml does not have.")
                message = message.format(title=title(article), id=photo)
                yield Finding(article.at(f"photos[{number}]"), message, _meant(photo, known))
    cover = issue.sheet.cover
    if cover.photo and cover.photo not in known:
        message = _("The cover names the photo “{id}”, which photos.yaml does not have.")
        yield Finding(cover.at("photo"), message.format(id=cover.photo), _meant(cover.photo, known))


@check("M037", "copy_used_twice", Severity.ERROR)
def copy_used_twice(issue: Issue) -> Iterator[Finding]:
    """Two stories name the same copy file.

    The same text would be printed twice under two headlines; mostly an entry that was copied and not
    finished.

    Way out: correct the path of one of them.
    """
    stories: defaultdict[str, list[Article]] = defaultdict(list)
    for article in issue.articles:
        if article.file and not article.doubtful("file"):
            stories[article.file].append(article)
    for first, *others in stories.values():
        for article in others:
            message = _("“{id}” has the same copy as “{other}”: {file}.")
            message = message.format(id=article.id, other=first.id, file=article.file)
            yield Finding(article.at("file"), message, _("Correct the path of one of them."))


@check("M107", "headline_without_end", Severity.WARNING)
def headline_without_end(issue: Issue) -> Iterator[Finding]:
    """A headline is as long as a paragraph.

    Even in the smallest size it takes line after line, and where its page has no room for that the whole
    story finds none. Mostly a paragraph of the copy slipped into `headline`.

    Example: 200 characters. Way out: eight to sixteen characters, the rest in `deck` or in the copy.
    """
    for article in issue.articles:
        length = sum(not each.isspace() for each in article.headline)
        ascii_length = sum(each.isascii() and not each.isspace() for each in article.headline)
        if length - ascii_length / 2 > LONGEST_HEADLINE:
            message = _("The headline 《{beginning}…》 of “{id}” has {count} characters.")
            message = message.format(beginning=article.headline[:BEGINNING], id=article.id, count=length)
            hint = _("Leave it eight to sixteen, and put the rest into the deck or the copy.")
            yield Finding(article.at("headline"), message, hint)


@check("M038", "issue_without_stories", Severity.ERROR)
def issue_without_stories(issue: Issue) -> Iterator[Finding]:
    """The issue has no stories.

    Way out: name them in articles.yaml, or bring them in with `newsletter import`.
    """
    if not issue.articles and "articles.yaml" not in issue.unread:
        at = Span(f"issues/{issue.slug}/articles.yaml")
        yield Finding(at, _("The issue has no stories."), _("“newsletter import” brings them in."))


def _meant(word: str, known: tuple[str, ...]) -> str:
    """Return the hint at the id that was meant."""
    meant = nearest(word, known)
    return _("Did you mean “{meant}”?").format(meant=meant) if meant else ""
