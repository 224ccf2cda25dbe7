"""Rules about numbers and units that can be decided from the text alone.

Source: GB/T 15835—2011; what it leaves to custom is advice and says so.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from newsletter.checks.phrases import phrase
from newsletter.checks.sightings import led_by, noted, noted_all, seen
from newsletter.diagnostics import Finding, Severity
from newsletter.issue import Issue
from newsletter.language import _
from newsletter.rulebook import check

FIGURES = "gb15835-2011"
HAN_DIGITS = "一二三四五六七八九"
NEIGHBOURS = "|".join(("两、三", "三、五", *(f"{low}、{high}" for low, high in pairwise(HAN_DIGITS))))
PEOPLE = "学生|教师|同学|老师|工人|队员|选手|职工|员工|群众|游客"
COUNTED = (
    f"公里|里路|米|亩|天|个(?!班|年级|季度|五年)|小时|分钟|岁|名(?={PEOPLE})|次|遍|本|只|斤|公斤|吨|元|人"
)
ABOUT = phrase(
    "一、二 七、八 三、五 三、四 两、三 二、三 五、六 八、九 六、七 四、五",
    led_by(
        f"{HAN_DIGITS}两十",
        f"(?<![第{HAN_DIGITS}十百千、〇])(?:{NEIGHBOURS})(?:[十百千万]?(?:{COUNTED})|[百千万][多余]?(?:{COUNTED}))"
        f"|(?<![第百])十(?:{NEIGHBOURS})岁",
    ),
)
ZERO = f"[{HAN_DIGITS}〇]"
NO_ZERO = "OＯo○◯0０"
WRONG_ZERO = re.compile(
    led_by(
        f"{NO_ZERO}〇",
        f"(?<![{NO_ZERO}〇])(?:(?<={ZERO})|(?=〇))(?=〇*[{NO_ZERO}])[{NO_ZERO}〇]++(?:(?={ZERO})|(?<=〇))"
        f"|(?<={ZERO})[OＯo○◯]+(?=年)|(?<=[一二][九〇])[○◯OＯ]+(?={ZERO})",
    )
)
SHARE_RANGE = re.compile(led_by(r"\d", r"(?<![\d.%])\d+(?:\.\d+)?[～~—－-]\d+(?:\.\d+)?%"))
POWER = re.compile(
    r"(?<![\d.’万亿])\d+(?:\.\d+)?[十百千](?!大|佳|强|克|米|瓦|帕|伏|赫|卡|兆|牛|焦|字节|升|安|欧|法|分|万|亿|位|里|斤|日|叶|灵|佛|度|强|家|户|比|手)"
)
MIXED = re.compile(led_by(r"\d", r"(?<![\d.])\d+万\d+[千百十](?!克|米|瓦|分)|(?<![\d.])\d+亿\d+千万"))
HYPHEN_RANGE = re.compile(
    led_by(
        r"\d",
        r"(?<![\d.A-Za-z年月日:：/-])\d{1,2}-\d{1,2}(?=年(?![级段代])|周|学时|学分|米|厘米|℃)|"
        r"(?<![\d.A-Za-z年月日:：/-])\d+(?:\.\d+)?-\d+(?:\.\d+)?(?=名|人|天|个月|小时|分钟|岁|元|公里|公斤|倍|篇|件|次)"
        r"|(?<![\d.-])\d+(?:\.\d+)?%-\d+(?:\.\d+)?%",
    )
)
HYPHEN_DAYS = re.compile(
    led_by(
        r"\d",
        r"(?<![\d.-])\d{1,2}(?:日-\d{1,2}月\d{1,2}日|日-\d{1,2}日|月-\d{1,2}月|时-\d{1,2}时)"
        r"|(?<![\d.-])\d{1,2}-\d{1,2}[日月](?!元)|(?<![\d-])(?:19|20)\d\d年?-(?:19|20)\d\d(?=学?年)"
        r"|(?<![\d:：-])\d{1,2}[:：]\d\d-\d{1,2}[:：]\d\d(?!\d)",
    )
)
UNIT_CASE = re.compile(
    r"(?<=\d)\s?(?:KM|Km|kM|KG|Kg|kG|CM|Cm|MM(?![A-Za-z])|Mm|ML|Ml|KW|Kw|kw|KWH|Kwh|kwh|HZ|hz|hZ|M2|m2|M3|m3)(?![A-Za-z0-9])"
)
ABOUT_TWICE = re.compile(
    f"(?:大约|约|近|将近|不到|超过|逾)(?:\\d[\\d,.]*[万亿]?|[{HAN_DIGITS}十]*[百千万]+)[多余](?!次|年|个?月|天|日|周|载|来)"
    f"|(?:大约|约)[\\d{HAN_DIGITS}十百千万]+[^，。；！？、（）]{{0,6}}(?:左右|上下)"
)
BEYOND_WHOLE = phrase(
    "出勤率 到课率 占总数 占比 及格率 合格率 就业率 录取率 报到率 比例 满意度 满意率 覆盖率 通过率",
    r"(?:合格率|出勤率|就业率|满意率|满意度|录取率|通过率|(?<!拨备)(?<!流动性)覆盖率|及格率|到课率|报到率|占比|占总数|比例)[^，。；！？、]{0,8}?"
    r"(?<![\d.])((?:10[1-9]|1[1-9]\d|[2-9]\d\d|\d{4,})(?:\.\d+)?|100\.\d*[1-9]\d*)%",
)
AGE = re.compile(led_by(r"\d", r"(?<![\d.])(?:1[3-9]\d|[2-9]\d\d|\d{4,})岁(?!月)"))
OLDER_THAN_PEOPLE = re.compile("[树木柏松杏槐樟城寺塔桥龟]|校(?![园长友区内外])")
"""What may be older than anybody, near the age."""


@check("C062", "share_range_half_marked", Severity.WARNING, authority=FIGURES)
def share_range_half_marked(issue: Issue) -> Iterator[Finding]:
    """A range of per cents has its sign only once.

    With one sign the first number could be a plain number; both bounds carry it.

    Example: 3～5%. Way out: 3%～5%.
    """
    for sighting in seen(issue, SHARE_RANGE):
        low, high = re.split("[～~—－-]", sighting[1].group().rstrip("%"))
        hint = _("Write {range}.").format(range=f"{low}%～{high}%")
        yield noted(sighting, _("“{words}”: both ends of a range of per cents carry %."), hint)


@check("C063", "comma_in_about", Severity.WARNING, authority=FIGURES)
def comma_in_about(issue: Issue) -> Iterator[Finding]:
    """A 、 stands between two digits that say “about”.

    Two neighbouring digits for a number that is not known exactly stand without 、. With it two certain
    numbers are meant, as in 六、七年级.

    Example: 八、九公里. Way out: 八九公里.
    """
    message = _("“{words}”: digits that say “about” have no 、 between them.")
    yield from noted_all(seen(issue, ABOUT), message, _("Leave the 、 out, where “about” is meant."))


@check("C064", "wrong_zero", Severity.WARNING, authority=FIGURES, fixable=True)
def wrong_zero(issue: Issue) -> Iterator[Finding]:
    """A letter O or a circle stands for the Han zero.

    The zero of Han numbers is 〇 (U+3007); a letter or a geometrical circle looks almost like it and is
    neither found nor set rightly.

    Example: 二○二六年, 二O二六年. Way out: 二〇二六年; `newsletter check --fix` does it,
    but for a figure 0.
    """
    for sighting in seen(issue, WRONG_ZERO):
        letters = sighting[1].group()
        new = None if any(each.isdigit() and each != "〇" for each in letters) else "〇" * len(letters)
        yield noted(sighting, _("“{words}”: {word} is no zero; 〇 is."), _("Type 〇."), new)


@check("C065", "figure_with_han_power", Severity.WARNING, authority=FIGURES)
def figure_with_han_power(issue: Issue) -> Iterator[Finding]:
    """Figures are followed by 十, 百 or 千.

    Only 万 and 亿 follow figures; smaller numbers are written out in one of the two ways.

    Example: 3百人, 5千元. Way out: 300人, 三百人.
    """
    message = _("“{words}”: only 万 and 亿 follow figures.")
    yield from noted_all(seen(issue, POWER), message, _("Write all of it in figures, or all in Han."))


@check("C066", "mixed_powers", Severity.WARNING, authority=FIGURES)
def mixed_powers(issue: Issue) -> Iterator[Finding]:
    """A number mixes figures and several Han powers.

    Example: 3万5千元. Way out: 3.5万元 or 35000元.
    """
    message = _("“{words}”: {word} mixes figures and powers.")
    yield from noted_all(seen(issue, MIXED), message, _("Write it as 3.5万, or in figures."))


@check("C067", "hyphen_in_range", Severity.NOTE, authority=FIGURES)
def hyphen_in_range(issue: Issue) -> Iterator[Finding]:
    """A range of numbers, days, hours or years has a hyphen.

    Ranges have ～ or —; a hyphen joins the parts of a code.

    Example: 10-15人, 3月15日-17日. Way out: 10～15人, 3月15日—17日.
    """
    message = _("“{words}”: a range has ～ or —.")
    yield from noted_all(seen(issue, HYPHEN_RANGE), message, _("Write ～ between the numbers."))
    yield from noted_all(seen(issue, HYPHEN_DAYS), message, _("Write — between days, hours and years."))


@check("C068", "unit_written_wrong", Severity.NOTE)
def unit_written_wrong(issue: Issue) -> Iterator[Finding]:
    """The symbol of a unit has wrong letters.

    Capital and small letters of symbols differ in meaning: M is a million, m a thousandth.

    Example: 5KM, 20KG, 30m2. Way out: 5 km, 20 kg, 30 m², or the Chinese names.
    """
    message = _("“{words}”: {word} is not how the unit is written.")
    yield from noted_all(
        seen(issue, UNIT_CASE), message, _("Write km, kg, cm, kW, Hz, m², or the Chinese name.")
    )


@check("C069", "more_than_whole", Severity.WARNING)
def more_than_whole(issue: Issue) -> Iterator[Finding]:
    """A share of a whole is more than 100 %.

    Rates of attendance, employment or passing, and shares, cannot be. A growth may.

    Example: 就业率达到102%. Way out: compare with the source.
    """
    message = _("“{words}”: a share is at most 100 %.")
    yield from noted_all(seen(issue, BEYOND_WHOLE), message, _("Compare with the source."))


@check("C070", "age_beyond_life", Severity.WARNING)
def age_beyond_life(issue: Issue) -> Iterator[Finding]:
    """Somebody is 130 years old or more.

    A digit too many, mostly. Old trees and schools are let pass where they are named.

    Example: 今年158岁的钱师傅. Way out: compare with the source.
    """
    for passage, found in seen(issue, AGE):
        if not OLDER_THAN_PEOPLE.search(passage.text[max(0, found.start() - 12) : found.end() + 8]):
            message = _("“{words}”: nobody is {word}.")
            yield noted((passage, found), message, _("Compare with the source."))


@check("C088", "about_said_twice", Severity.WARNING)
def about_said_twice(issue: Issue) -> Iterator[Finding]:
    """A number is called approximate twice.

    约, 近, 超过 before it and 多, 余, 左右 behind it say the same, or contradict one another.

    Example: 约300多人, 大约8时左右. Way out: 约300人, 300多人, 8时左右.
    """
    message = _("“{words}”: {word} says “about” twice.")
    yield from noted_all(seen(issue, ABOUT_TWICE), message, _("Keep one of the two words."))
