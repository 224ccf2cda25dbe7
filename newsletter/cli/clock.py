"""The day on which a run takes place: the only look at the clock."""

import datetime
import os
from collections.abc import Mapping

from newsletter.diagnostics import MachineFault
from newsletter.language import _


def today(environment: Mapping[str, str] = os.environ) -> datetime.date:
    """Return NEWSLETTER_TODAY, else the day of SOURCE_DATE_EPOCH, else the clock's.

    Raises MachineFault (2) for a variable that is no day.
    """
    day, epoch = environment.get("NEWSLETTER_TODAY"), environment.get("SOURCE_DATE_EPOCH")
    try:
        if day:
            return datetime.date.fromisoformat(day)
        if epoch:
            return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as fault:
        raise _no_day("NEWSLETTER_TODAY" if day else "SOURCE_DATE_EPOCH", day or epoch or "") from fault
    return datetime.datetime.now().astimezone().date()


def now(environment: Mapping[str, str] = os.environ) -> datetime.datetime:
    """Return the moment with its zone: NEWSLETTER_NOW, else the clock's.

    SOURCE_DATE_EPOCH dates what is made, not what somebody does: a signature is of the hour it is given.
    Raises MachineFault (2) for a variable that is no moment.
    """
    moment = environment.get("NEWSLETTER_NOW")
    try:
        if moment:
            return datetime.datetime.fromisoformat(moment).astimezone()
    except (ValueError, OverflowError, OSError) as fault:
        raise _no_day("NEWSLETTER_NOW", moment or "") from fault
    return datetime.datetime.now().astimezone()


def day() -> datetime.date:
    """Return the day of that moment, whichever day the run is for."""
    return now().date()


def set_by_hand(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the moment is that of NEWSLETTER_NOW, as in tests, not the clock's."""
    return bool(environment.get("NEWSLETTER_NOW"))


def _no_day(variable: str, value: str) -> MachineFault:
    sentence = _("{variable} is “{value}”, which is no day.").format(variable=variable, value=value)
    wanted = _("Write NEWSLETTER_TODAY as 2026-09-28, SOURCE_DATE_EPOCH in seconds since 1970.")
    return MachineFault(sentence, wanted, exit_code=2)
