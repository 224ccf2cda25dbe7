"""What is written where a value is not known yet: 待定, ××, TBD; and whether a value says something."""

import re

PLACEHOLDER = re.compile(
    r"(?:暂?(?:无|缺)|待(?:定|补|填|批|办|查|发|核|确[定认])|(?:正在)?(?:申[请办领报]|办理|审批|报批|换证|补办)(?:之?中)?"
    r"|(?:另行|尚未|暂未|还未|未)(?:补办|办理|申[请办领]|核发|下发|确定|取得)|同上|见(?:附件|封底|证书)|略|空|某+|TBD|TBA|N/?A|TODO|null|none"
    r"|.{0,6}(?:申|办|换|审|补|续)[请领理发批验办证]{0,2}之?中"
    r"|[-—–_/?？.…·×xX*＊□○〇]+)",
    re.IGNORECASE,
)
"""What is written where a value is not known yet."""
BLANKS = re.compile("[×＊*□○]{2,}|(?<![0-9a-zA-Z])[xX]{2,}(?![a-zA-Z])|_{2,}|^某")
"""Marks that keep a place open inside a value: ×××学院."""


def is_given(value: str) -> bool:
    """Return whether a value says something: neither blank nor what stands in for a value."""
    bare = "".join(value.split()).strip("()（）[]【】〔〕“”\"'")
    return bool(bare) and PLACEHOLDER.fullmatch(bare) is None and BLANKS.search(bare) is None
