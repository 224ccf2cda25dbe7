"""Markup to proof: HTML to PDF by the engine, in a process of its own that starts early and stays warm."""

from newsletter.typeset.engine import Complaint, Engine, Proof, picture_address

__all__ = ["Complaint", "Engine", "Proof", "picture_address"]
