import zipfile
from pathlib import Path


def spoil(workspace: Path) -> None:
    """Entries that lead out of the package, a link, a name twice."""
    link = zipfile.ZipInfo("package/link.pdf")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(workspace / "bad.zip", "w") as archive:
        archive.writestr("../../autorun.inf", "[autorun]")
        archive.writestr("/etc/passwd", "root")
        archive.writestr("C:\\autorun.inf", "[autorun]")
        archive.writestr(link, "/etc/passwd")
        archive.writestr("package/a.pdf", "one")
        archive.writestr("package/A.pdf", "two")
