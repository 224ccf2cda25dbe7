"""What the parser of command lines says, in the language in use: it speaks English alone."""

import re

from newsletter.language import N_, _

SENTENCES = (
    (r"No such command '(?P<name>.*?)'\.", N_("There is no command “{name}”.")),
    (r"Missing command\.", N_("The command is missing.")),
    (r"Got unexpected extra arguments?(?:\(s\))? \((?P<words>.*)\)", N_("“{words}” is too much.")),
    (r"(?:Value error, )?(?P<value>.*) is not one of (?P<words>.*)\.", N_("“{value}” is none of {words}")),
    (r"Option '(?P<name>.*?)' requires an argument\.", N_("{name} needs a value.")),
    (r"Option '(?P<name>.*?)' does not take a value\.", N_("{name} takes no value.")),
    (r".*should be (?:a valid|an?) (?:integer|number).*", N_("it is no number")),
    (r".*is not a valid (?:integer|int|float|number).*", N_("it is no number")),
    (r".*should be greater than or equal to (?P<least>[\d.]+)", N_("it is less than {least}")),
    (r".*should be less than or equal to (?P<most>[\d.]+)", N_("it is more than {most}")),
)
_MEANT = re.compile(r" Did you mean (?P<names>.*)\?$")


def translated(sentence: str) -> str:
    """Return a sentence of the parser in the language in use; one that is not known as it is."""
    said, meant = _MEANT.sub("", sentence), _MEANT.search(sentence)
    words = next(iter(_matches(said)), said)
    return did_you_mean(words, meant["names"].replace("'", "").split(", ")) if meant else words


def did_you_mean(sentence: str, names: list[str]) -> str:
    """Return a sentence with the names that may have been meant; as it is where there are none."""
    if not names:
        return sentence
    meant = _("Did you mean {names}?").format(names=_(", ").join(names))
    return _("{sentence} {meant}").format(sentence=sentence, meant=meant)


def _matches(said: str) -> list[str]:
    """Return the sentences known that are what was said, filled in."""
    found = ((text, re.fullmatch(pattern, said, re.DOTALL)) for pattern, text in SENTENCES)
    return [_(text).format(**_values(match)) for text, match in found if match]


def _values(match: re.Match[str]) -> dict[str, str]:
    """Return what a pattern found, in our marks: the parser quotes as Python does."""
    return {
        name: _(", ").join(words.replace("'", "").split(", ")) for name, words in match.groupdict().items()
    }
