"""Rules about hours of the day. Source: GB/T 15835—2011."""

import re
from collections.abc import Iterator

from newsletter.checks.sightings import led_by, noted, seen
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

FIGURES = "gb15835-2011"
TWO_FORMS = re.compile(
    led_by(r"\d", r"(?<![\d:：])(?P<hour>[01]?\d|2[0-4])[:：](?P<minute>[0-5]\d)分(?![钟之])")
)
AFTERNOON = re.compile(r"(?P<part>下午|傍晚|晚上)(?P<hour>1[3-9]|2[0-3])(?:[:：]\d\d|[时点](?!间))")


@check("C092", "hour_in_two_forms", Severity.NOTE, authority=FIGURES)
def hour_in_two_forms(issue: Issue) -> Iterator[Finding]:
    """An hour of the day is written in two forms at once.

    A colon parts hours and minutes, or 时 and 分 do. The clock of 24 hours says by itself that it is
    afternoon.

    Example: 8：30分, 下午14时. Way out: 8：30 or 8时30分; 14时 or 下午2时.
    """
    for sighting in seen(issue, TWO_FORMS):
        hint = _("Write {hour}：{minute}, or {hour}时{minute}分.")
        hint = hint.format(hour=sighting[1]["hour"], minute=sighting[1]["minute"])
        yield noted(sighting, _("“{words}”: {word} has a colon and 分."), hint)
    for sighting in seen(issue, AFTERNOON):
        part, hour = sighting[1]["part"], int(sighting[1]["hour"])
        hint = _("Write {hour}时, or {part}{small}时.").format(hour=hour, part=part, small=hour - 12)
        yield noted(sighting, _("“{words}”: {word} says twice that it is afternoon."), hint)
