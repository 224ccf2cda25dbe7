"""What copyfit did to every story: a table for the terminal."""

from collections.abc import Iterator

from rich.table import Table
from rich.text import Text

from newsletter.dummy import Dummy
from newsletter.language import _
from newsletter.report.receipts import done, order_of_limits


def receipts(dummy: Dummy) -> Iterator[Table | Text]:
    """Yield a row for each story with a receipt, below them the order in which limits are used."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="quiet")
    table.add_column(_("page"))
    table.add_column(_("story"), no_wrap=True)
    table.add_column(_("copyfit"), ratio=1)
    for page in dummy.pages:
        for fit in page.fits:
            if fit.receipt:
                table.add_row(str(page.number), fit.name, done(fit.receipt))
    if table.rows:
        yield table
        yield Text(order_of_limits(), style="quiet")
