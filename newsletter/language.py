"""The language that users read: a gettext catalogue chosen at run time, English without one.

Source strings are English. Nothing is translated when a module is imported: texts of rules are
looked up when they are shown.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

CATALOGUES = Path(__file__).parent / "locale"
DOMAIN = "newsletter"
VARIABLES = ("NEWSLETTER_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(slots=True)
class _Chosen:
    """The translation in use."""

    code: str = "en"
    texts: NullTranslations = field(default_factory=NullTranslations)


_chosen = _Chosen()


def use_language(lang: str | None = None, environment: Mapping[str, str] | None = None) -> str:
    """Choose the language of messages and return its code, ``zh_CN`` or ``en``.

    Without ``lang`` the environment decides: NEWSLETTER_LANG, then LC_ALL, LC_MESSAGES, LANG.
    """
    _chosen.code = _code(lang or _wished(os.environ if environment is None else environment))
    _chosen.texts = _catalogue(_chosen.code)
    return _chosen.code


def language() -> str:
    """Return the code of the language in use."""
    return _chosen.code


def _(message: str) -> str:
    """Return the message in the language in use."""
    return _chosen.texts.gettext(message) if message else ""


def N_(message: str) -> str:
    """Return a message as it is, marked for the catalogue and translated where it is shown."""
    return message


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that fits ``count`` in the language in use."""
    return _chosen.texts.ngettext(singular, plural, count)


def _wished(environment: Mapping[str, str]) -> str:
    """Return the first language that the environment names."""
    return next((environment[name] for name in VARIABLES if environment.get(name)), "")


def _code(wish: str) -> str:
    """Return the catalogue that serves ``zh``, ``zh-CN``, ``zh_CN.UTF-8`` and the like."""
    return "zh_CN" if wish.lower().startswith("zh") else "en"


def _catalogue(code: str) -> NullTranslations:
    """Return the translations of ``code``; English needs no file, nor does a missing one stop work."""
    path = CATALOGUES / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    if code == "en" or not path.is_file():
        return NullTranslations()
    with path.open("rb") as stream:
        return GNUTranslations(stream)
