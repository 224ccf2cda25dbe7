from pathlib import Path

from tests.checks.terminal import newsletter

PROFILE = """\
name: shop
icc: ISOnewspaper26v4.icc
registry: IFRA26
ink_limit: 240
ppi_warn: 200
ppi_ceiling: 254
"""


def spoil(workspace: Path) -> None:
    """The shop's profile names no sheet; the press file is built for it."""
    (workspace / "issues/shop.yaml").write_text(PROFILE, "utf-8")
    publication = workspace / "issues/publication.yaml"
    publication.write_text(publication.read_text("utf-8").replace("press: newsprint", "press: shop"), "utf-8")
    assert newsletter(workspace, "build", "--press").code == 0
