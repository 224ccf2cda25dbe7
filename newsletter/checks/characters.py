"""Rules about characters that are no text: lost, private, unseen in the furniture."""

from collections.abc import Callable, Iterator

from newsletter.characters import LOST, is_broken, is_private, is_selector, is_unseen
from newsletter.checks.reading import Passage, furniture, owned
from newsletter.checks.surroundings import context
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _, ngettext
from newsletter.rulebook import check

MOST_NAMED = 8
Place = tuple[Passage, int]
"""A passage and an offset in it."""


@check("C046", "broken_character", Severity.ERROR)
def broken_character(issue: Issue) -> Iterator[Finding]:
    """The text holds what is left of a character that was lost.

    U+FFFD stands where a program could not read a character; halves of pairs and noncharacters are no
    text at all. What stood there must be typed again: nobody can tell it from the file.

    Example: a manuscript of GBK read as UTF-8. Way out: compare with the original and type what is
    missing.
    """
    for whose, places in _found(issue, is_broken).items():
        message = ngettext(
            "A character of {whose} is lost ({codes}), {context}.",
            "{count} characters of {whose} are lost ({codes}), the first {context}.",
            len(places),
        )
        yield _finding(message, whose, places, _("Type what stood there."))


@check("C047", "private_character", Severity.WARNING)
def private_character(issue: Issue) -> Iterator[Finding]:
    """The text holds a character of private use.

    Such characters (造字) mean what the face they were made in says; in any other face they are another
    character or none. Names entered with an old input method are often written so, though Unicode has
    had the character for long.

    Example: U+E863 for 䶮. Way out: type the character itself; where there is none, put the face it was
    made in into fonts/ and take this on in `waive`.
    """
    for whose, places in _found(issue, is_private).items():
        message = ngettext(
            "A character of {whose} is of private use ({codes}), {context}.",
            "{count} characters of {whose} are of private use ({codes}), the first {context}.",
            len(places),
        )
        yield _finding(message, whose, places, _("Type the character that is meant."))


@check("C048", "unseen_in_furniture", Severity.WARNING)
def unseen_in_furniture(issue: Issue) -> Iterator[Finding]:
    """The publication's data or a page's name holds characters that cannot be seen.

    Zero-width spaces and control characters come with text from the web. They are not printed, but the
    name that is searched for is then not the one that is read.

    Way out: type the value again.
    """
    for passage in furniture(issue):
        unseen = dict.fromkeys(each for each in passage.text if is_unseen(each) and not is_selector(each))
        if unseen:
            codes = _(", ").join(f"U+{ord(each):04X}" for each in unseen)
            message = _("“{text}” holds characters that cannot be seen: {codes}.")
            text = "".join(each for each in passage.text if each not in unseen)
            hint = _("Type the value again.")
            yield Finding(passage.span, message.format(text=text, codes=codes), hint)


def _found(issue: Issue, wanted: Callable[[str], bool]) -> dict[str, list[Place]]:
    """Return the places of the characters that are wanted, by whose they are."""
    found: dict[str, list[Place]] = {}
    for whose, passage in owned(issue):
        if passage.text.isprintable() and LOST not in passage.text:
            continue
        places = [(passage, offset) for offset, each in enumerate(passage.text) if wanted(each)]
        if places:
            found.setdefault(whose, []).extend(places)
    return found


def _finding(message: str, whose: str, places: list[Place], hint: str) -> Finding:
    """Return one finding for characters, at the first of their places."""
    passage, offset = places[0]
    codes = dict.fromkeys(f"U+{ord(passage.text[offset]):04X}" for passage, offset in places)
    words = context("".join(each if each.isprintable() else "□" for each in passage.text), offset)
    message = message.format(whose=whose, codes=_codes(tuple(codes)), count=len(places), context=words)
    return Finding(passage.at(offset), message, hint)


def _codes(codes: tuple[str, ...]) -> str:
    """Return the first code points of many."""
    return _(", ").join(codes[:MOST_NAMED]) + (" …" if len(codes) > MOST_NAMED else "")
