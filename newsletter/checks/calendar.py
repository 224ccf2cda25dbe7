"""Rules about dates in copy: forms, the calendar, the weekday, the order of days.

Sources: GB/T 15835—2011 for the forms; the calendar for the rest.
"""

import datetime
import re
from collections.abc import Iterator

from newsletter.checks.reading import Passage, paragraphs, title
from newsletter.checks.sightings import Sighting, led_by, noted, noted_all, seen
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Article, Issue
from newsletter.language import _
from newsletter.manuscript import Block
from newsletter.rulebook import check

FIGURES = "gb15835-2011"
WEEKDAYS = "一二三四五六日"
HALF_A_YEAR = 183
CUT_YEAR = re.compile(
    led_by(
        r"\d二三四五六七八九〇○",
        r"(?<![\d.〇一二三四五六七八九—～-])(?:\d\d|[二三四五六七八九〇][〇一二三四五六七八九])年(?=\d{1,2}月|[底初春夏秋冬]|[上下]半年)"
        r"|(?<![\d.])0\d年|(?<![\d一二三四五六七八九十百])[〇九八七六][〇○]年|(?<![\d一二三四五六七八九〇○OＯ])[〇○][一二三四五六七八九]年",
    )
)
HAN_DATE = re.compile(
    led_by(
        "一二三四五六七八九十",
        "(?<![初历正腊〇一二三四五六七八九十])(?:[一二][〇○一二三四五六七八九]{3}年|(?:十[一二]?|[一二三四五六七八九])月(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日)"
        r"|(?<=\d年)(?:十[一二]?|[一二三四五六七八九])月(?=\d)|(?<=\d月)(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])日",
    )
)
FIGURE_DATE = re.compile(led_by(r"\d", r"(?<!\d)(?:1[89]|20)\d\d年|(?<!\d)\d{1,2}月\d{1,2}日(?![电讯])"))
LUNAR = re.compile(
    "农历|阴历|夏历|正月|腊月|初[一二三四五六七八九十]|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"
)
DAY = re.compile(
    led_by(r"\d", r"(?:(?<!\d)(?P<year>(?:1[89]|20)\d\d)年)?(?<!\d)(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
)
WEEKDAY = re.compile(DAY.pattern + r"\s*[（(]?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])(?!期|年|.年)")
SPAN_OF_DAYS = re.compile(
    DAY.pattern + r"\s*(?:至|到|—|～|-)\s*(?:(?P<month2>\d{1,2})月)?(?P<day2>\d{1,2})日"
)
HELD = re.compile("(?:举行|召开|开展|举办|成立|启动|结束|获得|揭晓)了|落幕|圆满")
NOT_PAST = re.compile("[去前上当那每往历次明来]年|年$|[将拟]|定[于在]|计划|预计")
"""Before or behind a date: it is of another year, or a plan."""
SENTENCE_END = re.compile("[。！？；]")
WITHIN = 40
"""How many characters behind a date may say that it is past."""
MOST_AHEAD = 45
"""Days: a date further ahead is rather one of the year before."""
NUMBERED_MONTH = re.compile(led_by(r"\d", r"(?<![\d.])(?:1[3-9]|[2-9]\d|0)月(?=\d{1,2}日|份)"))
RELATIVE = re.compile("(?:昨天|昨日|昨晚|前天|今晨|今晚|明晚|后天)(?!之)")
SPEECH = re.compile("“[^”]*”?|「[^」]*」?|《[^《》]*》")


@check("C071", "year_cut_short", Severity.WARNING, authority=FIGURES)
def year_cut_short(issue: Issue) -> Iterator[Finding]:
    """A year is written with two digits.

    Years are written in full. 90年 alone may also be ninety years and is let pass; with a month or
    a season behind it only a year can be meant.

    Example: 98年9月, 九〇年. Way out: 1998年9月, 一九九〇年.
    """
    message = _("“{words}”: a year is written in full.")
    yield from noted_all(seen(issue, CUT_YEAR), message, _("Write all four digits."))


@check("C072", "date_forms_mixed", Severity.NOTE, authority=FIGURES)
def date_forms_mixed(issue: Issue) -> Iterator[Finding]:
    """A story writes dates in two forms.

    Dates of one story stand in one form, figures or Han. The lunar calendar is always in Han and is let
    pass, as are quotations, verse and the date under a letter.

    Example: 2008年8月8日 and 二〇〇八年九月一日. Way out: write both in figures.
    """
    for article in issue.articles:
        forms = _forms(article)
        if forms is not None:
            at, one, other = forms
            message = _("{title} writes dates in two forms: “{one}” and “{other}”.")
            message = message.format(title=title(article), one=one, other=other)
            yield Finding(at[0].at(at[1].start(), len(at[1].group())), message, _("Write both in figures."))


def _forms(article: Article) -> tuple[Sighting, str, str] | None:
    """Return the rarer form of a story's dates where it stands first, and an example of each form."""
    plain = [each for each in paragraphs(article) if each.paragraph and each.paragraph.block is Block.TEXT]
    figures = [(each, found) for each in plain for found in FIGURE_DATE.finditer(each.text)]
    if not figures:
        return None
    han = [(each, found) for each in plain for found in HAN_DATE.finditer(_unspoken(each.text))]
    han = [each for each in han if not _lunar(each)]
    if not han:
        return None
    rare = min((han, figures), key=len)
    return rare[0], figures[0][1].group(), han[0][1].group()


def _unspoken(text: str) -> str:
    """Return a text with what stands in quotation or title marks blotted out."""
    return SPEECH.sub(lambda found: "□" * len(found.group()), text)


def _lunar(sighting: Sighting) -> bool:
    """Return whether a date stands in words of the lunar calendar."""
    passage, found = sighting
    return LUNAR.search(passage.text[max(0, found.start() - 8) : found.end() + 6]) is not None


@check("C073", "day_not_in_calendar", Severity.ERROR)
def day_not_in_calendar(issue: Issue) -> Iterator[Finding]:
    """A date of the copy is no day of the calendar.

    Example: 6月31日, 2026年2月29日, 13月. Way out: compare with the source.
    """
    for passage, found in seen(issue, DAY):
        if not _is_day(found):
            message = _("“{words}”: {word} is no day of the calendar.")
            yield noted((passage, found), message, _("Compare with the source."))
    for sighting in seen(issue, NUMBERED_MONTH):
        yield noted(sighting, _("“{words}”: there is no {word}."), _("Compare with the source."))


def _is_day(found: re.Match[str]) -> bool:
    """Return whether a date is in the calendar; without a year, of a leap year."""
    return _day(int(found["year"] or 2000), int(found["month"]), int(found["day"])) is not None


def _day(year: int, month: int, day: int) -> datetime.date | None:
    """Return a day, none where the calendar has none."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


@check("C074", "weekday_disagrees", Severity.WARNING)
def weekday_disagrees(issue: Issue) -> Iterator[Finding]:
    """A date and the weekday beside it do not agree.

    Without a year the one nearest to the issue's date is meant.

    Example: 2026年6月30日（星期三）. Way out: 星期二, or another day.
    """
    for passage, found in seen(issue, WEEKDAY):
        day = _meant(found, issue.sheet.date)
        named = WEEKDAYS.index(found["weekday"].replace("天", "日"))
        if day is not None and day.weekday() != named:
            weekday = f"星期{WEEKDAYS[day.weekday()]}"
            message = _("“{words}”: {day} is {weekday}.").replace("{day}", str(day))
            message = message.replace("{weekday}", weekday)
            yield noted((passage, found), message, _("Compare both with the source."))


def _meant(found: re.Match[str], near: datetime.date | None) -> datetime.date | None:
    """Return the day that a date means: of its own year, else of the year that brings it nearest."""
    month, day = int(found["month"]), int(found["day"])
    if found["year"]:
        return _day(int(found["year"]), month, day)
    if near is None:
        return None
    days = filter(None, (_day(near.year + shift, month, day) for shift in (-1, 0, 1)))
    return min(days, key=lambda each: abs(each - near), default=None)


@check("C075", "days_out_of_order", Severity.WARNING)
def days_out_of_order(issue: Issue) -> Iterator[Finding]:
    """A span of days ends before it begins.

    A span over the turn of the year is let pass.

    Example: 6月30日至28日. Way out: compare with the source.
    """
    for passage, found in seen(issue, SPAN_OF_DAYS):
        first = int(found["month"]), int(found["day"])
        last = int(found["month2"] or found["month"]), int(found["day2"])
        over_new_year = first[0] - last[0] > 5
        if last < first and not over_new_year:
            message = _("“{words}”: the span ends before it begins.")
            yield noted((passage, found), message, _("Compare with the source."))


@check("C076", "day_only_relative", Severity.NOTE)
def day_only_relative(issue: Issue) -> Iterator[Finding]:
    """A news story begins with 昨天 or 后天 and names no date.

    A paper that comes out once a month reaches its readers weeks later. What is said in quotation marks,
    and stories in which the paragraph names a date, are let pass.

    Example: 昨天，学院举行了开学典礼。 Way out: name the date, as 9月1日.
    """
    for article in issue.articles:
        first = next(paragraphs(article), None)
        found = _relative(first) if first is not None and article.source else None
        if first is not None and found is not None:
            message = _("“{words}”: when the paper is read, nobody knows which day {word} was.")
            yield noted((first, found), message, _("Name the date."))


def _relative(passage: Passage) -> re.Match[str] | None:
    """Return the word for a day where the passage has no date."""
    text = _unspoken(passage.text)
    dated = re.search(r"\d[月日]|今天|明天", text)
    return None if dated else RELATIVE.search(text[:60])


@check("C089", "told_before_it_happened", Severity.WARNING)
def told_before_it_happened(issue: Issue) -> Iterator[Finding]:
    """A story tells what has happened on a day after the issue's date.

    The day is later than the date of the issue and of its printing, and the sentence says 举行了, 落幕 or the
    like: a wrong month, mostly, or a report written before the event. What stands in quotation marks is let
    pass.

    Example: 7月15日，学院举行了开学典礼 in the issue of 30 June. Way out: compare with the source.
    """
    for passage, found in seen(issue, DAY):
        day = _meant(found, issue.sheet.date)
        if day is not None and _is_ahead(day, issue) and _is_told(_unspoken(passage.text), found):
            message = _("“{words}”: {day} is later than this issue, and told as past.").replace(
                "{day}", str(day)
            )
            yield noted((passage, found), message, _("Compare with the source."))


def _is_ahead(day: datetime.date, issue: Issue) -> bool:
    """Return whether a day comes soon after the issue is dated and printed."""
    known = [each for each in (issue.sheet.date, issue.sheet.print.date) if each]
    return bool(known) and 0 < (day - max(known)).days <= MOST_AHEAD


def _is_told(text: str, found: re.Match[str]) -> bool:
    """Return whether a sentence tells of a date, not of one of another year, as past."""
    before = SENTENCE_END.split(text[max(0, found.start() - 12) : found.start()])[-1]
    behind = SENTENCE_END.split(text[found.end() : found.end() + WITHIN] + "。")[0] + "。"
    return text[found.start()] != "□" and not NOT_PAST.search(before) and _is_past(behind)


def _is_past(behind: str) -> bool:
    """Return whether the words behind a date say that something took place, with no plan before that."""
    held = HELD.search(behind)
    return held is not None and not NOT_PAST.search(behind[: held.start()])
