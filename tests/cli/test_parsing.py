import pytest

from newsletter.cli.parsing import SENTENCES, translated
from newsletter.language import use_language


@pytest.fixture
def chinese():
    use_language("zh")
    yield
    use_language("en")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("chekc",), "There is no command “chekc”. Did you mean check"),
        (("check", "--format", "xml"), "--format cannot be used: “xml” is none of people, concise"),
        (("--lang", "fr", "rules"), "--lang cannot be used: “fr” is none of zh, en"),
        (("handoff", "--pages", "x"), "--pages cannot be used: it is no number"),
        (("handoff", "--creep", "5"), "--creep cannot be used: it is more than 2"),
        (("preview", "-p", "0"), "--page cannot be used: it is less than 1"),
        (("explain", "A", "B"), "“B” is too much."),
        (("check", "--select"), "--select needs a value."),
        (("check", "--strict=1"), "--strict takes no value."),
    ],
)
def test_the_parsers_own_sentences_are_known(run, arguments, sentence):
    """Bug: typer's English stood in Chinese messages; a new typer that says it otherwise fails here."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert " ".join(result.stderr.split()).startswith(f"error: {sentence}")


def test_a_sentence_nobody_knows_stays(chinese):
    assert translated("Something new.") == "Something new."


def test_every_pattern_fills_its_sentence():
    for pattern, sentence in SENTENCES:
        assert all(
            f"(?P<{name}>" in pattern for name in ("name", "words", "value") if f"{{{name}}}" in sentence
        )


@pytest.mark.parametrize("name", ["check", "handoff", "index", "sign"])
def test_chinese_help_is_whole_on_eighty_cells(run, monkeypatch, chinese, name):
    """Bug: help in Chinese ended in … where it was longer than its column."""
    monkeypatch.setenv("COLUMNS", "80")
    text = run("--lang", "zh", name, "--help").stdout
    assert " …" not in text.replace("[WORD…]", "")


def test_names_of_options_stand_in_one_order(run):
    """Bug: `-h, --help` in one run was `--help, -h` in the next."""
    assert "-h, --help" in run("check", "--help").stdout
