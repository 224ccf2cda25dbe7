"""Rules about what an internal publication may not do in its pages: sell, advertise, be sent outside.

The words occur in news as well, so that only turns of phrase that offer something are reported, and a
person decides.
"""

import re
from collections.abc import Iterator
from itertools import islice

from newsletter.checks.fees import ASKED, of_itself_for_money
from newsletter.checks.house_text import imprint, is_house_text, own_parts, own_words
from newsletter.checks.imprint import FIGURE
from newsletter.checks.offers import CONGRATULATED, OFFERED, PRICED, TAGGED, WANTED
from newsletter.checks.phrases import Phrase, phrase
from newsletter.checks.pitch import pitches
from newsletter.checks.plain import Seen, first_seen, seen_apart, seen_plain
from newsletter.checks.reading import Passage, lines, paragraphs, passages
from newsletter.checks.telling import is_of_others, is_quoted, is_told_against, sentence_of
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Article, Issue, Photo
from newsletter.language import _
from newsletter.rulebook import check

CHARGE = "(?:工本|成本|版面|审稿|刊登|会员|赞助|资料|订阅)费"
OFFER_OF_PAPER = re.compile(
    "欢迎[^,。]{0,8}(?:[订征]阅|订购)|有奖订阅|(?<!》)订阅(?:热线|电话|地址|办法|方式|处|价|本|全年)|扫码订阅|征订启事"
    f"|征订(?:热线|电话)|每[份期册本张](?:定价|售价|零售价?|仅?收取?):?{FIGURE}元(?!的)|每[份期册]定?价|全年定价|全年{FIGURE}元|^定价:?{FIGURE}元"
    f"|(?<!不得)(?<!不)(?<!免)(?<!取消了)收取?{CHARGE}|交版面费|版面费:?\\d|赞助(?:单位|商):|有偿(?:刊登|发布|投放)"
    "|汇款[^,。]{0,8}(?:编辑部|编委会)|欢迎[^,。]{0,4}汇款|本期(?:定价|售价|零售)"
    f"|每[份期](?:收取?[^,。;不免费]{{1,4}}费|定价)|(?:刊登|刊发)[^,。;不免]{{0,6}}收费{FIGURE}元"
)
OF_ITSELF = (
    "[^。;]{0,16}(?:定价|售价|零售|(?<!不)收费|订阅|征订|订购|汇款"
    f"|[收交缴][^,。]{{0,4}}{CHARGE}|(?<!不)收[^,。]{{0,3}}费)"
)
DISCOUNT = "[0-9一二三四五六七八九]折|立减|满减|大酬宾|特价|促销|秒杀|团购|包邮|预订从速|买一送一|优惠券"
GOODS = re.compile(
    f"优惠(?!政策)|打折|驾校|补习班|辅导班|招商|加盟|代理商?|诚招|免费试用|出租|转让|招租|{DISCOUNT}"
)
PLAIN_SALE = phrase(
    "买一送一 优惠券 促销 包邮 团购 大酬宾 开业大吉 折 招租 旺铺 欢迎选购 满减 特价 秒杀 立减 预订从速",
    f"{DISCOUNT}|欢迎选购|招租|旺铺|开业大吉",
)
REACH = phrase(
    "QQ 下单 咨询 微信 热线 电话 联系 订购 购买 预约 领券 领取优惠",
    "(?:热线|电话|咨询|订购|预约|联系|微信|QQ)[^,。;]{0,8}?[0-9]{3,4}-?[0-9]{4,8}|扫码?(?:下单|购买|订购|领券|领取优惠)",
)
SPACE_FOR_SALE = phrase(
    "凭本 出租 刊例 广告 招商 招租 有偿 软文",
    "诚征广告|软文(?:发布|刊登|推广)|广告(?:位|版面)?(?:招租|招商|热线|电话|业务|刊例|投放|洽谈|报价|价格|代理)|(?:刊登|承接|代理|发布)广告[^,。;]{0,6}(?:联系|洽|电话|业务|热线|\\d)"
    "|招商(?:热线|电话)|(?:封[面底二三]|彩页|版面|中缝|报眼|插页)[^,。;]{0,4}(?:招商|招租|刊例|出租|有偿)|凭本[期报刊资页版][^。;]{0,20}(?:折|优惠|减|赠|抵)",
)
CALLED_AD = phrase(
    "广告 广而告之 招商 推广 软文",
    r"^\(?(?:广告(?:信息|专版)?|招商(?:广告|信息)|广而告之|商业推广|推广)\)?$|\(广告\)$"
    r"|^[\[(](?:广告|推广|商业推广|软文)[\])]|^广告:|广告(?:经营)?许可证",
)
OFFERS = (OFFERED, PRICED, WANTED, CONGRATULATED)
ONLINE = phrase(
    "公众号 往期 更多 本期 版",
    "(?:电子|网络|数字)版[^,。;]{0,6}(?:登录|扫码|访问|见|请|可|:|www|http)|扫(?:描|码)?(?:二维码)?(?:阅读|看|浏览)(?:本期|往期|电子版|更多)"
    "|(?:往期|更多往期)[^。;]{0,14}(?:登录|扫|二维码|公众号|官网|www)|公众号[^,。;]{0,6}(?:看|读|查阅)[^,。;]{0,4}(?:往期|本期|本资料)",
)
OF_ITSELF_ONLINE = "[^,。;]{0,12}(?:电子版|网络版|在线阅读|公众号|网址|官网|官微)"
WEB_IN_IMPRINT = re.compile("(?:网络|电子|数字)版|在线阅读|阅读网址")


def charged_of(own: str) -> Phrase:
    """Return what asks for money in one breath with this publication; ``own`` is a pattern of its names."""
    words = "定价 售价 零售 订阅 征订 订购 汇款 费"
    return phrase(words, f"{own}{OF_ITSELF}|{CHARGE}[^,。;]{{0,8}}{own}")


def online_of(own: str) -> Phrase:
    """Return what speaks of an edition on the net, said of this publication."""
    return phrase("电子版 网络版 在线阅读 公众号 网址 官网 官微", f"{own}{OF_ITSELF_ONLINE}")


@check("L030", "charge_for_paper", Severity.WARNING, authority="neibu-2015#15(3)")
def charge_for_paper(issue: Issue) -> Iterator[Finding]:
    """The text offers the paper for subscription, or asks for money for it or for space in it.

    Internal publications take no charge under any name. News about a subscription or a sponsor elsewhere is
    let pass.

    Example: 欢迎订阅, 每份收取成本费2元, 版面费：500元. Way out: take it out.
    """
    own = own_words(issue)
    charged, sold = charged_of(own), of_itself_for_money(own)
    message = _("“{words}” asks for money or subscribers; internal publications have none.")
    for passage in passages(issue):
        offered = [*seen_apart((passage,), OFFER_OF_PAPER, charged)]
        for each in offered or filter(_is_asked_here, seen_apart((passage,), *ASKED, sold)):
            yield each.noted(message, _("Take it out."))


def _is_asked_here(seen: Seen) -> bool:
    """Return whether money is asked for by this publication, as far as the sentence tells."""
    against = is_told_against(seen) or "免费" in sentence_of(seen)
    return not (against or is_of_others(seen) or is_quoted(seen))


@check("L031", "advertisement", Severity.WARNING, authority="neibu-2015#15(3)")
def advertisement(issue: Issue) -> Iterator[Finding]:
    """A story, caption or filler seems to be an advertisement, or offers space for one.

    Internal publications carry none. Reported is what is called 广告, an offer of space, turns of phrase that
    only advertisements have, and a short sentence in which several marks of a trade stand together: price,
    goods, call, telephone number. What is quoted or warned of is let pass. A person decides: the canteen's
    new prices are no advertisement.

    Example: 驾校报名立减300元，热线027-00000000。 Way out: take it out.
    """
    for passage, ours in _offers(issue):
        for each in _advertises(passage, ours):
            message = _("“{words}” seems to be an advertisement.")
            yield each.noted(message, _("Take it out, unless it is none."))


def _offers(issue: Issue) -> Iterator[tuple[Passage, bool]]:
    """Return all that is printed of stories and photos, and whether it is the house's own text."""
    records: tuple[Article | Photo, ...] = (*issue.articles, *issue.fillers, *issue.photos)
    for record in records:
        ours = isinstance(record, Article) and is_house_text(record)
        copy = paragraphs(record) if isinstance(record, Article) else ()
        yield from ((each, ours) for each in (*lines(record), *copy))


def _advertises(passage: Passage, ours: bool) -> Iterator[Seen]:
    """Return the first that advertises in a passage."""
    patterns = (CALLED_AD, SPACE_FOR_SALE, *((PLAIN_SALE,) if ours else ()))
    found = [*first_seen((passage,), *patterns)]
    if not found and any(seen_plain((passage,), REACH)):
        found = [*first_seen((passage,), GOODS)]
    yield from found or islice(_offered(passage), 1)


def _offered(passage: Passage) -> Iterator[Seen]:
    """Return what offers goods, services or work by its own words, neither quoted nor warned of."""
    patterns = (*OFFERS, TAGGED) if passage.key == "caption" else OFFERS
    for each in (*seen_plain((passage,), *patterns), *pitches((passage,))):
        if not (is_told_against(each) or is_quoted(each)):
            yield each


@check("L037", "edition_on_the_net", Severity.NOTE)
def edition_on_the_net(issue: Issue) -> Iterator[Finding]:
    """The text leads readers to an edition on the net.

    Internal publications stay inside their unit; yearly reviews look whether they are spread on the internet.
    An edition behind the unit's own login may be in order.

    Example: 扫码阅读本期电子版. Way out: take it out, or make sure that only the unit's own people reach it.
    """
    own = online_of(own_parts(issue))
    message = _("“{words}” leads to an edition on the net.")
    hint = _("Make sure that only the unit's own people reach it.")
    found = (*seen_apart(passages(issue), ONLINE, own), *first_seen(imprint(issue), WEB_IN_IMPRINT))
    yield from (each.noted(message, hint) for each in found)
