"""Rules about what masthead, folios and imprint of an internal publication may not say.

Source: 《内部资料性出版物管理办法》 (2015), article 15.
"""

import re
from collections.abc import Iterator

from newsletter.checks.house_text import imprint, own_words
from newsletter.checks.phrases import Pattern, Phrase, phrase
from newsletter.checks.plain import first_seen, folded, plain, seen_apart
from newsletter.checks.reading import passage_of, passages
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.placeholders import is_given
from newsletter.rulebook import check

FIGURE = "[0-9.,〇零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰]{1,12}"
PRICE = re.compile(
    f"(?:定|订|售|零售|单)价|零售|¥|RMB{FIGURE}|人民币|[每各一][份册本期张][^,。;]{{0,6}}?{FIGURE}元|{FIGURE}元钱?/?[每一]?[份册本期张]|全年[^,。]?{FIGURE}元"
    "|(?<![0-9])[0-9][0-9.]*元(?![0-9年月旦路街巷里村桥区大素])|订阅|征订|(?<![修校审装制预])订[报刊]|订户|订购|捐款|[账帐]号:?[0-9]|邮购|代售|经销|开户(?:行|银行|名)|汇款|收款|付款"
    "|(?<!不得)(?<!禁止)(?<!严禁)(?<![不非])(?:销售|出售|发售|代销)(?!部|中心|公司|人员|处|科|系统|专业)|购[刊阅]|微信支付|扫码(?:支付|付款)"
    "|(?:工本|成本|版面|服务|会员|审稿|刊登|发表|资料|邮寄)费|赞助|price|subscri|USD[0-9]|\\$[0-9]",
    re.IGNORECASE,
)
ADVERTISING = re.compile(
    r"广告(?![路街巷牌栏画片]|学|专业|设计|教研|系|艺术|法|与|社|有限|股份|集团|公司|传|印)|招商(?:热线|电话|部|合作|代理|专[版页栏])|\(广告\)"
    r"|^(?:软文|商家|招商|商业推广|推广|商讯)(?:专?[版页栏]|信息)?(?:$|:)|advertis",
    re.IGNORECASE,
)
TO_THE_PUBLIC = phrase(
    "出版 发售 发行",
    "(?<![不非未勿])(?:公开|国内外|国外|[海境]外|全国(?:各地)?|邮局|对外)(?:总?发行|发售|出版)|^(?:国[内外])?总发行"
    "|发行[^,。;]{0,8}(?:邮局|邮政|书店|书报刊|报刊亭|全国|国内外|海内外)",
)
CIRCULATION = phrase(
    "免费 发行 取阅 有售 欢迎 自由",
    "(?:出版|统一)发行|发行(?:热线|电话)|发行(?:单位|处|部|公司|范围|方式)?:|^发行(?:单位|处|部)?$"
    "|(?<![不])(?:自由|免费|欢迎)[^,。;]{0,6}(?:自取|取阅|领取|索取|索阅)|取阅[架点处]|有售",
)
TO_EVERYBODY = (
    "(?:[^。;]{0,12}(?:公开(?:发行|发放|出版)|[面向]向?社会[^,。;]{0,4}(?:发行|发放|赠阅)|(?:全国|海内外|省内外)[^,。;]{0,8}发行|(?:远|畅|热)销"
    "|有售|书店[^。;,]{0,6}[买购]|自由取阅|免费取阅)|[^。;]{0,6}(?:发行量|由[^,。;]{2,16}出版))"
)
READERS_APART = re.compile("[、,;/]|及其|以及")
IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^]]*\]")
INSIDE_READERS = re.compile(
    "[校院系部处科室班组队所站馆股局厅委办厂]|中心|单位|师生|教职|职工|员工|学生|学员|教师|教工|老师|教练|干部|领导|党|团|工会|支部"
    "|机关|集团|公司|车间|基层|各级|系统|行业|离退休|退休|会员|同仁|同事|同志|内部|全体人员|乡镇|街道|社团"
)
"""What readers inside a unit, system or trade are named by."""
HANDED = "派发|发放|散发|发送|赠[送阅]|寄[往送给]|发往|送[到往至给]|摆放|投放|张贴|陈列|传播"
OUTSIDERS = (
    "市民|公众(?!号)|社会各界|家长|客户|路人|游客|居民|顾客|海外|境外|国外|港澳|台湾"
    "|车站|地铁|商场|超市|广场|酒店|报刊亭|合作企业"
)
ISSUED = phrase(
    "公开出版物 函索 发行 取阅 对象 索阅 翻阅 自取 范围",
    "^(?:国[内外]|总|独家)?发行(?:单位|处|部|人)?:|(?<!《)发行部(?:设在|电话|地址|:)|^(?:本资料)?(?:系|为)?公开出版物(?!的)"
    "|^(?:赠阅|发送|寄送)(?:对象|范围):[^。]{0,20}(?:家长|客户|市民|公众|社会)"
    "|(?:社会各界|市民|家长|客户|各界人士)[^,。;]{0,8}(?:索阅|函索|来函索取)"
    "|资料[^。;]{0,16}供(?:路人|市民|公众|群众|游客|乘客)[^,。;]{0,4}(?:自取|取阅|翻阅)",
)
"""Labels and invitations of a paper that goes to everybody, in its copy."""
OUTPOST = phrase("分社 办事处 工作站 联络站 通联站", "工作站|办事处|通联站|联络站|分社")
OUTSIDE_READERS = re.compile(
    "社会各界|社会(?:公|大|民)众|全社会|[向对在]社会|社会(?:$|[、,;上人团机]|及)|公众(?!号)|(?<!校内)(?<!院内)(?<!内部)读者(?!协会|社团|俱乐部|服务)|客户(?!服务|经理|部|中心)"
    "|用户(?!服务|部|中心)|家长(?!学校|工作|办)|监护人|家属(?!区|楼|委)|考生|市民|公民|居民|村民|业主|患者|病人|病友|旅客|游客|乘客|顾客|消费者|服务对象"
    "|群众(?!工作|团体|组织)|(?:海外|境外|国外|港澳|香港|澳门|华侨|台湾)(?!办|教育|学院|部|事务|研究)|国\\(境\\)外|车站|地铁|机场|超市|商场|酒店|宾馆|公共场所"
    "|全国各地|(?<![不非])公开|不限|取阅|索[取阅]|任何人|所有人|人人|网友|粉丝|[校院厂司]内外|(?<!本系统)(?<!集团)内外(?!科)"
    "|兄弟(?:院校|学校|高校|单位)|全国各?(?:高校|高等|院校|学校|大学|中小学|同行)|订户|(?:合作|校企|实习|用人|周边|当地|园区)[^,、;]{0,2}(?:企业|单位|伙伴)"
    "|(?<!属)(?<!集团)(?<!系统)(?<!公司)(?:各(?:类|大)?|大?中[小型]{1,2}|骨干)企业|各?行业协会|(?:各|新闻|社会|主流)媒体|来访|来宾|嘉宾|(?:理事|赞助|协办)单位|各界|朋友|友人"
    "|public|readers?|subscriber|customer|everyone|society",
    re.IGNORECASE,
)


def said_in_imprint(issue: Issue, pattern: Pattern, message: str) -> Iterator[Finding]:
    """Return a finding for each value of the masthead, a folio or the imprint that has the word."""
    yield from (each.noted(message, _("Remove it.")) for each in first_seen(imprint(issue), pattern))


@check("L020", "public_recipients", Severity.WARNING, authority="neibu-2015#15(2)")
def public_recipients(issue: Issue) -> Iterator[Finding]:
    """The recipients name the public, clients or others outside.

    Internal publications are exchanged inside the system, trade or unit; the public, service clients and
    unrelated bodies do not receive them, they are not laid out in public places and not sent abroad.

    Way out: name the departments that receive it.
    """
    for each in first_seen((passage_of(issue.publication, "recipients"),), OUTSIDE_READERS):
        message = _("The recipients “{text}” name “{word}”, who is outside.")
        yield each.noted(message, _("Name the departments that receive it."))


@check("L079", "recipients_unclear", Severity.WARNING, authority="neibu-2015#15(2)")
def recipients_unclear(issue: Issue) -> Iterator[Finding]:
    """A part of the recipients names nobody who is seen to belong to the unit, system or trade.

    No list of outside readers is whole; so what names no department, no staff, no students and no unit is
    asked about. Who is known to be outside is L020's.

    Example: 校内各部门、社会贤达. Way out: name the departments or people of the unit that receive it.
    """
    recipients = passage_of(issue.publication, "recipients")
    text = IN_BRACKETS.sub("", folded(recipients.text))
    for part in READERS_APART.split(text) if is_given(recipients.text) else ():
        named = plain(part).text
        if len(named) > 1 and not INSIDE_READERS.search(named) and not OUTSIDE_READERS.search(named):
            message = _("Among the recipients, “{part}” is not seen to be of the unit.").format(
                part=part.strip()
            )
            hint = _("Name the departments or people of the unit that receive it.")
            yield Finding(recipients.span, message, hint)


@check("L022", "price_in_imprint", Severity.ERROR, authority="neibu-2015#15(2)")
def price_in_imprint(issue: Issue) -> Iterator[Finding]:
    """The masthead, a page's name or the imprint names a price, a subscription or a charge.

    Internal publications are given free of charge; nothing may be asked for under any name, be it 工本费.

    Example: 每册伍元. Way out: remove it.
    """
    yield from said_in_imprint(issue, PRICE, _("“{word}” in “{text}”: internal publications have no price."))


@check("L041", "advertising_in_imprint", Severity.WARNING, authority="neibu-2015#15(3)")
def advertising_in_imprint(issue: Issue) -> Iterator[Finding]:
    """The masthead, a page's name or the imprint offers advertising.

    Internal publications carry no advertisements, so that there is nothing to sell. A department of
    advertising studies among the recipients is let pass. A warning only, other than a price: the law
    forbids to print advertisements, and whether the word here offers any a person must decide.

    Example: 广告热线027-00000000. Way out: remove it.
    """
    message = _("“{word}” in “{text}”: internal publications carry no advertisements.")
    yield from said_in_imprint(issue, ADVERTISING, message)


@check("L076", "offered_to_the_public", Severity.ERROR, authority="neibu-2015#15(2)")
def offered_to_the_public(issue: Issue) -> Iterator[Finding]:
    """The masthead or imprint says that the publication is sold or sent to the public.

    Internal publications stay inside the unit, and are neither sold nor offered for subscription; 不公开发行
    is let pass. A 发行单位 alone is L042's.

    Example: 国内外公开发行, 总发行：示例邮局. Way out: remove it.
    """
    message = _("“{word}” in “{text}”: internal publications are not issued to the public.")
    yield from said_in_imprint(issue, TO_THE_PUBLIC, message)


def to_everybody(own: str) -> Phrase:
    """Return what offers this publication to everybody; ``own`` is a pattern of its names."""
    words = "公开 社会 发行 出版 有售 书店 自由取阅 免费取阅 销"
    return phrase(words, f"(?:{own}|(?:本期|这[份本])资料){TO_EVERYBODY}")


def handed_out(own: str) -> Phrase:
    """Return what hands this publication to people outside."""
    return phrase(
        "市民 公众 社会各界 家长 客户 路人 游客 居民 顾客 海外 境外 国外 港澳 台湾"
        " 车站 地铁 商场 超市 广场 酒店 报刊亭 合作企业",
        f"(?:{own}|(?:本期|这[份本])资料)[^。;]{{0,24}}(?:(?:{HANDED})[^。;]{{0,12}}(?:{OUTSIDERS})"
        f"|(?:{OUTSIDERS})[^。;,]{{0,8}}(?:{HANDED}))|(?:转发|{HANDED})[^。;,]{{0,4}}(?:{own}|本期)"
        f"[^。;,]{{0,8}}(?:{OUTSIDERS})",
    )


@check("L042", "issued_publicly", Severity.WARNING, authority="neibu-2015#15(2)")
def issued_publicly(issue: Issue) -> Iterator[Finding]:
    """The masthead or imprint speaks of publication or distribution: 出版发行, 发行单位, 取阅点.

    So does a sentence of the copy about this publication: 本资料向社会公开发行. Internal publications are
    exchanged inside the unit free of charge; they are neither published nor laid out for everybody.

    Way out: 编印 for 出版, 发送 for 发行.
    """
    message = _("“{word}” in “{text}”: internal publications are exchanged, not distributed.")
    in_copy = _("“{words}”: internal publications are exchanged, not distributed.")
    hint = _("Write 编印 for 出版, 发送 for 发行.")
    names = own_words(issue)
    own, handed = to_everybody(names), handed_out(names)
    quiet = (each for each in imprint(issue) if not TO_THE_PUBLIC.search(plain(each.text).text))
    yield from (each.noted(message, hint) for each in first_seen(quiet, CIRCULATION))
    yield from (each.noted(in_copy, hint) for each in seen_apart(passages(issue), own, handed, ISSUED))


@check("L047", "outpost_in_imprint", Severity.WARNING)
def outpost_in_imprint(issue: Issue) -> Iterator[Finding]:
    """The masthead or imprint names a 工作站, 办事处 or another outpost of the editors.

    Yearly reviews look whether an internal publication keeps such places outside; a 记者站 is another
    rule's, L021. This is what authorities were seen to ask for, not a sentence of the rule.

    Example: 黄石工作站：周岚. Way out: remove it.
    """
    message = _("“{word}” in “{text}”: yearly reviews object to outposts of an internal publication.")
    yield from said_in_imprint(issue, OUTPOST, message)
