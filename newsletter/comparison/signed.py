"""What was signed: from the statements kept beside the signatures, else from git, by their hashes alone."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsletter.comparison.content import Content, StoryContent
from newsletter.comparison.keeping import signed_folder
from newsletter.comparison.made import MadePages, made_in
from newsletter.comparison.revision import commits_with, file_in
from newsletter.comparison.statements import content_in, lines_in
from newsletter.issue import Signature
from newsletter.signing.ledger import Ledger, kept, kept_file, read_ledger
from newsletter.signing.statement import ISSUE, UNPRINTED, is_over
from newsletter.stage import Stage

LAST = "signed"
SHORTEST = 7
"""Characters of a signature's hash by which it may be named."""


@dataclass(frozen=True, slots=True)
class Signed:
    """What was signed at one stage, the later signature over the earlier; of ``lost`` nothing can be had.

    ``stories`` are those that were signed, none for the whole issue. ``made`` are the pages as they were
    signed, those still in dist; ``unseen`` are signatures of which no page is.
    """

    given: tuple[Signature, ...]
    content: Content
    stories: frozenset[str] | None
    made: MadePages = ()
    unseen: tuple[Signature, ...] = ()
    lost: tuple[Signature, ...] = ()


def signatures_of(ledger: Ledger, name: str) -> tuple[Signature, ...]:
    """Return the signatures that a name means: the last one's stage, a stage, one by its hash."""
    given = ledger.signatures
    if name == LAST:
        return signatures_of(ledger, str(given[-1].stage)) if given else ()
    if name in {str(each) for each in Stage}:
        return tuple(each for each in given if each.stage == name)
    return tuple(each for each in given if len(name) >= SHORTEST and each.hash.startswith(name))[-1:]


def signed(workspace: Path, slug: str, name: str) -> Signed | None:
    """Return what a signature of that name is over, none where nobody gave such a one."""
    ledger = read_ledger(workspace, slug)
    given = _standing(signatures_of(ledger, name))
    if not given:
        return None
    texts = [(each, text_of(workspace, ledger, each)) for each in given]
    had = [(each, text) for each, text in texts if text is not None]
    lost = tuple(each for each, text in texts if text is None)
    dist = workspace / "dist" / slug
    made, unseen = _made(dist, slug, [each for each, _text in had])
    content = _with_pages(_content(slug, had), made)
    whole = any(each.of == ISSUE for each, _text in had)
    stories = None if whole else frozenset(each.id for each in content.stories)
    return Signed(given, content, stories, made, unseen, lost)


def text_of(workspace: Path, ledger: Ledger, signature: Signature) -> str | None:
    """Return the statement that was signed, none where none of that hash and of a known form can be had."""
    if signature.form not in UNPRINTED:
        return None
    text = kept(ledger, signature.content)
    if text is not None and _is(text, signature):
        return text
    name = kept_file(ledger, signature.content).relative_to(workspace).as_posix()
    for commit in commits_with(workspace, name):
        shown = file_in(workspace, commit, name)
        if shown is not None and _is(text := shown.decode("utf-8", "replace"), signature):
            return text
    return None


def _is(text: str, signature: Signature) -> bool:
    return hashlib.sha256(text.encode()).hexdigest() == signature.content


def _standing(given: Sequence[Signature]) -> tuple[Signature, ...]:
    """Return the signatures but those that a later one of the same, or of the whole issue, has replaced."""
    whole = [at for at, each in enumerate(given) if each.of == "issue"]
    rest = given[whole[-1] :] if whole else given
    return tuple({each.of: each for each in rest}.values())


def _content(slug: str, had: Iterable[tuple[Signature, str]]) -> Content:
    """Return the content of statements, each laid over those before it."""
    content = Content(slug, {})
    for _signature, text in had:
        part = content_in(slug, lines_in(text))
        # A story by itself is not signed on a page: it stays where an earlier signature has it.
        planned = {each.id: each.page for each in content.stories}
        later = (replace(each, page=each.page or planned.get(each.id, 0)) for each in part.stories)
        stories = {each.id: each for each in (*content.stories, *later)}
        photos = {each.id: each for each in (*content.photos, *part.photos)}
        content = Content(
            slug,
            {**content.facts, **part.facts},
            tuple(stories.values()),
            tuple(photos.values()),
            {**content.pages, **part.pages},
        )
    return content


def _made(dist: Path, slug: str, given: Sequence[Signature]) -> tuple[MadePages, tuple[Signature, ...]]:
    """Return the pages as they were signed, the later for the earlier, and the signatures without any."""
    made: MadePages = ()
    unseen: list[Signature] = []
    for each in given:
        mine = _pages_of(each, made_in(signed_folder(dist, each.hash), slug))
        made, unseen = _laid_over(made, mine), [*unseen, *(() if mine else (each,))]
    return made, tuple(unseen)


def with_made(signed: Signed, signature: Signature, pages: MadePages) -> Signed:
    """Return what was signed with the pages of a signature that had none; later ones stay over them."""
    made = _laid_over(_pages_of(signature, pages), signed.made)
    unseen = tuple(each for each in signed.unseen if each is not signature)
    return replace(signed, made=made, unseen=unseen, content=_with_pages(signed.content, made))


def _pages_of(signature: Signature, made: MadePages) -> MadePages:
    return tuple(page for page in made if is_over(signature.of, page.number, page.stories))


def _laid_over(before: MadePages, later: MadePages) -> MadePages:
    pages = {page.number: page for page in (*before, *later)}
    return tuple(pages[number] for number in sorted(pages))


def _with_pages(content: Content, made: MadePages) -> Content:
    def placed(story: StoryContent) -> StoryContent:
        numbers = tuple(page.number for page in made if story.id in page.stories)
        return replace(story, pages=numbers)

    return replace(content, stories=tuple(map(placed, content.stories)))


def as_far_as(content: Content, old: Signed) -> Content:
    """Return a content as far as the signatures are over it: of other stories nothing was signed."""
    if old.stories is None:
        return content
    planned = {each.id: each.page for each in old.content.stories}
    stories = tuple(
        replace(each, page=each.page if planned.get(each.id) else 0)
        for each in content.stories
        if each.id in old.stories
    )
    pages = {each.of.removeprefix("page ") for each in old.given if each.of.startswith("page ")}
    photos = {each.id for each in old.content.photos} | {each for story in stories for each in story.photos}
    return Content(
        content.slug,
        {key: value for key, value in content.facts.items() if _of_pages(key, pages)},
        stories,
        tuple(each for each in content.photos if each.id in photos),
        {number: name for number, name in content.pages.items() if number in pages},
    )


def _of_pages(key: str, pages: set[str]) -> bool:
    of, _dot, rest = key.partition(".")
    return of == "pages" and rest.partition(".")[0] in pages
