"""Rules of the law on internal publications about words that newspapers and periodicals may use alone.

Source: 《内部资料性出版物管理办法》 (2015), articles 14 and 15.
"""

import re
from collections.abc import Iterator

from newsletter.checks.reading import Passage, all_printed, paragraphs, passages, permit_at, publication_at
from newsletter.diagnostics import Finding, Severity, Span
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

NAMES_OF_PRESS = "neibu-2015#14.2"
OUR_PAPER = re.compile(r"(?<![资基日成样副版文剧课根])本报(?![告酬到名表销废备批关考复价案送讯])")
OUR_PERIODICAL = re.compile(r"(?<![日副样])本刊(?![物讯])")
DISPATCH = re.compile("本[报刊]讯")
STUDENT = re.compile("(?:学生|校园|小|大学生)记者")
REPORTER = re.compile("(?<!学生)(?<!校园)(?<!小)记者(?!协会|节|站)")
BYLINE_IN_COPY = re.compile(
    r"^.{0,12}（[^）]*）|（[^）]{0,60}）$|^[^，。！？]{0,10}记者[\s：:／/]*[^\x00-\x1f!-~，。！？；：“”《》]{2,12}$"
)
"""A bracket at a story's start or end, or a line that is nothing but a byline."""
PUBLIC = re.compile("社会各界|社会公众|公众|读者|客户|家长|市民|公开发行|公开")
FORMAL = re.compile(r"CN\s*\d{2}\s*-|ISSN|(?<!增)刊号|邮发代号|期刊社|杂志社|报社|记者站", re.IGNORECASE)
PRICE = re.compile("定价|售价|零售|￥|订阅|征订|订价|工本费|版面费|赞助")
PARTNER = re.compile("协办|联合主办|合办")


def _like_a_paper(name: str) -> bool:
    """Return whether a name ends as those of newspapers and periodicals do; a 简报 is another thing."""
    return name.endswith(("报", "刊", "杂志")) and not name.endswith("简报")


@check("L013", "title_of_a_paper", Severity.ERROR, authority=NAMES_OF_PRESS)
def title_of_a_paper(issue: Issue) -> Iterator[Finding]:
    """The publication's name ends in 报, 刊 or 杂志.

    Serial internal publications do not bear such names; they are those of newspapers and periodicals
    with a CN number.

    Example: 《示例学院报》. Way out: a name such as 之窗, 通讯, 青年. Where the permit itself approves the
    name, this becomes the warning L014.
    """
    name = issue.publication.name
    if _like_a_paper(name) and issue.publication.permit.approved.title != name:
        message = _("The name 《{name}》 is that of a newspaper or periodical.").format(name=name)
        yield Finding(publication_at(issue, "name"), message, _("Choose a name such as 之窗 or 通讯."))


@check("L014", "approved_title_of_a_paper", Severity.WARNING, authority=NAMES_OF_PRESS)
def approved_title_of_a_paper(issue: Issue) -> Iterator[Finding]:
    """The publication's name ends in 报, 刊 or 杂志, and the permit approves it.

    Permits with such names exist; at the next yearly review the name may be objected to.

    Way out: ask the authority before the renewal.
    """
    name = issue.publication.name
    if _like_a_paper(name) and issue.publication.permit.approved.title == name:
        message = _("The name 《{name}》 is that of a newspaper or periodical, though approved.")
        hint = _("Ask the authority before the next renewal.")
        yield Finding(publication_at(issue, "name"), message.format(name=name), hint)


@check("L016", "called_a_paper", Severity.ERROR, authority=NAMES_OF_PRESS)
def called_a_paper(issue: Issue) -> Iterator[Finding]:
    """The text calls the publication 本报 or 本刊.

    Internal publications do not call themselves so. Words in which the two characters only meet, such
    as 资本报酬 or 日本刊物, are let pass. In quotation marks another paper may be speaking: L038.

    Way out: 我校, 本院, 编者 or the publication's name.
    """
    for passage, word in _called(issue):
        if not _is_quoted(passage, word):
            message = _("“{word}” in “{words}”: an internal publication does not call itself so.")
            message = message.format(word=word.group(), words=_around(passage.text, word))
            hint = _("Write 我校, 本院, 编者 or the publication's name.")
            yield Finding(passage.at(word.start(), len(word.group())), message, hint)


@check("L038", "called_a_paper_in_quotation", Severity.WARNING, authority=NAMES_OF_PRESS)
def called_a_paper_in_quotation(issue: Issue) -> Iterator[Finding]:
    """A quotation in a story has 本报 or 本刊.

    Where a newspaper is quoted that means itself, the words may stand. Where somebody speaks of this
    publication, they may not.

    Example: 那张旧报纸上写着：“本报昨日收到一封信。” Way out: look who is speaking.
    """
    for passage, word in _called(issue):
        if _is_quoted(passage, word):
            message = _("“{word}” in the quotation “{words}”: who is speaking?")
            message = message.format(word=word.group(), words=_around(passage.text, word))
            hint = _("Let it stand only where another paper means itself.")
            yield Finding(passage.at(word.start(), len(word.group())), message, hint)


def _called(issue: Issue) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Return where anything printed says 本报 or 本刊."""
    for passage in all_printed(issue):
        for word in (*OUR_PAPER.finditer(passage.text), *OUR_PERIODICAL.finditer(passage.text)):
            yield passage, word


def _is_quoted(passage: Passage, word: re.Match[str]) -> bool:
    """Return whether a word of the copy stands in quotation marks."""
    text, end = passage.text, word.start()
    return passage.paragraph is not None and text.rfind("“", 0, end) > text.rfind("”", 0, end)


@check("L017", "dispatch_of_a_paper", Severity.ERROR, authority=NAMES_OF_PRESS)
def dispatch_of_a_paper(issue: Issue) -> Iterator[Finding]:
    """A story begins with 本报讯 or 本刊讯.

    That is the dispatch line of newspapers and periodicals.

    Way out: 本院讯, 本校讯, or nothing.
    """
    for passage in all_printed(issue):
        for word in DISPATCH.finditer(passage.text):
            message = _("“{word}” is the dispatch line of a newspaper.").format(word=word.group())
            yield Finding(passage.at(word.start(), 3), message, _("Write 本院讯, or leave it out."))


@check("L018", "reporter_in_byline", Severity.ERROR, authority=NAMES_OF_PRESS)
def reporter_in_byline(issue: Issue) -> Iterator[Finding]:
    """A byline, credit or the imprint calls somebody 记者.

    Internal publications have no reporters; 记者 is a licensed profession. In the text of a story about
    reporters the word may stand.

    Way out: 通讯员, or the name alone.
    """
    yield from _bylines(issue, REPORTER, _("“{word}” names a 记者; internal publications have none."))


@check("L019", "student_reporter_in_byline", Severity.WARNING, authority=NAMES_OF_PRESS)
def student_reporter_in_byline(issue: Issue) -> Iterator[Finding]:
    """A byline or credit calls its author 学生记者 or 校园记者.

    The law speaks of 记者××; whether a student reporter is meant too, the reviewing authority decides.

    Way out: 学生通讯员, or the name alone.
    """
    yield from _bylines(issue, STUDENT, _("“{word}” may be taken for a 记者, whom the law rules out."))


def _bylines(issue: Issue, word: re.Pattern[str], message: str) -> Iterator[Finding]:
    """Return a finding for each byline, credit, or bracket at a story's start or end that has the word."""
    for passage, start, text in _signed(issue):
        found = word.search(text)
        if found:
            sentence = message.format(word=text)
            at = passage.at(start + found.start(), len(found.group()))
            yield Finding(at, sentence, _("Write 通讯员, or the name alone."))


def _signed(issue: Issue) -> Iterator[tuple[Passage, int, str]]:
    """Return the places where authors are named, with the offset in the passage."""
    for post in issue.publication.editors:
        at = issue.publication.at(f"editors.{post.role}") or issue.publication.at("editors")
        yield Passage(post.role, at), 0, post.role
    for passage in passages(issue):
        if passage.key in ("byline", "source", "credit"):
            yield passage, 0, passage.text
    for article in (*issue.articles, *issue.fillers):
        ends = tuple(paragraphs(article))
        for passage in dict.fromkeys((*ends[:1], *ends[-1:])):
            for bracket in BYLINE_IN_COPY.finditer(passage.text):
                yield passage, bracket.start(), bracket.group()


@check("L020", "public_recipients", Severity.WARNING, authority="neibu-2015#15(2)")
def public_recipients(issue: Issue) -> Iterator[Finding]:
    """The recipients name the public, clients or others outside.

    Internal publications are exchanged inside the system, trade or unit; the public, service clients and
    unrelated bodies do not receive them.

    Way out: name the departments that receive it.
    """
    recipients = issue.publication.recipients
    found = PUBLIC.search(recipients)
    if found:
        message = _("The recipients “{recipients}” name “{word}”, who is outside.")
        message = message.format(recipients=recipients, word=found.group())
        hint = _("Name the departments that receive it.")
        yield Finding(publication_at(issue, "recipients"), message, hint)


@check("L021", "number_of_a_periodical", Severity.ERROR, authority=NAMES_OF_PRESS)
def number_of_a_periodical(issue: Issue) -> Iterator[Finding]:
    """The masthead, imprint or a byline has a 刊号, CN, ISSN or postal number, or names a 报社 or 杂志社.

    Those belong to newspapers and periodicals; an internal publication has a permit number. In the text of
    a story the words may stand.

    Way out: remove it; the number of the 准印证 goes to `permit.number`.
    """
    message = _("“{word}” in “{text}” belongs to newspapers and periodicals.")
    yield from _in_imprint(issue, FORMAL, message)
    for passage in passages(issue):
        found = FORMAL.search(passage.text) if passage.key in ("byline", "source", "credit") else None
        if found:
            yield Finding(
                passage.span, message.format(word=found.group(), text=passage.text), _("Remove it.")
            )


@check("L022", "price_in_imprint", Severity.ERROR, authority="neibu-2015#15(2)")
def price_in_imprint(issue: Issue) -> Iterator[Finding]:
    """The masthead or imprint names a price, a subscription or a charge.

    Internal publications are given free of charge.

    Way out: remove it.
    """
    yield from _in_imprint(issue, PRICE, _("“{word}” in “{text}”: internal publications have no price."))


@check("L023", "outside_partner", Severity.ERROR, authority="neibu-2015#15(4)")
def outside_partner(issue: Issue) -> Iterator[Finding]:
    """The masthead or imprint names an outside unit as 协办 or joint publisher.

    Internal publications are made by the unit that holds the permit, not together with others.

    Way out: remove the other unit. In a story about an event the word may stand.
    """
    yield from _in_imprint(issue, PARTNER, _("“{word}” in “{text}”: no outside unit takes part."))


def _in_imprint(issue: Issue, word: re.Pattern[str], message: str) -> Iterator[Finding]:
    """Return a finding for each value of the masthead or imprint that has the word."""
    for text, at in _imprint(issue):
        found = word.search(text)
        if found:
            yield Finding(at, message.format(word=found.group(), text=text), _("Remove it."))


def _imprint(issue: Issue) -> Iterator[tuple[str, Span]]:
    """Return the values that masthead and imprint are made of."""
    publication = issue.publication
    for key in ("name", "publisher", "notice", "recipients", "address", "phone", "email"):
        yield getattr(publication, key), publication_at(issue, key)
    for key in ("label", "number"):
        yield getattr(publication.permit, key), permit_at(issue, key)
    for post in publication.editors:
        yield f"{post.role} {post.name}", publication_at(issue, "editors")


def _around(text: str, word: re.Match[str]) -> str:
    """Return the words around a match."""
    return text[max(0, word.start() - 4) : word.end() + 6]
