"""Rules about what an internal publication may not do in its pages: sell, advertise, be sent outside.

The words occur in news as well, so that only turns of phrase that offer something are reported, and a
person decides.
"""

import re
from collections.abc import Iterator

from newsletter.checks.reading import Passage, lines, paragraphs, publication_at
from newsletter.checks.sightings import noted, noted_all, seen
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Article, Issue
from newsletter.language import _
from newsletter.rulebook import check

OFFER_OF_PAPER = re.compile(
    "欢迎(?:广大[^，。]{0,6})?订阅|订阅(?:热线|电话|地址|办法|价)|征订(?:启事|工作|热线|办法)|每[份期册]定?价|全年定价|(?<!不得)(?<!不)收取?版面费|版面费[：:]?\\d|(?<!不得)(?<!不)收取?工本费"
    "|工本费[：:]?\\d|赞助(?:单位|商)[：:]|有偿(?:刊登|发布|投放)"
)
GOODS = re.compile(
    "优惠|特价|促销|打折|[0-9七八九]折|招商|加盟|代理商?|诚招|团购|秒杀|立减|免费试用|包邮|预订从速"
)
REACH = re.compile(
    "(?:热线|电话|咨询|订购|预约|联系|微信|QQ)[^，。；]{0,8}?[0-9]{3,4}-?[0-9]{4,8}|扫码?(?:下单|购买|订购|领券|领取优惠)"
)
CALLED_AD = re.compile("^(?:广告|招商广告|广而告之|商业推广|推广)$|[（(]广告[)）]$")
PARTNERED = re.compile("(?:协办|联合主办|合办|承办)单位?[：:]")
ONLINE = re.compile(
    "(?:本刊|本报|本期|本资料|我刊)[^，。；]{0,10}(?:电子版|网络版|在线阅读|公众号|网址)|扫码?(?:阅读|看)(?:本期|电子版)|电子版(?:请|可)?(?:登录|扫码|访问)"
)


@check("L030", "charge_for_paper", Severity.WARNING, authority="neibu-2015#15(3)")
def charge_for_paper(issue: Issue) -> Iterator[Finding]:
    """The text offers the paper for subscription, or asks for money for space in it.

    Internal publications take no charge under any name. News about a subscription or a sponsor elsewhere is
    let pass.

    Example: 欢迎订阅, 版面费：500元. Way out: take it out.
    """
    message = _("“{words}” asks for money or subscribers; internal publications have none.")
    yield from noted_all(seen(issue, OFFER_OF_PAPER), message, _("Take it out."))


@check("L031", "advertisement", Severity.WARNING, authority="neibu-2015#15(3)")
def advertisement(issue: Issue) -> Iterator[Finding]:
    """A story or filler seems to be an advertisement.

    Internal publications carry none. Reported is what is called 广告, and a paragraph in which goods or
    discounts are offered with a telephone number or a code to buy. A person decides: the canteen's new
    prices are no advertisement.

    Example: 驾校报名立减300元，热线027-00000000。 Way out: take it out.
    """
    for article in (*issue.articles, *issue.fillers):
        for passage in (*lines(article), *paragraphs(article)):
            found = _advertises(passage)
            if found is not None:
                message = _("“{words}” seems to be an advertisement.")
                yield noted((passage, found), message, _("Take it out, unless it is none."))


def _advertises(passage: Passage) -> re.Match[str] | None:
    """Return what of a passage advertises."""
    if passage.key in ("kicker", "headline", "section"):
        return CALLED_AD.search(passage.text)
    goods = GOODS.search(passage.text) if passage.paragraph else None
    return goods if goods and REACH.search(passage.text) else None


@check("L032", "partner_in_house_text", Severity.WARNING, authority="neibu-2015#15(4)")
def partner_in_house_text(issue: Issue) -> Iterator[Finding]:
    """A filler, box or short notice lists another unit as 协办 or joint publisher.

    Set like an imprint, it reads as if the paper were made together with that unit, which the rule does not
    allow. In a story about an event the words may stand.

    Example: a filler “协办单位：示例书店”. Way out: remove the other unit.
    """
    for article in (*issue.articles, *issue.fillers):
        for passage in (*lines(article), *paragraphs(article)) if _is_house_text(article) else ():
            for found in PARTNERED.finditer(passage.text):
                message = _("“{words}” lists a unit beside the publisher.")
                yield noted((passage, found), message, _("Remove the other unit, unless an event is meant."))


def _is_house_text(article: Article) -> bool:
    """Return whether a story is furniture of the house: a filler, or a box of few words."""
    return article.rank.value == "filler" or (article.box is not None and article.manuscript.characters < 200)


@check("L033", "printer_licence_missing", Severity.WARNING, authority="neibu-2015#16")
def printer_licence_missing(issue: Issue) -> Iterator[Finding]:
    """The number of the printer's licence is not recorded.

    Internal publications are printed by a publications printer (出版物印刷企业); the number of its licence
    shows that it is one.

    Way out: `printer: {name: …, licence: (鄂)印证字0000号}`.
    """
    printer = issue.publication.printer
    if printer.name and not printer.licence and not printer.doubtful("licence"):
        at = printer.at("name") or publication_at(issue, "printer")
        hint = _("Write “licence: …” under “printer”.")
        yield Finding(
            at, _("The licence of the printer {name} is not recorded.").format(name=printer.name), hint
        )


@check("L037", "edition_on_the_net", Severity.NOTE)
def edition_on_the_net(issue: Issue) -> Iterator[Finding]:
    """The text leads readers to an edition on the net.

    Internal publications stay inside their unit; yearly reviews look whether they are spread on the internet.
    An edition behind the unit's own login may be in order.

    Example: 扫码阅读本期电子版. Way out: take it out, or make sure that only the unit's own people reach it.
    """
    message = _("“{words}” leads to an edition on the net.")
    hint = _("Make sure that only the unit's own people reach it.")
    yield from noted_all(seen(issue, ONLINE), message, hint)
