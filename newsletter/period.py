"""Periods of serials as permits name them: 月刊, monthly, 每月一期."""

import re

MONTHS = {"monthly": 1, "bimonthly": 2, "quarterly": 3, "halfyearly": 6, "yearly": 12}
DAYS = {"daily": 1, "weekly": 7, "biweekly": 14, "fortnightly": 14, "semimonthly": 15, "tenday": 10}
CHINESE = {
    "双周": "biweekly", "半月": "semimonthly", "双月": "bimonthly", "半年": "halfyearly", "季": "quarterly",
    "旬": "tenday", "周": "weekly", "月": "monthly", "年": "yearly", "日": "daily",
}  # fmt: skip


def period_word(period: str) -> str:
    """Return the period's English name, a key of `MONTHS` or `DAYS`; where none is known, another word."""
    chinese = next((english for mark, english in CHINESE.items() if mark in period), None)
    return chinese or re.sub(r"[^a-z]", "", period.lower())
