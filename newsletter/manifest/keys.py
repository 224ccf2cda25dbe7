"""The keys of the manifests: what each record may hold, and the Chinese name accepted in a key's place."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import get_args, get_origin

from newsletter.issue import (
    Approval,
    Article,
    Cover,
    Filler,
    KnownName,
    PagePlan,
    Permit,
    PermitShape,
    Photo,
    Printer,
    PrintOrder,
    Publication,
    Record,
    Shape,
    Sheet,
    Signature,
    SignOff,
    Term,
    Waiver,
)

INNER = ("places", "manuscript", "pixels", "fault", "twin", "readings")

CHINESE: Mapping[type[Record], Mapping[str, str]] = {
    Publication: {
        "name": "刊名",
        "publisher": "编印单位",
        "permit": "准印证",
        "notice": "标识语",
        "recipients": "发送对象",
        "printer": "印刷单位",
        "press": "印刷条件",
        "editors": "编辑人员",
        "address": "地址",
        "phone": "电话",
        "email": "邮箱",
        "sign_off": "签审",
    },
    SignOff: {"required": "必签"},
    Signature: {
        "issue": "期",
        "stage": "环节",
        "by": "签审人",
        "time": "时间",
        "of": "对象",
        "stories": "稿件",
        "content": "内容",
        "pages": "版面",
        "note": "附注",
        "prev": "前一条",
        "hash": "校验码",
        "key": "密钥",
        "seal": "数字签名",
        "form": "格式",
        "asked": "应签环节",
    },
    Permit: {
        "label": "准印证名称",
        "number": "准印证号",
        "kind": "类别",
        "province": "省份",
        "valid_from": "有效期起",
        "valid_until": "有效期止",
        "approved": "核准内容",
    },
    Approval: {"title": "核准刊名", "format": "核准开版", "period": "核准刊期", "print_run": "核准印数"},
    Printer: {"name": "名称", "licence": "许可证号", "province": "省份", "address": "地址"},
    Sheet: {
        "number": "期号",
        "total": "总期号",
        "date": "出版日期",
        "print": "付印",
        "publication": "刊物",
        "layout": "版式",
        "pages": "版面",
        "page_count": "页数",
        "cover": "封面",
        "waive": "豁免",
        "ruby": "注音",
    },
    Cover: {"photo": "图片", "articles": "要目"},
    PrintOrder: {"date": "印刷日期", "run": "印数", "samples": "送样日期"},
    PagePlan: {"page": "版次", "name": "版名", "articles": "稿件", "makeup": "组版"},
    Waiver: {"rule": "规则", "at": "位置", "why": "理由", "by": "批准人"},
    Article: {
        "id": "编号",
        "file": "文件",
        "kicker": "引题",
        "headline": "标题",
        "headline_style": "标题样式",
        "headline_over": "标题压",
        "deck": "副题",
        "byline": "署名",
        "source": "文末署名",
        "rank": "级别",
        "photos": "图片",
        "section": "栏目",
        "box": "加框",
        "pull_quote": "摘引",
        "page": "版次",
        "place": "位置",
        "makeup": "组版",
        "jump": "转版",
        "ruby": "注音",
    },
    Filler: {"id": "编号", "headline": "标题", "text": "正文", "source": "文末署名", "box": "加框"},
    KnownName: {"name": "姓名", "reading": "读音", "office": "职务"},
    Term: {"term": "词语", "advice": "建议", "severity": "轻重", "category": "分类", "unless": "除外"},
    PermitShape: {"province": "省份", "shape": "式样", "example": "示例"},
    Shape: {"columns": "栏数", "lines": "行数", "legs": "变栏"},
    Photo: {
        "id": "编号",
        "file": "文件",
        "caption": "图片说明",
        "credit": "摄影",
        "focus": "焦点",
        "keep": "保留比例",
        "group": "组图",
        "style": "组图样式",
        "consent": "授权",
    },
}
"""Every key of every record with its Chinese name."""

CHINESE_VALUES: Mapping[tuple[type[Record], str], Mapping[str, str]] = {
    (Article, "rank"): {
        "头条": "lead",
        "重要": "major",
        "一般": "standard",
        "简讯": "brief",
        "补白": "filler",
    },
    (Article, "place"): {"中缝": "gutter"},
    (Article, "box"): {"线框": "rule", "底纹": "tint"},
    (Filler, "box"): {"线框": "rule", "底纹": "tint"},
    (Article, "ruby"): {"生僻字": "rare", "无": "none"},
    (Sheet, "ruby"): {"生僻字": "rare", "无": "none"},
    (Article, "headline_over"): {"图": "photo", "图片": "photo"},
    (Article, "headline_style"): {"横排": "horizontal", "竖排": "vertical"},
    (Photo, "style"): {"图组": "rows", "人像": "portraits"},
    (Term, "severity"): {"错误": "error", "警告": "warning", "提示": "note"},
    (Permit, "kind"): {"连续性": "serial", "一次性": "single"},
}
"""Chinese names of the values that are chosen from a list."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record; ``record`` is what its value holds, if records; ``many``, whether a list of them."""

    name: str
    chinese: str
    record: type[Record] | None = None
    many: bool = False


@cache
def keys_of(record: type[Record]) -> Mapping[str, Key]:
    """Return a record's keys by either name."""
    keys: dict[str, Key] = {}
    for field, info in record.model_fields.items():
        if field in INNER:
            continue
        name = info.alias or field
        inner, many = _record_in(info.annotation)
        key = Key(name, CHINESE[record][name], inner if name != "editors" else None, many)
        keys[key.name] = keys[key.chinese] = key
    return keys


def chinese_path(record: type[Record], path: str) -> str:
    """Return a path of keys, ``permit.valid_until``, in their Chinese names; what is no key stays."""
    name, _dot, rest = path.partition(".")
    key = keys_of(record).get(name)
    if key is None:
        return path
    inner = chinese_path(key.record, rest) if key.record else rest
    return f"{key.chinese}·{inner}" if inner else key.chinese


def _record_in(annotation: object) -> tuple[type[Record] | None, bool]:
    """Return the record that a field holds, none for plain values, and whether it holds many."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation, False
    inner = get_args(annotation)[0] if get_origin(annotation) is tuple else None
    return (inner, True) if isinstance(inner, type) and issubclass(inner, Record) else (None, False)


OTHER_WORDS = {"作者": "署名", "眉题": "引题", "肩题": "引题", "正题": "标题", "图注": "图片说明"}
"""Other words of the trade for keys, with which they share no character or too few."""


def nearest_key(record: type[Record], word: str) -> str:
    """Return the key that an unknown word most likely means, in the script it is written in, or nothing."""
    keys = keys_of(record)
    other = OTHER_WORDS.get(word, "")
    return other if other in keys else nearest(word, keys)


def elsewhere(word: str) -> str:
    """Return the key under which a key of another record belongs, as ``permit (准印证)``, or nothing."""
    for outer in CHINESE:
        for key in keys_of(outer).values():
            if key.record and word in keys_of(key.record):
                return f"{key.name} ({key.chinese})"
    return ""


def nearest(word: str, choices: Mapping[str, object] | tuple[str, ...], cutoff: float = 0.5) -> str:
    """Return the choice most like the word, or nothing where none is like it.

    Of two alike the one with the word's first character: 副标题 means 副题 rather than 标题.
    """
    lowered = {choice.lower(): choice for choice in choices}
    found = difflib.get_close_matches(word.lower(), lowered, n=3, cutoff=cutoff)
    alike = [each for each in found if _likeness(word, each) == _likeness(word, found[0])]
    return lowered[max(alike, key=lambda each: each[:1] == word[:1].lower())] if alike else ""


def _likeness(word: str, choice: str) -> float:
    return difflib.SequenceMatcher(None, choice, word.lower()).ratio()
