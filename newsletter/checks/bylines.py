"""Rules about 记者: nobody who writes or photographs for an internal publication is called so.

Source: 《内部资料性出版物管理办法》 (2015), article 14, second paragraph.
"""

import re
from collections.abc import Iterator

from newsletter.checks.phrases import Pattern, phrase
from newsletter.checks.plain import Seen, plain, seen_plain
from newsletter.checks.reading import Passage, all_printed, paragraphs, passages, post_at, signatures
from newsletter.checks.self_names import NAMES_OF_PRESS
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.manuscript import Block
from newsletter.rulebook import check
from newsletter.surnames import is_name

STUDENT = phrase("记者", "(?:学生|校园|小|大学生)记者")
REPORTER = phrase("记者", "(?<!学生)(?<!校园)(?<!小)记者(?!协会|节|站|证)")
ANOTHER_HOUSE = re.compile(
    "新华社|中新社|通讯社|电视台|广播|融媒体|《[^》]{0,20}报》|(?:日|晚|晨|时|都市|青年|商|新京|教育|法治|法制|经济)报"
    "|(?:央广|央视|新华|人民|光明|中国|中新|长江|大众|华龙|东方|千龙)网|澎湃|南都|每经|第一财经|(?:红星|封面|极目|上游|荔枝)新闻"
)
"""Whoever is called 记者 beside one of these is that house's."""
HEAD = re.compile(r"^.{0,12}\([^)]*\)")
TAIL = re.compile(r"\([^)]{0,60}\)$")
AT_FIRST = phrase("记者", "^[^,。!?;“”《》]{0,14}记者[:/]?")
ALONE = phrase("记者", "^[^,。!?;“”《》]{0,24}记者[:/]?[^,。!?;“”《》]{2,24}$")
AT_LAST = phrase("记者", "记者[:/]?[^,。!?;“”《》记]{2,10}(?:摄影?|供图)$")
"""Where copy and captions name who made them."""
BEHIND_NAME = re.compile(r"$|报道|摄|文|图|讯|通讯员|采写|整理|实习|[/,:;、()]")
COLUMN = phrase("记者", "记者(?:手记|观察|见闻|视点|调查|札记|连线|走基层|来信|日记|述评|视线|行走|眼中|团)")
OWN_WORK = phrase(
    "记者",
    r"(?:^|[,。!?;:“)]|日)(?:据|近日|昨日|今日|本院|本校|我院|我校)?记者"
    "(?:在[^,。]{1,12}(?:看到|见到|了解到|采访|发现|遇到)|从[^,。]{1,16}(?:获悉|了解到|得知)|了解|获悉|看到|注意到|随机采访|实地|探访)"
    "|我们的记者|^记者(?:现场(?!提问|采访|问)|抓拍|直击|探访|带你|走进|追踪)",
)
CARD = phrase("记者证", "(?:颁发|发放|发给|制发|办理|领取|授予)[^,。;]{0,10}记者证")
"""Press cards given out."""
WHOLE = re.compile(".*")


@check("L018", "reporter_in_byline", Severity.ERROR, authority=NAMES_OF_PRESS)
def reporter_in_byline(issue: Issue) -> Iterator[Finding]:
    """A byline, credit or the imprint calls somebody 记者.

    Internal publications have no reporters; 记者 is a licensed profession. Bylines in the copy and in
    captions count too: （记者 周岚） at a story's start or end, 记者叶一鸣摄. In the text of a story about
    reporters the word may stand.

    Way out: 通讯员, or the name alone.
    """
    message = _("“{word}” names a 记者; internal publications have none.")
    for each in _signed(issue):
        if REPORTER.search(each.found.group()) and not _of_another_house(each):
            yield _narrowed(each, REPORTER).noted(message.replace("{word}", each.word), _instead())


@check("L019", "student_reporter_in_byline", Severity.WARNING, authority=NAMES_OF_PRESS)
def student_reporter_in_byline(issue: Issue) -> Iterator[Finding]:
    """A byline or credit calls its author 学生记者 or 校园记者, or names the 记者 of another house.

    The law speaks of 记者××; whether a student reporter, or the 新华社记者 of a reprinted picture, is meant
    too, the reviewing authority decides.

    Way out: 学生通讯员, or the name alone; for a reprint, its source.
    """
    message = _("“{word}” may be taken for a 记者, whom the law rules out.")
    for each in _signed(issue):
        pattern = STUDENT if STUDENT.search(each.found.group()) else REPORTER
        if pattern is STUDENT or (REPORTER.search(each.found.group()) and _of_another_house(each)):
            yield _narrowed(each, pattern).noted(message.replace("{word}", each.word), _instead())


@check("L039", "reporter_in_copy", Severity.WARNING)
def reporter_in_copy(issue: Issue) -> Iterator[Finding]:
    """The copy calls its own author 记者, or a column is named after 记者.

    The law rules out 记者×× as a name; 记者在现场看到 and 记者手记 present the paper's people as such. Where
    the reporter of another house is meant, the word may stand. Press cards (记者证) are the authorities' to
    give.

    Example: 记者从图书馆获悉. Way out: 笔者, 通讯员, or leave it out.
    """
    message = _("“{words}” presents the author as a 记者.")
    columns = (each for each in all_printed(issue) if each.paragraph is None)
    found = (*seen_plain(columns, COLUMN), *seen_plain(passages(issue), OWN_WORK, CARD))
    yield from (each.noted(message, _("Write 笔者 or 通讯员, or leave it out.")) for each in found)


def _instead() -> str:
    return _("Write 通讯员, or the name alone.")


def _of_another_house(seen: Seen) -> bool:
    return ANOTHER_HOUSE.search(seen.found.group()) is not None


def _narrowed(seen: Seen, pattern: Pattern) -> Seen:
    """Return the word itself out of a byline."""
    found = pattern.search(seen.found.string, *seen.found.span())
    return Seen(seen.passage, found or seen.found)


def _signed(issue: Issue) -> Iterator[Seen]:
    """Return what names authors: posts, bylines, credits, and bylines in copy and captions."""
    yield from seen_plain((*_posts(issue), *signatures(issue)), WHOLE)
    captions = [each for each in passages(issue) if each.key == "caption"]
    yield from seen_plain(captions, TAIL, AT_LAST)
    for article in (*issue.articles, *issue.fillers):
        copy = [each for each in paragraphs(article) if each.paragraph]
        for passage in dict.fromkeys((*copy[:1], *copy[-1:], *filter(_is_a_line, copy))):
            yield from _byline_of(passage)


def _posts(issue: Issue) -> Iterator[Passage]:
    """Return the roles and names of the imprint's people."""
    for post in issue.publication.editors:
        at = post_at(issue, post.role)
        yield from (Passage(post.role, at), Passage(post.name, at))


def _is_a_line(passage: Passage) -> bool:
    """Return whether a paragraph of the text is so short and bare that it can be a byline."""
    text = passage.text
    plain_text = passage.paragraph is not None and passage.paragraph.block is Block.TEXT
    return plain_text and len(text) <= 40 and "。" not in text


def _byline_of(passage: Passage) -> Iterator[Seen]:
    """Return the first byline of a paragraph."""
    text = plain(passage.text).text
    brackets = [found for pattern in (HEAD, TAIL) if (found := pattern.search(text))]
    bare = [found for pattern in (ALONE, AT_FIRST) if (found := pattern.search(text)) and _named(found)]
    signed = [each for each in brackets if "记者" in each.group()] or bare
    yield from (Seen(passage, each) for each in signed[:1])


def _named(found: re.Match[str]) -> bool:
    """Return whether a personal name stands behind the word."""
    text, at = found.string, found.string.index("记者") + len("记者")
    at += text[at : at + 1] in (":", "/")
    ends = (at + length for length in (2, 3, 4))
    return any(is_name(text[at:end]) and BEHIND_NAME.match(text, end) is not None for end in ends)
