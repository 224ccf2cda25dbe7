"""The record in dist has a signature more than sign_off.yaml."""

from pathlib import Path

from newsletter.signing.witness import remember


def spoil(workspace: Path) -> None:
    """Remember a signature that is not there."""
    remember(workspace, "issue-001", ("a" * 64,))
