"""Texts that nobody tuned anything for, and how well they are set at measures nobody chose."""
