"""Chinese surnames and how they sound; which words are personal names, which texts rolls of names."""

import re
from collections.abc import Iterator, Sequence

from newsletter.script import is_han

READ_AS_SURNAME = {
    "单": "shan4", "仇": "qiu2", "解": "xie4", "查": "zha1", "区": "ou1", "任": "ren2", "华": "hua4",
    "朴": "piao2", "盖": "ge3", "缪": "miao4", "曾": "zeng1", "翟": "zhai2", "乐": "yue4", "员": "yun4",
    "召": "shao4", "秘": "bi4", "折": "she2", "繁": "po2", "种": "chong2", "冼": "xian3", "洗": "xian3",
    "黑": "he4", "燕": "yan1", "覃": "qin2", "重": "chong2", "哈": "ha3", "纪": "ji3", "过": "guo1",
    "句": "gou1", "那": "na1", "应": "ying1", "於": "yu1", "谌": "chen2", "相": "xiang4", "葛": "ge3",
    "隗": "wei3", "晁": "chao2", "车": "che1", "逄": "pang2", "祭": "zhai4", "尹": "yin3", "佴": "nai4",
    "尉": "wei4", "宿": "su4", "莘": "shen1", "臧": "zang1", "訾": "zi1", "褚": "chu3", "郗": "xi1",
}  # fmt: skip
"""Surnames whose sound is not the character's usual one, or that are often misread."""
DOUBLE_SURNAMES = {
    "尉迟": "yu4 chi2", "欧阳": "ou1 yang2", "长孙": "zhang3 sun1", "万俟": "mo4 qi2", "单于": "chan2 yu2",
    "澹台": "tan2 tai2", "令狐": "ling2 hu2", "皇甫": "huang2 fu3", "鲜于": "xian1 yu2", "夏侯": "xia4 hou2",
    "乐正": "yue4 zheng4", "亓官": "qi2 guan1", "拓跋": "tuo4 ba2", "司马": "si1 ma3", "上官": "shang4 guan1",
    "诸葛": "zhu1 ge3", "宇文": "yu3 wen2", "慕容": "mu4 rong2", "公孙": "gong1 sun1", "呼延": "hu1 yan2",
    "濮阳": "pu2 yang2", "淳于": "chun2 yu2", "赫连": "he4 lian2", "南宫": "nan2 gong1",
    "东方": "dong1 fang1", "端木": "duan1 mu4", "司徒": "si1 tu2", "司空": "si1 kong1", "钟离": "zhong1 li2",
    "轩辕": "xuan1 yuan2",
}  # fmt: skip
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻"
    "柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤"
    "滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄"
    "米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭"
    "梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓"
    "郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松"
    "井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘"
    "景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻"
    "莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴"
    "瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧"
    "殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查"
    "后荆红游竺权逯盖益桓公仉督岳帅缑亢况有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福"
    "肖闫付代邸隋初区朴员召秘折繁种冼黑覃重过句谌尉晋楚法汝鄢涂钦原战苟蹇仝冮"
)
"""The surnames of the 百家姓 (宋), and others that are met with."""
MORE_DOUBLE = frozenset(
    re.findall(
        "..",
        "闻人公羊宗政公冶太叔申屠仲孙闾丘司寇颛孙巫马公西漆雕"
        "壤驷公良百里东郭南门羊舌微生梁丘左丘西门第五独孤太史",
    )
)
"""Double surnames that sound as they are usually read."""
SHORT = 2
FEWEST = 3
"""How many names make a roll of a paragraph: two could be two words."""

_WORD = re.compile(r"[^\s\u3000、，,；;]+")
_LEAD = re.compile(r"[^：，。；\n]{1,20}：\s*")


def surname_of(name: str) -> str:
    """Return the surname that a name begins with, empty for none that is known."""
    if name[:2] in DOUBLE_SURNAMES or name[:2] in MORE_DOUBLE:
        return name[:2]
    return name[:1] if name[:1] in SURNAMES or name[:1] in READ_AS_SURNAME else ""


def is_name(word: str) -> bool:
    """Return whether a word can be a personal name: a known surname and one or two characters more."""
    surname = surname_of(word)
    own = len(word) - len(surname)
    return bool(surname) and 0 < own <= 2 and all(map(is_han, word))


def places_of_names(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield where the words of a roll stand; two single characters with U+3000 between are one name."""
    held: tuple[int, int] | None = None
    for word in (found.span() for found in _WORD.finditer(text, start)):
        if held and _are_one(held, word, text):
            yield held[0], word[1]
            held = None
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def _are_one(word: tuple[int, int], other: tuple[int, int], text: str) -> bool:
    """Return whether two words are single characters with nothing but U+3000 between."""
    (first, stop), (begin, end) = word, other
    return stop - first == end - begin == 1 and not text[stop:begin].strip("\u3000")


def names_in(text: str) -> tuple[str, ...]:
    """Return the names that a text consists of, none where there is anything else in it."""
    words: list[str] = []
    for start, stop in places_of_names(text):
        word = text[start:stop].replace("\u3000", "")
        if not is_name(word):  # prose, mostly, and known from its first word on
            return ()
        words.append(word)
    return tuple(words)


def lead_of(text: str) -> str:
    """Return what stands before a roll's names (一等奖：), empty for nothing."""
    found = _LEAD.match(text)
    return found.group() if found else ""


def are_names(words: Sequence[str]) -> bool:
    """Return whether words can only be names: towns and virtues have two characters, as 武汉、黄石."""
    return any(len(word) > SHORT for word in words)


def is_roll(text: str) -> bool:
    """Return whether a paragraph is a roll: three names or more, and nothing else but a lead-in."""
    names = names_in(text[len(lead_of(text)) :])
    return len(names) >= FEWEST and ("、" not in text or are_names(names))
