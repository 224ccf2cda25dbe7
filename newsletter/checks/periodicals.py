"""Rules about what only newspapers and periodicals have: 刊号, CN, ISSN, postal numbers, a 报社.

Source: 《内部资料性出版物管理办法》 (2015), article 14, second paragraph.
"""

import re
from collections.abc import Iterator

from newsletter.checks.house_text import house_text, imprint, own_parts
from newsletter.checks.plain import Seen, first_seen, seen_apart
from newsletter.checks.reading import SIGNATURES, Passage, passages, signatures
from newsletter.checks.self_names import NAMES_OF_PRESS
from newsletter.checks.sightings import led_by
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

LEADS = "CI刊连新邮国期杂报记统"
NUMBER = (
    r"(?<![a-z0-9.@])CN-?\d{2}-(?!\d*[\w.-]*@)|ISSN(?![\w.-]*@)|(?<!增)刊号|连续出版物号|新登字|邮[发局]代号|国[内外](?:统一|发行|邮发)?代号"
    "|(?:[报期]刊|报纸|新闻)(?:出版)?登[记字]|(?:报纸|期刊)(?:出版)?许可|统一书号|ISBN|^CN$"
)
FORMAL = re.compile(
    led_by(LEADS, f"{NUMBER}|(?:杂志社|(?<!通)报社(?![街路巷])|刊社(?![会交团区论]))(?!印|工会)|记者站"),
    re.IGNORECASE,
)
NUMBERED = re.compile(
    led_by(
        LEADS,
        f"(?:{NUMBER})"
        r"[^,。;]{0,6}?[0-9X〇一二三四五六七八九十]{2,}|CN\d\d-\d{4}|ISSN:?\d{4}-?\d{3}|国内统一(?:刊号|连续出版物号)(?!\D{0,6}\d)",
    ),
    re.IGNORECASE,
)
ANOTHERS = re.compile("论文|学报|期刊|发表|刊物|杂志|收录|集邮|《[^》]{1,40}》")
"""What is said of others' periodicals."""


@check("L021", "number_of_a_periodical", Severity.ERROR, authority=NAMES_OF_PRESS)
def number_of_a_periodical(issue: Issue) -> Iterator[Finding]:
    """The masthead, imprint or a byline has a 刊号, CN, ISSN or postal number, or names a 报社 or 杂志社.

    Those belong to newspapers and periodicals; an internal publication has a permit number. A filler, small
    box or the gutter that prints such a number is an imprint too. In the text of a story the words may
    stand: L040 asks whose they are.

    Way out: remove it; the number of the 准印证 goes to `permit.number`.
    """
    message = _("“{word}” in “{text}” belongs to newspapers and periodicals.")
    signed = first_seen((*imprint(issue), *signatures(issue)), FORMAL)
    found = (*signed, *_unowned(_house_text(issue), issue))
    yield from (each.noted(message, _("Remove it.")) for each in found)


@check("L040", "number_of_a_periodical_in_copy", Severity.WARNING, authority=NAMES_OF_PRESS)
def number_of_a_periodical_in_copy(issue: Issue) -> Iterator[Finding]:
    """A story or caption prints a 刊号, CN, ISSN or postal number, and names nobody's periodical.

    Printed so, it reads as this publication's own, which has a permit number instead. Where the sentence
    speaks of a paper, a journal or 《another title》, the number is theirs.

    Example: a caption “刊号CN 42-1234”. Way out: take it out, or say whose it is.
    """
    message = _("“{words}” reads as this publication's own number; it is one of newspapers and periodicals.")
    house = tuple(_house_text(issue))
    news = (each for each in passages(issue) if each.key not in SIGNATURES and each not in house)
    for each in _unowned(news, issue):
        yield each.noted(message, _("Take it out, or say whose it is."))


def _house_text(issue: Issue) -> Iterator[Passage]:
    """Return the lines and paragraphs of the house's own text, but who signs for it."""
    yield from (each for each in house_text(issue) if each.key not in SIGNATURES)


def _unowned(found_in: Iterator[Passage], issue: Issue) -> Iterator[Seen]:
    """Return the numbers that no other periodical is named for."""
    own = re.compile(own_parts(issue))
    for each in seen_apart(found_in, NUMBERED):
        text = each.found.string
        if own.search(text) or not ANOTHERS.search(text):
            yield each
