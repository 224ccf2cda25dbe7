"""The desk as words and as data."""

import json
from dataclasses import asdict
from typing import Any

import newsletter
from newsletter.language import _, ngettext
from newsletter.report.data import finding_data
from newsletter.standing import Desk, Standing, State


def as_json(desk: Desk) -> str:
    """Return the desk as indented JSON."""
    data = {
        "schema": "newsletter/status",
        "version": 1,
        "tool": f"newsletter {newsletter.__version__}",
        "today": desk.today.isoformat(),
        "issues": [_data(each) for each in desk.issues],
        "put_by": list(desk.put_by),
    }
    return json.dumps(data, ensure_ascii=False, indent=2, default=str)


def _data(standing: Standing) -> dict[str, Any]:
    holding = [finding_data(each) for each in standing.holding]
    void = [finding_data(each) for each in standing.void_since]
    return {**asdict(standing), "holding": holding, "void_since": void}


def press_day(standing: Standing) -> str:
    """Return how far press is."""
    days = standing.days_to_press
    if days is None:
        return _("no print date")
    if days == 0:
        return _("to press today, {day}").format(day=standing.print_date)
    if days < 0:
        return _("the print date, {day}, has passed").format(day=standing.print_date)
    told = ngettext("{n} day to press, {day}", "{n} days to press, {day}", days)
    return told.format(n=days, day=standing.print_date)


def built(state: State) -> str:
    """Return what there is in dist."""
    return {
        State.NOTHING: _("nothing is built"),
        State.DRAFT: _("a draft is built"),
        State.PRESS: _("the press file is built"),
        State.STALE: _("what is built is older than the issue"),
    }[state]


def held(standing: Standing) -> str:
    """Return how many errors hold the issue."""
    count = len(standing.holding)
    if not count:
        return _("nothing holds it")
    return ngettext("{n} error holds it", "{n} errors hold it", count).format(n=count)


def permit(standing: Standing) -> str:
    """Return how the permit stands, empty where its end is not recorded."""
    days, end = standing.permit_days, standing.permit_until
    if days is None:
        return ""
    if days < 0:
        return _("ran out on {end}").format(end=end)
    told = ngettext("{n} day left, until {end}", "{n} days left, until {end}", days).format(n=days, end=end)
    return told + _("; renewal by {day}").format(day=standing.renewal)
