"""What follows from one issue to the next: its name, its date."""

import calendar
import datetime
import re

from newsletter.period import DAYS, MONTHS, period_word

FIRST = "issue-001"


def next_name(name: str) -> str:
    """Return issue-007 after issue-006; a name without a number gets one."""
    found = re.fullmatch(r"(.*?)(\d+)(\D*)", name)
    if found is None:
        return f"{name}-2"
    head, number, tail = found.groups()
    return f"{head}{int(number) + 1:0{len(number)}d}{tail}"


def next_date(date: datetime.date, period: str) -> datetime.date:
    """Return the date a period later: the same day of a later month, its last where it has no such day.

    A period that nobody knows counts as a month.
    """
    word = period_word(period)
    if word in DAYS:
        return date + datetime.timedelta(days=DAYS[word])
    return _months_later(date, MONTHS.get(word, 1))


def _months_later(date: datetime.date, months: int) -> datetime.date:
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(date.day, last))
