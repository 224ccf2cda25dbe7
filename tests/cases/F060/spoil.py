"""Locked by a password."""

import pikepdf

SAVE = {"encryption": pikepdf.Encryption(user="secret", owner="owner", R=4, metadata=False)}
