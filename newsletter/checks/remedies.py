"""Remedies in words: the hint of a finding about a story that is over or leaves white."""

from collections.abc import Callable, Mapping

from newsletter.dummy import MadeUp, StoryFit
from newsletter.language import _, ngettext
from newsletter.receipt import Remedy, Way


def ways_out(made: MadeUp, fit: StoryFit) -> str:
    """Return a story's remedies as one sentence, the cheapest first; empty where there is none."""
    words = [WORDS[each.way](made, each) for each in fit.remedies]
    if not words:
        return ""
    first, *others = words
    sentence = "".join([first, *(_(", or {way}").format(way=each) for each in others)])
    return _("{ways}.").format(ways=sentence[:1].upper() + sentence[1:])


def _headline(made: MadeUp, story: str) -> str:
    article = made.issue.article(story)
    return article.headline or story if article else story


def _cut(made: MadeUp, remedy: Remedy) -> str:
    n = remedy.characters
    words = ngettext("cut {n} character of 《{headline}》", "cut {n} characters of 《{headline}》", n)
    return words.format(n=n, headline=_headline(made, remedy.story))


def _add(made: MadeUp, remedy: Remedy) -> str:
    words = _("add about {n} characters to 《{headline}》")
    return words.format(n=remedy.characters, headline=_headline(made, remedy.story))


def _without_story(made: MadeUp, remedy: Remedy) -> str:
    return _("keep 《{headline}》 for the next issue").format(headline=_headline(made, remedy.story))


def _without_photo(made: MadeUp, remedy: Remedy) -> str:
    words = _("take out a photo (“{photo}” of 《{headline}》 makes the page fit)")
    return words.format(photo=remedy.photo, headline=_headline(made, remedy.story))


def _with_photo(made: MadeUp, remedy: Remedy) -> str:
    words = _("give photo “{photo}”, which no story has, to 《{headline}》")
    return words.format(photo=remedy.photo, headline=_headline(made, remedy.story))


def _photo(made: MadeUp, remedy: Remedy) -> str:
    n = remedy.columns
    if remedy.upright:
        words = ngettext(
            "add an upright photo to 《{headline}》 (it will stand {n} column wide, {lines} lines high)",
            "add an upright photo to 《{headline}》 (it will stand {n} columns wide, {lines} lines high)",
            n,
        )
    else:
        words = ngettext(
            "add a photo to 《{headline}》 (it will stand {n} column wide, {lines} lines high)",
            "add a photo to 《{headline}》 (it will stand {n} columns wide, {lines} lines high)",
            n,
        )
    return words.format(n=n, lines=remedy.room, headline=_headline(made, remedy.story))


def _move(made: MadeUp, remedy: Remedy) -> str:
    words = _("give 《{headline}》 to page {page}, which has {n} lines of room")
    return words.format(headline=_headline(made, remedy.story), page=remedy.page, n=remedy.room)


def _jump(made: MadeUp, remedy: Remedy) -> str:
    words = _("let 《{headline}》 run on to page {page} (“jump: {page}”)")
    return words.format(headline=_headline(made, remedy.story), page=remedy.page)


def _filler(_made: MadeUp, remedy: Remedy) -> str:
    words = _("put a filler of about {n} characters on page {page}")
    return words.format(n=remedy.characters, page=remedy.page)


WORDS: Mapping[Way, Callable[[MadeUp, Remedy], str]] = {
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
