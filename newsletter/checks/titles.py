"""Rules about the publication's name: that there is one, and that it is not a newspaper's or periodical's.

Source: 《内部资料性出版物管理办法》 (2015), articles 14 and 15.
"""

import re
from collections.abc import Iterator

from newsletter.checks.plain import folded, plain
from newsletter.checks.reading import publication_at
from newsletter.checks.self_names import NAMES_OF_PRESS
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

ENDS_LIKE_A_PAPER = re.compile(r"(?:(?<!简)报|刊|杂志)社?(?=$|[·・.:()\[\]-])")
SPACED = re.compile(r"(?<!\s)\S(?<!简)(?:报|刊|杂志)社?(?=\s+\S{2})")
"""The same before a space with a word behind it: 示例报 学生之窗; but 报 春 花."""


def bare_title(name: str) -> str:
    """Return a name for comparing, without the marks around it: 《示例之窗》 as 示例之窗."""
    return plain(name).text.strip("《》“”")


def _like_a_paper(name: str) -> bool:
    """Return whether a name, or what stands before its addition, ends as those of papers do.

    A 简报 is another thing.
    """
    return bool(ENDS_LIKE_A_PAPER.search(bare_title(name)) or SPACED.search(folded(name)))


def _is_approved(issue: Issue) -> bool:
    return bare_title(issue.publication.permit.approved.title) == bare_title(issue.publication.name)


@check("L013", "title_of_a_paper", Severity.ERROR, authority=NAMES_OF_PRESS)
def title_of_a_paper(issue: Issue) -> Iterator[Finding]:
    """The publication's name ends in 报, 刊 or 杂志.

    Serial internal publications do not bear such names; they are those of newspapers and periodicals
    with a CN number. An addition behind, as in 示例报（学生版）, does not change that.

    Example: 《示例学院报》. Way out: a name such as 之窗, 通讯, 青年. Where the permit itself approves the
    name, this becomes the warning L014.
    """
    name = issue.publication.name
    if _like_a_paper(name) and not _is_approved(issue):
        message = _("The name 《{name}》 is that of a newspaper or periodical.").format(name=name)
        yield Finding(publication_at(issue, "name"), message, _("Choose a name such as 之窗 or 通讯."))


@check("L014", "approved_title_of_a_paper", Severity.WARNING, authority=NAMES_OF_PRESS)
def approved_title_of_a_paper(issue: Issue) -> Iterator[Finding]:
    """The publication's name ends in 报, 刊 or 杂志, and the permit approves it.

    Permits with such names exist; at the next yearly review the name may be objected to.

    Way out: ask the authority before the renewal.
    """
    name = issue.publication.name
    if _like_a_paper(name) and _is_approved(issue):
        message = _("The name 《{name}》 is that of a newspaper or periodical, though approved.")
        hint = _("Ask the authority before the next renewal.")
        yield Finding(publication_at(issue, "name"), message.format(name=name), hint)


@check("L046", "name_missing", Severity.ERROR, authority="neibu-2015#15(1)")
def name_missing(issue: Issue) -> Iterator[Finding]:
    """The publication has no name.

    It is printed under the name that the permit approves.

    Way out: `name: …` in publication.yaml, as on the certificate.
    """
    publication = issue.publication
    unread = "publication.yaml" in issue.unread or publication.doubtful("name")
    if not publication.name.strip() and not unread:
        hint = _("Write “name: …” in publication.yaml, as on the certificate.")
        yield Finding(publication_at(issue, "name"), _("The publication's name is missing."), hint)
