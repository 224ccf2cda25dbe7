"""The specimen printed: markup, engine, press file, as of any issue."""

import datetime
from collections.abc import Sequence
from pathlib import Path

from newsletter.condition import open_condition
from newsletter.diagnostics import MachineFault
from newsletter.fonts import FontBook
from newsletter.issue import Issue, Publication, Sheet
from newsletter.layout import Layout
from newsletter.markup import mark_up, slug_of
from newsletter.press import FinishOrder, finish, join
from newsletter.specimen.pages import made_up
from newsletter.specimen.samples import copy_of_specimen
from newsletter.specimen.setting import with_styles
from newsletter.typeset import Engine

DAY = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
"""What the file says of its date: the specimen has none, and the same fonts give the same bytes."""


def specimen(layout: Layout, fonts: Sequence[Path], cache: Path) -> bytes:
    """Return the specimen as a press file.

    Raises MachineFault where a face, the engine or a template is at fault.
    """
    with Engine(fonts, cache) as engine:
        engine.start()
        book = FontBook.open(fonts)
        own, copy = with_styles(layout), copy_of_specimen()
        order = _order(own, copy.title)
        issue = Issue(
            slug="specimen", workspace=Path(), folder=Path(), publication=Publication(), sheet=Sheet()
        )
        staged = mark_up(made_up(copy, own, book), issue, own, book, {}, slug_of(order))
        if staged.value is None:
            fault = staged.diagnostics[0]
            raise MachineFault(fault.message, fault.hint)
        return finish(join(engine.set(staged.value.parts).parts), order)


def _order(layout: Layout, title: str) -> FinishOrder:
    return FinishOrder(
        width=layout.trim.width,
        height=layout.trim.height,
        bleed=layout.bleed,
        border=layout.border,
        condition=open_condition(Publication().press, Path()),
        title=title,
        date=DAY,
    )
