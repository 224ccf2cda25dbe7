"""The words of a headline: the vocabulary of institutions, numbers with their measures, people's names.

A text is cut so that known words cover as much of it as can be, longer ones before shorter.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Kind(StrEnum):
    """What a word does in a headline; ``UNKNOWN`` is one character of which nothing is known.

    ``BODY`` ends the name of an institution (大学, 公司) and ``HEAD`` a noun phrase (大赛, 座谈会): both lean
    on what stands before. ``FORWARD`` leans on what follows (全国, 关于, 在), ``LINK`` joins equals (和).
    """

    VERB = "verbs"
    BODY = "bodies"
    HEAD = "heads"
    FORWARD = "forward"
    LINK = "links"
    PLAIN = "plain"
    MARK = "mark"
    UNKNOWN = "unknown"


class Word(NamedTuple):
    """A word's place in a text."""

    start: int
    end: int
    kind: Kind


LONGEST = 10
"""The characters of the longest word that is looked for."""
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦"
    "马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵"
    "汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高"
    "夏蔡田樊胡凌霍虞万支柯管卢莫房裘解应丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲封芮储靳段焦巴"
    "牧谷车侯全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶司韶黎印白怀蒲丛索卓池乔胥闻党翟谭姬申冉桑桂牛寿边"
    "温庄晏柴瞿阎连习艾鱼容向古易戈廖终居衡步耿满弘匡国文寇广东欧利师巩关查后荆红游"
)
DOUBLE_SURNAMES = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫"
TITLES = (
    "书记|校长|院长|主任|教授|院士|市长|省长|部长|局长|厅长|处长|科长|会长|董事长|总经理|秘书长|老师|同志"
    "|师傅|博士|劳模|记者|选手|学长|班长|团长|总书记|主席|总理|代表|工匠”?"
)
HAN = "[\u4e00-\u9fff]"
_NAME = f"(?:(?:{DOUBLE_SURNAMES}){HAN}{{1,2}}|[{SURNAMES}]{HAN}{{1,2}})"
_TITLED = re.compile(f"(?:{TITLES})(?={_NAME})")
_CLAUSE = re.compile(f"(?:^|[，：！？。 、])(?={_NAME})")
_NUMBERS = "0-9０-９一二三四五六七八九十百千万亿两几零〇半"
_MEASURES = (
    "个百分点|周年|年度|年级|人次|等奖|个月|[年月日号时点分秒元人名位个项次届期版篇章节条款岁周天米吨升亩家所件台套场"
    "间层楼室度倍门份张幅页例组批轮站区支队只辆座栋级册封道届校课封杯双字轮]"
)
_COUNTED = re.compile(
    rf"第?[{_NUMBERS}][{_NUMBERS}.,%％]*[多余]?(?:[万亿千百]*(?:{_MEASURES}))?[—–～~-]?"
    rf"(?:[0-9]+(?:{_MEASURES}))?|[0-9]*[A-Za-z][A-Za-z0-9+.\-]*"
)


def words_of(text: str) -> tuple[Word, ...]:
    """Return a text cut into words and single unknown characters, nothing left out."""
    best: list[tuple[float, int, Kind]] = [(0.0, 0, Kind.UNKNOWN)]
    ending: dict[int, list[tuple[int, Kind, float]]] = {}
    for start, end, kind, worth in _candidates(text):
        ending.setdefault(end, []).append((start, kind, worth))
    for end in range(1, len(text) + 1):
        found = (end - 1, _of_one(text[end - 1]), 0.0)
        best.append(
            max((best[start][0] + worth, start, kind) for start, kind, worth in (found, *ending.get(end, ())))
        )
    return tuple(_back(best))


def _back(best: list[tuple[float, int, Kind]]) -> list[Word]:
    """Return the words of the best way from its end to its beginning, in reading order."""
    found, at = [], len(best) - 1
    while at > 0:
        _worth, start, kind = best[at]
        found.append(Word(start, at, kind))
        at = start
    return found[::-1]


def _of_one(character: str) -> Kind:
    return Kind.UNKNOWN if re.match(HAN, character) else Kind.MARK


def _candidates(text: str) -> Iterator[tuple[int, int, Kind, float]]:
    """Yield start, end, kind and worth of everything in a text that may be a word."""
    known = vocabulary()
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + LONGEST) + 1):
            if kind := known.get(text[start:end]):
                yield start, end, kind, (end - start) ** 1.5 - 0.7
    for match in _COUNTED.finditer(text):
        yield match.start(), match.end(), Kind.PLAIN, len(match[0]) ** 1.5 - 0.5
    yield from _names(text, known)


def _names(text: str, known: Mapping[str, Kind]) -> Iterator[tuple[int, int, Kind, float]]:
    """Yield people's names: after a title, or beginning a clause and followed by a verb, a title, a colon."""
    for pattern, sure in ((_TITLED, True), (_CLAUSE, False)):
        for match in pattern.finditer(text):
            start = match.end()
            double = text[start : start + 2] in DOUBLE_SURNAMES.split("|")
            for size in (3, 4) if double else (2, 3):
                end = start + size
                is_name = end <= len(text) and re.fullmatch(_NAME, text[start:end])
                if is_name and (sure or _is_followed(text, end, known)):
                    yield start, end, Kind.PLAIN, size**1.5 - 0.7


def _is_followed(text: str, at: int, known: Mapping[str, Kind]) -> bool:
    """Return whether a verb, a title or a colon follows at a place."""
    if text[at : at + 1] == "：" or re.match(TITLES, text[at:]):
        return True
    return any(known.get(text[at : at + size]) is Kind.VERB for size in (4, 3, 2))


@cache
def vocabulary() -> Mapping[str, Kind]:
    """Return the words of institutions and their news with what each does in a headline."""
    words: dict[str, Kind] = {}
    kind = Kind.PLAIN
    for each in Path(__file__).with_name("vocabulary.txt").read_text("utf-8").split():
        if each[0] == "[":
            kind = Kind(each[1:-1])
        else:
            words.setdefault(each, kind)
    return words
