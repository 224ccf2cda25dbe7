"""The copy of a whole book under one headline."""

from pathlib import Path


def spoil(workspace: Path) -> None:
    path = workspace / "issues/issue-001/articles/library.md"
    sentence = "同学们在灯下认真地看书，管理员在书架之间轻轻走过。"
    path.write_text(f"{sentence * 5}\n\n" * 40, "utf-8")
