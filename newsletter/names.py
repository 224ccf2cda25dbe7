"""Chinese titles and names in letters: file names from titles, names in the order of their surnames."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST_SLUG = 40
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
SURNAMES = {
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

Key = tuple[tuple[str, int, str], ...]


def slug(text: str) -> str:
    """Return a title as a file name: 开学典礼隆重举行 becomes ``kai-xue-dian-li-long-zhong-ju-xing``."""
    from pypinyin import lazy_pinyin

    spelt = "-".join(lazy_pinyin(text, errors=_plain))
    words = [word for word in re.split(r"[^a-z0-9]+", spelt.lower().replace("ü", "v")) if word]
    while len(words) > 1 and len("-".join(words)) > LONGEST_SLUG:
        words.pop()
    return "-".join(words)[:LONGEST_SLUG] or "article"


def pinyin_key(name: str) -> Key:
    """Return the sort key of a name by the sound of its characters, its surname read as a surname."""
    return tuple(_syllables(re.sub(r"[\s·•・]", "", name)))


def _syllables(name: str) -> Iterator[tuple[str, int, str]]:
    """Yield letters, tone and character of each character."""
    surname = name[:2] if name[:2] in DOUBLE_SURNAMES else name[:1]
    readings = (DOUBLE_SURNAMES.get(surname) or SURNAMES.get(surname) or " ".join(_read(surname))).split()
    readings += _read(name[len(surname) :])
    for character, reading in zip(name, readings, strict=True):
        tone = int(reading[-1]) if HAN.match(character) and reading[-1].isdigit() else 0
        yield (reading.rstrip("12345") if tone else reading).lower(), tone, character


def _read(text: str) -> list[str]:
    """Return the usual reading of each character; others stand for themselves."""
    from pypinyin import Style, lazy_pinyin

    return [
        reading
        for each in text
        for reading in lazy_pinyin(each, style=Style.TONE3, neutral_tone_with_five=True)
    ]


def _plain(text: str) -> str:
    """Return letters without their marks."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii") or "-"
