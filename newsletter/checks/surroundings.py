"""Where a character stands: in somebody's name, or among what words."""

import re

from newsletter.language import _
from newsletter.script import is_han

LONGEST_NAME = 4
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
    "钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪"
    "严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游裴席卫"
    "查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边阚䶮"
)
TITLES = (
    "老师|教师|教授|讲师|院长|校长|书记|主任|处长|科长|部长|局长|会长|班长|队长|组长|经理|董事长|工程师|师傅|辅导员|导师"
    "|同学|同志|先生|女士|学生|学子|校友|选手|队员|记者|通讯员|编辑|主编|校对|作者|摄影|叫|由|与|和|及|向|为|是"
)
_BEFORE = re.compile(f"(?:{TITLES})$")
_AFTER = re.compile(
    f"{TITLES}|说|表示|介绍|认为|指出|强调|讲话|致辞|主持|参加|出席|担任|荣获|获|代表|带领|在|的|等|摄|文|图|把|将|作"
)


def name_around(text: str, offset: int, people: bool = False) -> str:
    """Return the name of two to four Han that a character seems to stand in, empty where none is seen.

    ``people`` says that the text is a byline or the like, where what stands between marks is a name.
    """
    start, end = _segment(text, offset)
    whole = text[start:end]
    titled = bool(_BEFORE.search(text[:start].rstrip()))
    if 2 <= len(whole) <= LONGEST_NAME and (people or titled or whole[0] in SURNAMES):
        return whole
    return _by_surname(text, start, end, offset)


def _segment(text: str, offset: int) -> tuple[int, int]:
    """Return the run of Han around a character, cut at titles and verbs on either side."""
    start, end = offset, offset + 1
    while start and is_han(text[start - 1]) and not _BEFORE.search(text[:start]):
        start -= 1
    while end < len(text) and is_han(text[end]) and not _AFTER.match(text, end):
        end += 1
    return start, end


def _by_surname(text: str, start: int, end: int, offset: int) -> str:
    """Return two or three characters from a surname on, at an edge of the run, that hold the character."""
    for at in range(max(start, offset - 2), offset + 1):
        name = text[at : min(end, at + 3)]
        at_an_edge = at == start or at + len(name) == end
        if text[at] in SURNAMES and len(name) > 1 and at_an_edge:
            return name
    return ""


def context(text: str, offset: int, people: bool = False) -> str:
    """Return where a character stands in words for a message: the name, else what is around it."""
    if name := name_around(text, offset, people):
        return _("as it seems in the name {name}").format(name=name)
    around = text[max(0, offset - 4) : offset + 5]
    return _("in “…{words}…”").format(words=around.strip())
