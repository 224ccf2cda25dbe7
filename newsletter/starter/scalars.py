"""Texts as YAML values."""

import json
import re

PLAIN = re.compile(r"[\u3400-\u9fffA-Za-z][\u3400-\u9fff\w -]*", re.ASCII)
WORDS_WITH_MEANING = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}


def scalar(text: str) -> str:
    """Return a text as a YAML value: bare where nothing in it means anything to YAML, else quoted."""
    plain = PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in WORDS_WITH_MEANING
    return text if plain else json.dumps(text, ensure_ascii=False)
