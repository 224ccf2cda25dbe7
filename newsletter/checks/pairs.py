"""Rules about pairs: quotation marks and brackets that lack their fellow or are turned round."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from newsletter.checks.reading import Passage, paragraphs, passages
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _, ngettext
from newsletter.rulebook import check

MARKS = "gb15834-2011"
QUOTES = {"”": "“", "’": "‘", "」": "「", "』": "『"}
BRACKETS = {"）": "（", "》": "《", "〉": "〈", "】": "【", "〕": "〔", ")": "(", "]": "["}
PAIRED = re.compile('[“”‘’「」『』（）《》〈〉【】〔〕()\\[\\]"]')
ENUMERATED = re.compile(r"^[0-9A-Za-z一二三四五六七八九十]{1,3}[)）]|(?<=[：；。，])[0-9]{1,2}[)）]")
MOST_ALONE = 8
"""The most marks of one passage that have a finding each."""
WHOLE = re.compile("[^，。！？；“”]{1,30}")
"""What stands in one pair of quotation marks."""
APOSTROPHE = re.compile(r"[’'](?:(?<=[A-Za-z].)(?=[A-Za-z])|(?<=’)(?=\d\d(?!\d)))")
"""Inside a word, or before the last two digits of a year."""
PRIME = re.compile(r"(?<=\d)[’”\"](?=\d\d(?!\d))|(?<=\d’\d\d)[”\"]")
"""What is typed for the ′ and ″ of minutes and seconds; rule C093 speaks of it."""


@check("C013", "quotation_mark_alone", Severity.WARNING, authority=MARKS)
def quotation_mark_alone(issue: Issue) -> Iterator[Finding]:
    """A quotation mark lacks its fellow, or stands the wrong way round.

    Which of the marks is missing nobody can say but the author, so the text stays as it is. A quotation
    over several paragraphs opens each of them and closes the last; that is let pass.

    Way out: complete the pair.
    """
    for article in issue.articles:
        yield from _alone_in_copy(tuple(paragraphs(article)))
    for passage in passages(issue):
        if passage.paragraph is None:
            yield from _alone(passage, QUOTES, set())


@check("C014", "bracket_alone", Severity.WARNING, authority=MARKS)
def bracket_alone(issue: Issue) -> Iterator[Finding]:
    """A bracket or title mark lacks its fellow.

    （ 《 〈 【 and their fellows come in pairs within a paragraph.

    Way out: complete the pair.
    """
    for passage in passages(issue):
        yield from _alone(passage, BRACKETS, set())


def _alone_in_copy(story: tuple[Passage, ...]) -> Iterator[Finding]:
    """Return the findings of a story; a quotation that goes on opens the next paragraph again."""
    for passage, behind in zip_longest(story, story[1:]):
        goes_on = behind is not None and behind.text[:1] in ("“", "「")
        yield from _alone(passage, QUOTES, {behind.text[0]} if behind and goes_on else set())


def _alone(passage: Passage, pairs: dict[str, str], may_stay: set[str]) -> Iterator[Finding]:
    """Return a finding for each mark of a passage that lacks its fellow; of very many one for the rest."""
    lonely = list(_lonely(passage.text, pairs, may_stay))
    if pairs is QUOTES and lonely and _alike(passage.text, lonely):
        yield from (
            _turned(passage, start, end)
            for ((start, _mark), (end, _again)) in zip(lonely[::2], lonely[1::2], strict=True)
        )
        return
    for offset, mark in lonely[:MOST_ALONE]:
        message = _("“{words}”: {mark} lacks its fellow.")
        words = passage.text[max(0, offset - 4) : offset + 6]
        yield Finding(passage.at(offset), message.format(words=words, mark=mark), _("Complete the pair."))
    if rest := lonely[MOST_ALONE:]:
        message = ngettext(
            "{count} mark more of this passage lacks its fellow.",
            "{count} marks more of this passage lack their fellows.",
            len(rest),
        )
        yield Finding(passage.at(rest[0][0]), message.format(count=len(rest)), _("Complete the pair."))


def _alike(text: str, lonely: list[tuple[int, str]]) -> bool:
    """Return whether lonely marks are the same key pressed for both of a pair: ”都市桃园”."""
    known = lonely[0][1] in QUOTES or lonely[0][1] in QUOTES.values()
    same = known and len({mark for _at, mark in lonely}) == 1 and len(lonely) % 2 == 0
    ends = zip(lonely[::2], lonely[1::2], strict=False)
    return same and all(WHOLE.fullmatch(text, start + 1, end) for (start, _mark), (end, _again) in ends)


def _turned(passage: Passage, start: int, end: int) -> Finding:
    """Return the finding for two marks of which the one is turned round."""
    closing = next(each for each, opening in QUOTES.items() if passage.text[start] in (each, opening))
    message = _("“{words}”: both marks are {mark}, one of them is turned round.")
    words = passage.text[max(0, start - 2) : end + 3]
    hint = _("Type {opening} before it and {closing} behind.").format(
        opening=QUOTES[closing], closing=closing
    )
    return Finding(passage.at(start), message.format(words=words, mark=passage.text[start]), hint)


def _lonely(text: str, pairs: dict[str, str], may_stay: set[str]) -> Iterator[tuple[int, str]]:
    """Return the marks without fellow and their offsets; ``may_stay`` may be open at the end."""
    opened: list[tuple[int, str]] = []
    ignored = {found.start() for found in APOSTROPHE.finditer(text)}
    ignored |= {found.start() for found in PRIME.finditer(text) if _is_closed(text, found)}
    numbers = {found.end() - 1 for found in ENUMERATED.finditer(text)}
    for offset, mark in ((each.start(), each.group()) for each in PAIRED.finditer(text)):
        if offset in ignored or (offset in numbers and not opened):
            continue
        if mark in pairs.values():
            opened.append((offset, mark))
        elif mark in pairs and opened and opened[-1][1] == pairs[mark]:
            opened.pop()
        elif mark in pairs or (mark == '"' and "”" in pairs):
            yield offset, mark
    yield from (each for each in opened if each[1] not in may_stay)


def _is_closed(text: str, found: re.Match[str]) -> bool:
    """Return whether no quotation is open where a mark stands that would close it."""
    opening = QUOTES.get(found.group(), '"')
    return text.count(opening, 0, found.start()) <= text.count(found.group(), 0, found.start())
