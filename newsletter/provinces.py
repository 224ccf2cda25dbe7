"""The provinces by the short names that permit numbers have."""

import re

PROVINCES = {
    "京": "北京", "津": "天津", "沪": "上海", "渝": "重庆", "冀": "河北", "晋": "山西", "蒙": "内蒙古",
    "辽": "辽宁", "吉": "吉林", "黑": "黑龙江", "苏": "江苏", "浙": "浙江", "皖": "安徽", "闽": "福建",
    "赣": "江西", "鲁": "山东", "豫": "河南", "鄂": "湖北", "湘": "湖南", "粤": "广东", "桂": "广西",
    "琼": "海南", "川": "四川", "贵": "贵州", "黔": "贵州", "云": "云南", "滇": "云南", "藏": "西藏",
    "陕": "陕西", "秦": "陕西", "甘": "甘肃", "陇": "甘肃", "青": "青海", "宁": "宁夏", "新": "新疆",
    "兵": "兵团",
}  # fmt: skip
"""A province's name by its short name."""


def province_of(word: str) -> str:
    """Return a province's name, from 鄂, 湖北 or 湖北省."""
    return PROVINCES.get(word, re.sub("(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$", "", word))


def named_first(text: str) -> str:
    """Return the name of the province that a text begins with, as (湘)… or 湖南…, empty for none."""
    short = re.match(r"[(（\[〔](.)[)）\]〕]", text)
    if short is not None:
        return PROVINCES.get(short[1], "")
    return next((name for name in PROVINCES.values() if text.startswith(name)), "")
