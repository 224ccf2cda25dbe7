"""A day that does not move and a terminal that wants nothing."""

import pytest

TODAY = "2026-06-30"


@pytest.fixture(autouse=True)
def _surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "NEWSLETTER_LANG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NEWSLETTER_TODAY", TODAY)
