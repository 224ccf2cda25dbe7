"""Remedies in words: the hint of a finding about a story that is over or leaves white."""

from collections.abc import Callable, Mapping

from newsletter.dummy import MadeUp, StoryFit
from newsletter.language import _, ngettext
from newsletter.receipt import Remedy, Way


def ways_out(made: MadeUp, fit: StoryFit) -> str:
    """Return a story's remedies as one sentence, the cheapest first; empty where there is none.

    The story itself is not named again, for the message names it.
    """
    words = [_in_words(made, each, fit) for each in fit.remedies]
    if not words:
        return ""
    first, *others = words
    sentence = "".join([first, *(_(", or {way}").format(way=each) for each in others)])
    return _("{ways}.").format(ways=sentence[:1].upper() + sentence[1:])


def _in_words(made: MadeUp, remedy: Remedy, fit: StoryFit) -> str:
    """Return a remedy in words, after the story's headline where that is another one."""
    words = WORDS[remedy.way](remedy)
    if remedy.story == fit.story:
        return words
    return _("with 《{headline}》, {way}").format(headline=_headline(made, remedy.story), way=words)


def _headline(made: MadeUp, story: str) -> str:
    article = made.issue.article(story)
    return article.headline or story if article else story


def _cut(remedy: Remedy) -> str:
    n = remedy.characters
    return ngettext("cut {n} character", "cut {n} characters", n).format(n=n)


def _add(remedy: Remedy) -> str:
    return _("add about {n} characters").format(n=remedy.characters)


def _without_story(_remedy: Remedy) -> str:
    return _("keep it for the next issue")


def _without_photo(remedy: Remedy) -> str:
    return _("take out the photo “{photo}”").format(photo=remedy.photo)


def _with_photo(remedy: Remedy) -> str:
    return _("put in photo “{photo}”, which no story has").format(photo=remedy.photo)


def _photo(remedy: Remedy) -> str:
    n = remedy.columns
    if remedy.upright:
        words = ngettext(
            "add an upright photo (it will stand {n} column wide, {lines} lines high)",
            "add an upright photo (it will stand {n} columns wide, {lines} lines high)",
            n,
        )
    else:
        words = ngettext(
            "add a photo (it will stand {n} column wide, {lines} lines high)",
            "add a photo (it will stand {n} columns wide, {lines} lines high)",
            n,
        )
    return words.format(n=n, lines=remedy.room)


def _move(remedy: Remedy) -> str:
    words = _("give it to page {page}, which has {n} lines of room")
    return words.format(page=remedy.page, n=remedy.room)


def _jump(remedy: Remedy) -> str:
    return _("let it run on to page {page} (“jump: {page}”)").format(page=remedy.page)


def _filler(remedy: Remedy) -> str:
    words = _("put a filler of about {n} characters on page {page}")
    return words.format(n=remedy.characters, page=remedy.page)


WORDS: Mapping[Way, Callable[[Remedy], str]] = {
    Way.CUT: _cut,
    Way.ADD: _add,
    Way.WITHOUT_PHOTO: _without_photo,
    Way.WITHOUT_STORY: _without_story,
    Way.WITH_PHOTO: _with_photo,
    Way.PHOTO: _photo,
    Way.MOVE: _move,
    Way.JUMP: _jump,
    Way.FILLER: _filler,
}
