"""The hand-over: one package for the print shop, with everything that it needs and a seal on every byte."""

from newsletter.handoff.package import Package, open_package
from newsletter.handoff.stage import hand_over
from newsletter.handoff.verifying import verify

__all__ = ["Package", "hand_over", "open_package", "verify"]
