"""From bytes to characters: the declared encoding, UTF-8, or the likeliest one, and never a failure."""

import codecs
import re

from trafilatura.utils import detect_encoding

from cityrel.errors import ReadError

MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte order marks, UTF-32's before UTF-16's, which begins alike."""

WESTERN = "cp1252"
WESTERN_SHARE = 0.1
"""Below this share of bytes beyond ASCII a text in no declared encoding is a Western one."""
SAMPLE_BYTES = 65_536
BINARY_SHARE = 0.05
"""From this share of control characters on, what was read is no text."""
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def decode(source: str, data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Give the characters of a text, and warnings where they are not certain.

    `declared` is the encoding that the document names. Raises ReadError where the bytes are no text.
    """
    text, warnings = _decoded(data, declared)
    if len(CONTROLS.findall(text)) > BINARY_SHARE * len(text) or "\0" in text:
        raise ReadError(source, "binary, not text")
    if REPLACEMENT in text and not warnings:
        warnings = ("some characters were lost before the text was stored",)
    return text, warnings


def _decoded(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return _strict_or_replaced(data, encoding)
    for encoding in (_known(declared), "utf-8"):
        try:
            return data.decode(encoding), ()
        except UnicodeDecodeError:
            continue
    return _guessed(data)


def _strict_or_replaced(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return text, (f"broken {encoding.upper()}: what could not be read was replaced",)
    return text, ()


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Read broken UTF-8 as such where most of it is sound, and else in the likeliest encoding."""
    text = data.decode("utf-8", "replace")
    lost = text.count(REPLACEMENT)
    sound = sum(character > "\x7f" for character in text) - lost
    if sound >= lost:
        return text, (f"broken UTF-8: {lost} characters could not be read and were replaced",)
    encoding = _likeliest(data)
    return data.decode(encoding, "replace"), (f"not UTF-8; read as {encoding}",)


def _likeliest(data: bytes) -> str:
    beyond_ascii = len(data) - len(data.decode("ascii", "ignore"))
    if beyond_ascii < WESTERN_SHARE * len(data):
        return WESTERN
    return next(iter(detect_encoding(data[:SAMPLE_BYTES])), WESTERN)


def _known(declared: str | None) -> str:
    """Give the codec of a declared encoding; what the web calls Latin-1 is Windows-1252."""
    try:
        codec = codecs.lookup(declared or "utf-8")
    except (LookupError, ValueError):
        return "utf-8"
    if not codec._is_text_encoding:
        return "utf-8"
    return WESTERN if codec.name in ("iso8859-1", "ascii") else codec.name
