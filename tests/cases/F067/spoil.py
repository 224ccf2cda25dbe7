"""The profile of a screen in the output intent."""

import pikepdf


def spoil(pdf: pikepdf.Pdf) -> None:
    intent = pdf.Root.OutputIntents[0]
    profile = bytearray(intent.DestOutputProfile.read_bytes())
    profile[12:16] = b"mntr"
    intent.DestOutputProfile.write(bytes(profile))
