"""What all tests share: `--accept` writes what is said as what is expected; messages are in English."""

from collections.abc import Iterator

import pytest

from newsletter.language import use_language


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what is said to expected.txt")


@pytest.fixture(scope="session")
def accepting(pytestconfig: pytest.Config) -> bool:
    """Whether what is said is taken as expected; read the difference before you commit it."""
    return bool(pytestconfig.getoption("--accept"))


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use_language("en")
    yield
    use_language("en")
