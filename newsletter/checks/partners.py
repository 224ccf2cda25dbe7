"""Rules about other units beside the publisher: 协办, 联合主办, 冠名, and work that is given away.

Source: 《内部资料性出版物管理办法》 (2015), article 15, item 4.
"""

import re
from collections.abc import Iterator

from newsletter.checks.house_text import house_text, imprint, own_parts, posts
from newsletter.checks.phrases import Phrase, phrase
from newsletter.checks.plain import Seen, first_seen, folded, plain, seen_apart
from newsletter.checks.reading import (
    HEADS,
    paragraphs,
    passage_of,
    passages,
    publication_at,
)
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

TOGETHER = (
    "协办|(?:联合|共同|合作)(?:主办|编印|编辑|出版|承办|举办|出品|制作|编制)"
    "|合办|联办|合编|承编|代编|承包|冠名"
)
PARTNER = re.compile(TOGETHER)
PARTNER_AS_POST = re.compile(f"(?:{TOGETHER})(?:单位)?:?(?P<unit>.+)")
GIVEN_AWAY = re.compile("^(?:主办|承办|编印|编辑|采编|运营|出品|出版|承制)(?:单位|机构|方)?:(?P<unit>.+)")
INSIDE = re.compile("^(?:本|我|校|院|党|团委|各)|(?:处|科|部|系|办公室|教研室|学生会|图书馆|工会|学院)$")
ROLE = re.compile("^[^:]+")
OUTSIDE = re.compile(
    "公司|集团|传媒|书店|出版社|报社|杂志社|协会|学会|研究会|基金会|银行|酒店|工作室|商会|医院"
    "|大学|师范|职业|技术学院|[省市县]"
)
IN_PUBLISHER = phrase(
    "代办 协助 承制 承办 承包 支持 鸣谢", "承办|承包|承制|代办|(?:特别|友情)?(?:支持|协助|鸣谢)(?:单位)?:"
)
HELPER = re.compile(
    "^(?:协助|协作|支持|(?:战略)?合作|鸣谢|特别支持|特别鸣谢|(?:副?理事长?|会员|共建|友情|发起|(?:总)?策划|(?:策划|设计)?制作|营销|(?:市场)?推广|(?:支持)?媒体)(?:支持|协作)?)(?:单位|机构)?:(?P<unit>.+)"
)
PARTS = re.compile("[、,;/&+\\s]|(?<=[公司团院学])[与和及](?=.{3})")
LISTED = phrase(
    "冠名 协办 合办 承办 联办 联合主办 赞助",
    "(?:协办|联合主办|合办|联办|承办|赞助|冠名)(?:单位)?:|协办单位|由[^,。;]{2,16}(?:协办|联合主办|合办|联办|冠名|赞助)",
)

PLACED = phrase(
    "交由 代理 发包 外包 委托 承包 本期 特约",
    "特约(?:刊登|刊出|赞助|支持)|(?:编务|采编|组稿|约稿|编印|编校)[^,。;]{0,8}(?:委托|外包|承包|发包|交由)|本期[^。;,!?]{0,16}(?:资助|赞助)(?:印|出版|刊)|代理[^,。;]{0,4}(?:编辑|采编|编印|出版)"
    "|(?:委托|外包给|承包给|交由)[^,。;]{2,16}(?:公司|工作室|传媒)[^,。;]{0,6}(?:采编|编印|组稿|编辑出版)",
)
"""Space, or the editors' work, given to somebody."""
SIGNED_TOGETHER = phrase("冠名 协办 合办 承编 联办 赞助", "(?:协办|联办|合办|承编|冠名|赞助)(?:单位)?$")
HELPED = phrase(
    "冠名 协办 合办 支持 联合主办 赞助 鸣谢",
    "^(?:特别)?(?:协办|联合主办|合办|赞助|冠名|支持|鸣谢)(?:单位|机构)?:(?P<unit>[^,。;]{3,40})$",
)
"""A line that thanks another unit: at the end of a story it stands for the paper, in a list for an event."""


@check("L023", "outside_partner", Severity.ERROR, authority="neibu-2015#15(4)")
def outside_partner(issue: Issue) -> Iterator[Finding]:
    """The masthead or imprint names an outside unit as 协办 or joint publisher.

    Internal publications are made by the unit that holds the permit, neither together with others nor
    given away to them. Offices of the publisher may be named.

    Example: 协办：示例书店, 承办：示例传媒公司. Way out: remove the other unit. In a story about an event the
    word may stand.
    """
    message = _("“{word}” in “{text}”: no outside unit takes part.")
    for each in _partners(issue):
        yield each.noted(message, _("Remove it."))


def _partners(issue: Issue) -> Iterator[Seen]:
    """Return the values of masthead and imprint that name an outside unit beside the publisher."""
    own = dict.fromkeys(posts(issue))
    yield from first_seen((passage_of(issue.publication, "publisher"),), IN_PUBLISHER)
    yield from first_seen((each for each in imprint(issue) if each not in own), PARTNER)
    for passage in own:
        text = plain(passage.text).text
        named, given = PARTNER_AS_POST.search(text), GIVEN_AWAY.search(text)
        found = named or given
        if found and _is_outside(found["unit"], issue, doubted=bool(named)):
            yield from first_seen((passage,), PARTNER if named else ROLE)


def _is_outside(unit: str, issue: Issue, doubted: bool) -> bool:
    """Return whether a unit is not the publisher's; one that nothing tells of, only where ``doubted``."""
    publisher = plain(issue.publication.publisher).text
    if publisher and publisher in unit:
        return OUTSIDE.search(re.sub("附属(?:医院|中学)", "", unit.replace(publisher, ""))) is not None
    return OUTSIDE.search(unit) is not None or (doubted and not INSIDE.search(unit))


@check("L074", "publisher_of_two_units", Severity.WARNING, authority="neibu-2015#15(4)")
def publisher_of_two_units(issue: Issue) -> Iterator[Finding]:
    """The publisher (编印单位) seems to be two units.

    A permit is one unit's, which makes the publication neither together with others nor for them. Offices of
    one unit, and a unit with its own department, are let pass.

    Example: 示例学院、示例光电有限公司. Way out: name the unit of the certificate alone.
    """
    publisher = issue.publication.publisher
    parts = [plain(each).text for each in PARTS.split(folded(publisher))]
    told = PARTNER.search(plain(publisher).text) or IN_PUBLISHER.search(plain(publisher).text)
    units = [each for each in parts if OUTSIDE.search(each)] if not told else []
    if len(units) > 1 and not any(one in other for one in units for other in units if one is not other):
        message = _("The publisher “{publisher}” seems to be {count} units.")
        hint = _("Name the unit of the certificate alone.")
        said = message.format(publisher=publisher, count=len(units))
        yield Finding(publication_at(issue, "publisher"), said, hint)


def together_with(own: str) -> Phrase:
    """Return what makes this publication, or part of it, with another; ``own`` is a pattern of its names."""
    return phrase(
        "主办 举办 代编 冠名 出品 出版 制作 协办 合办 合编 承办 承包 承编 编制 编印 编辑 联办 赞助 鸣谢 感谢",
        f"{own}[^,。;]{{0,20}}(?:{TOGETHER}|承办|赞助)(?!了)|(?:协办|冠名|赞助)本[版栏页]"
        f"|(?:鸣谢|感谢)[^。;]{{2,24}}对{own}[^。;]{{0,6}}(?:支持|赞助|资助|帮助)",
    )


@check("L032", "partner_in_house_text", Severity.WARNING, authority="neibu-2015#15(4)")
def partner_in_house_text(issue: Issue) -> Iterator[Finding]:
    """A filler, box or notice, or a line about this paper, names another unit as 协办 or joint publisher.

    So does an imprint that thanks a 支持单位. It reads as if the paper, a page or a column were made together
    with that unit, which the rule does not allow. In a story about an event the words may stand.

    Example: a filler “协办单位：示例书店”, a line “本版由示例书店协办”. Way out: remove the other unit.
    """
    own = together_with(own_parts(issue))
    house = [*house_text(issue)]
    elsewhere = [each for each in passages(issue) if each not in house]
    rest = [each for each in elsewhere if each.key not in HEADS]
    signed = [each for each in elsewhere if each.key in HEADS]
    found = (
        *seen_apart(house, LISTED, own, PLACED, SIGNED_TOGETHER),
        *seen_apart(signed, own, PLACED, SIGNED_TOGETHER),
    )
    found = (*found, *seen_apart(rest, own, PLACED), *_last_words(issue), *_helpers(issue))
    for each in found:
        message = _("“{words}” lists a unit beside the publisher.")
        yield each.noted(message, _("Remove the other unit, unless an event is meant."))


def _last_words(issue: Issue) -> Iterator[Seen]:
    """Return the last lines of stories that name another unit, where no list names who holds an event."""
    for article in issue.articles:
        copy = [each for each in paragraphs(article) if each.paragraph]
        if copy and not any("主办" in each.text for each in copy):
            for each in first_seen(copy[-1:], HELPED):
                if _is_outside(each.found["unit"], issue, doubted=False):
                    yield each


def _helpers(issue: Issue) -> Iterator[Seen]:
    """Return the posts of the imprint that thank outside units for their help."""
    for each in first_seen(posts(issue), HELPER):
        if _is_outside(each.found["unit"], issue, doubted=True):
            yield each
