"""Rules about what headline, caption and copy say of the same thing: their numbers must agree."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsletter.checks.reading import Passage, lines, paragraphs, title
from newsletter.checks.sightings import led_by
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Article, Issue
from newsletter.language import _
from newsletter.rulebook import check
from newsletter.script import LETTER

HEADS = ("kicker", "headline", "deck", "pull_quote")
COUNTERS = "名|位|家|所|项|个|支|篇|册|台|套|件|门|场|次|间|只|幅|座|棵|株|本|对|批|期|届"
HAN_NUMBER = "一二两三四五六七八九十百千万"
COUNTED = re.compile(
    led_by(
        rf"\d{HAN_NUMBER}",
        rf"(?<![\d.,第—～~-])(?P<number>\d[\d,]{{0,15}}(?:\.\d+)?[万亿]?|[{HAN_NUMBER}]{{1,7}})[多余]?(?P<unit>{COUNTERS})"
        rf"(?P<noun>{LETTER}{{2}})?",
    )
)
DIGITS = {each: value for value, each in enumerate("〇一二三四五六七八九")} | {"两": 2, "零": 0}
POWERS = {"十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things: 12家企业; ``place`` is the offset in its passage."""

    value: float
    thing: str
    words: str
    place: int


def value_of(number: str) -> float:
    """Return a number in figures or in Han: 1,200, 3.5万, 三十二."""
    tail = number[-1]
    if number[0].isdigit():
        times = {"万": 1e4, "亿": 1e8}.get(tail, 1.0)
        return float(number.rstrip("万亿").replace(",", "")) * times
    head, _ten_thousand, rest = number.rpartition("万")
    return _below(head) * 1e4 + _below(rest)


def _below(number: str) -> float:
    """Return a Han number below ten thousand, 0 for none."""
    total, digit = 0.0, 0.0
    for each in number:
        if each in POWERS:
            total += (digit or 1) * POWERS[each]
            digit = 0.0
        else:
            digit = DIGITS.get(each, 0)
    return total + digit


def counts(text: str) -> Iterator[Count]:
    """Return the numbers of things that a text names: those with a noun behind the unit."""
    for found in COUNTED.finditer(text):
        if found["noun"]:
            thing = found["unit"] + found["noun"]
            yield Count(value_of(found["number"]), thing, found.group(), found.start())


@check("C079", "number_disagrees", Severity.WARNING)
def number_disagrees(issue: Issue) -> Iterator[Finding]:
    """A headline or caption has another number of the same thing than the copy.

    It is reported only where the copy counts the same thing and nowhere has the headline's number.

    Example: headline “12家企业加盟”, copy “共有15家企业加盟”. Way out: compare both with the source.
    """
    for article in issue.articles:
        told = _told(article)
        photos = (photo for each in article.photos if (photo := issue.photo(each)))
        heads = (
            *_heads(article),
            *(each for photo in photos for each in lines(photo) if each.key == "caption"),
        )
        for passage in heads:
            for count in counts(passage.text):
                yield from _disagreement(article, passage, count, told)


def _heads(article: Article) -> Iterator[Passage]:
    yield from (each for each in lines(article) if each.key in HEADS)


def _told(article: Article) -> Mapping[str, tuple[Count, ...]]:
    """Return what the copy counts, by the thing; under the empty word every number that it has."""
    told: dict[str, tuple[Count, ...]] = {}
    for passage in paragraphs(article):
        for found in COUNTED.finditer(passage.text):
            count = Count(value_of(found["number"]), "", found.group(), found.start())
            told[""] = (*told.get("", ()), count)
        for count in counts(passage.text):
            told[count.thing] = (*told.get(count.thing, ()), count)
    return told


def _disagreement(
    article: Article, passage: Passage, count: Count, told: Mapping[str, tuple[Count, ...]]
) -> Iterator[Finding]:
    others = told.get(count.thing, ())
    known = {each.value for each in told.get("", ())} | _figures(article)
    if others and count.value not in known:
        message = _("“{head}” in {title}, “{words}” in the copy: the numbers disagree.")
        message = message.format(head=count.words, title=title(article), words=others[0].words)
        yield Finding(passage.at(count.place, len(count.words)), message, _("Compare both with the source."))


def _figures(article: Article) -> frozenset[float]:
    """Return every number in figures of a story's copy."""
    text = "\n".join(each.text for each in paragraphs(article))
    return frozenset(value_of(each) for each in re.findall(r"\d[\d,]{0,15}(?:\.\d+)?[万亿]?", text))
