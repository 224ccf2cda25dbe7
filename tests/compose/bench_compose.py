"""How well and how fast the stories of the sample issue are composed; run by itself, with a path set up."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "compose")]

from rulers import setting, shipped_copy  # noqa: E402

from newsletter.compose import compose, count_lines, range_of_lines  # noqa: E402
from newsletter.fonts import FontBook  # noqa: E402
from newsletter.manuscript import Paragraph  # noqa: E402

FAR = 0.06


def clocked(work: Callable[..., object], copy: Sequence[Paragraph], *more: object) -> float:
    """Return the milliseconds of processor time that a function takes for 10 000 characters of copy."""
    begun = time.process_time()
    for each in copy:
        work(each, *more)
    return (time.process_time() - begun) * 1e7 / sum(len(each.text) for each in copy)


def main() -> None:
    book = FontBook.open([ROOT / "fonts"])
    copy = shipped_copy()
    size = sum(len(each.text) for each in copy)
    cold = clocked(count_lines, copy, setting(11.9), book)
    print(f"{len(copy)} paragraphs, {size} characters; cold {cold:.0f} ms for 10 000")
    print("measure  count  build  range ms/10k   lines  flush  worst  >0.06  spaced  pieces")
    for measure in (10.0, 12.0, 13.0, 15.0, 18.0, 24.0, 40.0):
        each_set = setting(measure)
        count = clocked(count_lines, copy, each_set, book)
        build = clocked(compose, copy, each_set, book)
        reach = clocked(range_of_lines, copy, each_set, book)
        lines = [line for each in copy for line in compose(each, each_set, book)]
        full = [line for each in copy for line in compose(each, each_set, book)[:-1]]
        stretches = [line.stretch for line in full]
        print(
            f"{measure:7} {count:6.1f} {build:6.1f} {reach:6.1f} {len(lines):14}"
            f" {sum(line.full for line in full) / len(full):6.2%} {max(stretches):6.3f}"
            f" {sum(each > FAR for each in stretches) / len(full):6.2%}"
            f" {sum(each > 0 for each in stretches) / len(full):7.2%}"
            f" {sum(len(line.pieces) for line in lines) / len(lines):7.2f}"
        )
    begun = time.process_time()
    for step in range(28):
        for each in copy:
            count_lines(each, setting(10.25 + step), book)
    print(f"28 measures: {(time.process_time() - begun) * 1900 / size * 1000:.0f} ms for 1 900 characters")


if __name__ == "__main__":
    main()
