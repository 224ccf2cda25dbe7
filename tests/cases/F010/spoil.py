"""Encrypted with an owner password only."""

import pikepdf

SAVE = {"encryption": pikepdf.Encryption(owner="shop", user="", R=4, metadata=False)}
