"""Saved as PDF 2.0."""

SAVE = {"force_version": "2.0"}
