"""Rules about signs for which the nearest key was pressed: x for ×, ” for ″, [ ] for 〔 〕."""

import re
from collections.abc import Iterator

from newsletter.checks.phrases import phrase
from newsletter.checks.sightings import led_by, noted, seen
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

PRIME = re.compile(led_by(r"\d", r"(?<![\d“‘\"])\d{1,3}(?:[’']\d\d[”\"](?:\d\d)?(?!\d)|[”\"]\d\d(?!\d))"))
PRIMES = str.maketrans("’'”\"", "′′″″")
TIMES = phrase("* X x χ ⅹ ＊", led_by(r"\d", r"(?<![0-9A-Za-z./-])(?!0[xX])\d+(?:\.\d+)?[xXⅹχ*＊](?=\d)"))
YEAR_OF_DOCUMENT = phrase(
    "号",
    r"(?<=[\u4e00-\u9fff])(?P<open>[\[【（(［])(?P<year>(?:19|20)\d\d)(?P<close>[\]】）)］])(?=第?\d{1,5}号)",
)


@check("C093", "quotation_mark_for_prime", Severity.WARNING, fixable=True)
def quotation_mark_for_prime(issue: Issue) -> Iterator[Finding]:
    """Minutes and seconds of a result have quotation marks.

    The signs are ′ and ″; a quotation mark looks for its fellow.

    Example: 48’28”, 57”16. Way out: 48′28″, 57″16, or 48分28秒; `newsletter check --fix` writes the signs.
    """
    for sighting in seen(issue, PRIME):
        passage, found = sighting
        before = passage.text[: found.start()]
        if before.count("“") <= before.count("”"):
            message = _("“{words}”: minutes and seconds have ′ and ″.")
            yield noted(sighting, message, _("Write ′ and ″, or 分 and 秒."), found.group().translate(PRIMES))


@check("C094", "letter_for_times", Severity.NOTE, fixable=True)
def letter_for_times(issue: Issue) -> Iterator[Finding]:
    """A letter x or a star stands between two numbers for times.

    Example: 4x100米接力, 3*4米. Way out: 4×100米; `newsletter check --fix` does it.
    """
    for sighting in seen(issue, TIMES):
        new = sighting[1].group()[:-1] + "×"
        yield noted(sighting, _("“{words}”: the sign for times is ×."), _("Type ×."), new)


@check("C097", "year_of_document_in_other_brackets", Severity.WARNING, fixable=True, authority="gb15834-2011")
def year_of_document_in_other_brackets(issue: Issue) -> Iterator[Finding]:
    """The year in the number of an official document stands in other brackets than 〔 〕.

    Example: 教发[2003]8号. Way out: 教发〔2003〕8号; `newsletter check --fix` does it.
    """
    for sighting in seen(issue, YEAR_OF_DOCUMENT):
        message = _("“{words}”: the year of a document's number stands in 〔 〕.")
        yield noted(sighting, message, _("Write 〔 〕."), "〔" + sighting[1]["year"] + "〕")
