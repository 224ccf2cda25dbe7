"""How many pages drawn by lot are filled exactly, how clean their legs are, how long it takes; run by itself."""

import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "makeup")]

from pages import pages  # noqa: E402

from newsletter.dummy import DummyPage  # noqa: E402
from newsletter.fonts import FontBook  # noqa: E402
from newsletter.layout import open_layout  # noqa: E402
from newsletter.makeup import make_up  # noqa: E402


def is_full(page: DummyPage) -> bool:
    """Return whether all text has room and no more white is left than the last lines of some legs."""
    return not page.overset and all(fit.short < fit.legs for fit in page.fits)


def main(count: int) -> None:
    layout, book = open_layout(ROOT / "layouts" / "tabloid").value, FontBook.open([ROOT / "fonts"])
    assert layout is not None
    full, faults, times = 0, Counter[str](), []
    for issue in pages(count, layout):
        begun = time.process_time()
        dummy = make_up(issue, layout, book).value
        times.append(time.process_time() - begun)
        assert dummy is not None
        full += all(map(is_full, dummy.pages))
        faults.update(fault.foot.value for page in dummy.pages for fit in page.fits for fault in fit.faults)
    mean, worst = 1000 * sum(times) / count, 1000 * max(times)
    print(
        f"{full} of {count} pages full; {mean:.0f} ms a page, {worst:.0f} ms at most; faults {dict(faults)}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
