"""Streams unpacked with a limit, so that a small file cannot blow up to fill the memory."""

import zlib

import pikepdf

LARGEST = 64 * 1024 * 1024


class TooLarge(Exception):
    """A stream that unpacks to more than any page needs."""


def unpacked(stream: pikepdf.Stream) -> bytes:
    """Return a stream's data, at most 64 MB.

    Raises ``TooLarge`` beyond that, ``pikepdf.PdfError`` where the data is damaged beyond reading.
    """
    filters = stream.get("/Filter")
    names = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    raw = stream.read_raw_bytes()
    if filters is None:
        return _small(raw)
    if stream.get("/DecodeParms") is None and all(each == pikepdf.Name.FlateDecode for each in names):
        for _each in names:
            raw = _inflated(raw)
        return raw
    return _small(stream.read_bytes()) if len(raw) < LARGEST // 1000 or len(names) == 1 else _refused()


def _inflated(raw: bytes) -> bytes:
    """Return one layer of Flate; what is damaged ends where the damage starts."""
    engine = zlib.decompressobj()
    try:
        data = engine.decompress(raw, LARGEST)
    except zlib.error:
        return _salvaged(raw)
    return data if not engine.unconsumed_tail else _refused()


def _salvaged(raw: bytes) -> bytes:
    """Return what comes out of a damaged layer before the damage."""
    engine, data = zlib.decompressobj(), bytearray()
    for start in range(0, len(raw), 256):
        try:
            data += engine.decompress(raw[start : start + 256], LARGEST)
        except zlib.error:
            break
    return _small(bytes(data))


def _small(data: bytes) -> bytes:
    """Return the data unless it is too large."""
    return data if len(data) <= LARGEST else _refused()


def _refused() -> bytes:
    """Raise ``TooLarge``."""
    raise TooLarge
