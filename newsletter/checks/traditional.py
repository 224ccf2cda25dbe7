"""The rule about traditional characters in simplified copy."""

import re
from collections.abc import Iterator

from newsletter.checks.reading import Passage, owned
from newsletter.checks.simplified import simplified
from newsletter.checks.surroundings import context
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _, ngettext
from newsletter.manuscript import Block
from newsletter.rulebook import check

MOST_NAMED = 8
CITED = re.compile("「[^「」]*」|『[^『』]*』")
JAPANESE = re.compile("[\u3041-\u30ff]")


@check("C045", "traditional_character", Severity.WARNING, authority="yuyan-2000#11.1")
def traditional_character(issue: Issue) -> Iterator[Finding]:
    """A traditional character stands in simplified copy.

    Publications in Chinese are printed in the standard characters; a traditional one comes with text from
    other places or from an input method. What stands in 「」 or in a block quote is taken for a citation,
    text with kana for Japanese. Characters of the Table of General Standard Chinese Characters (乾 in
    乾坤, 徵 of the five notes, 喆 and 堃 in names) are no fault.

    Example: 學術研討會. Way out: type the simplified character; where a name or an inscription is written
    so on purpose, put it in 「」 or take it on in `waive`.
    """
    for whose, places in _found(issue).items():
        passage, offset = places[0]
        traditional = dict.fromkeys(passage.text[offset] for passage, offset in places)
        message = ngettext(
            "A character of {whose} is traditional: {characters}, {context}.",
            "{count} characters of {whose} are traditional: {characters}, the first {context}.",
            len(places),
        ).format(
            whose=whose,
            count=len(places),
            characters=_written_out(tuple(traditional)),
            context=context(passage.text, offset),
        )
        yield Finding(passage.at(offset), message, _("Type the simplified one."))


def _found(issue: Issue) -> dict[str, list[tuple[Passage, int]]]:
    """Return the places of traditional characters, by whose they are."""
    found: dict[str, list[tuple[Passage, int]]] = {}
    for whose, passage in owned(issue):
        if places := [(passage, offset) for offset in _traditional(passage)]:
            found.setdefault(whose, []).extend(places)
    return found


def _traditional(passage: Passage) -> Iterator[int]:
    """Return the offsets of a passage's traditional characters, citations and Japanese left out."""
    text = passage.text
    if simplified().keys().isdisjoint(text) or JAPANESE.search(text):
        return
    if passage.paragraph is not None and passage.paragraph.block is Block.QUOTE:
        return
    cited = {offset for found in CITED.finditer(text) for offset in range(*found.span())}
    yield from (at for at, each in enumerate(text) if each in simplified() and at not in cited)


def _written_out(characters: tuple[str, ...]) -> str:
    """Return characters with their simplified forms, the first ones of many."""
    named = _(", ").join(f"{each}→{simplified()[each]}" for each in characters[:MOST_NAMED])
    return named + (" …" if len(characters) > MOST_NAMED else "")
