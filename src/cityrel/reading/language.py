"""The language of a text: a detector, and the words that tell neighbours apart."""

import re
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from cityrel.errors import CityrelError
from cityrel.languages import available, load

UNDETERMINED = "und"
"""The code for a language that is not known (ISO 639-2)."""

NO_LANGUAGE = "zxx"
LEAST_CONFIDENCE = 0.4
"""Two close languages share their confidence, so the better one of a sound text has at least so much."""
LEAST_LETTERS = 12
LEAST_COMMON = 4
"""Different common words of a language that show it where the detector is in doubt."""

SAMPLE = 5_000
"""Characters that are looked at."""

MIDDLE, CERTAIN = 400, 0.8
"""So many characters from the middle are enough where they make the detector so sure; its work grows with the
text, and at the ends stand menus and credits in other languages."""

BROADER = {"yue": "zh", "wuu": "zh", "cmn": "zh", "nan": "zh", "in": "id", "iw": "he", "nb": "no", "nn": "no"}
"""Codes that a pack or an article names by another."""
TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*\Z")
WORD = re.compile(r"\w+")


def tag(stated: str | None) -> str | None:
    """Give the ISO 639 code of a language tag ("id-ID" is "id"), None where it is none."""
    match = TAG.match((stated or "").strip())
    if not match:
        return None
    code = match[1].lower()
    return BROADER.get(code, code)


def detect(text: str) -> str:
    """Give the ISO 639 code of a text's language, or `und`."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample[:1000])) < LEAST_LETTERS:
        return UNDETERMINED
    code, confidence = _classified(sample)
    if code == NO_LANGUAGE or confidence < LEAST_CONFIDENCE:
        return _by_common_words(sample)
    return _told_apart(BROADER.get(code, code), sample)


def _classified(sample: str) -> tuple[str, float]:
    """Give the detector's code with its confidence: from the middle of a text, or from all where in doubt."""
    start = max(0, (len(sample) - MIDDLE) // 2)
    code, confidence = _identifier().classify(sample[start : start + MIDDLE])
    if confidence < CERTAIN and len(sample) > MIDDLE:
        code, confidence = _identifier().classify(sample)
    return code, confidence


def _by_common_words(text: str) -> str:
    """Give the language of a pack whose common words a short text full of names has, or `und`."""
    words = {word for word in WORD.findall(text) if word.islower()}
    counts = sorted((len(words.intersection(load(code).names.never)), code) for code in available())
    (most, best), second = counts[-1], counts[-2][0] if len(counts) > 1 else 0
    return best if most >= LEAST_COMMON and most >= 2 * second else UNDETERMINED


def _told_apart(code: str, text: str) -> str:
    """Correct the detector where the words of a pack's language outnumber those of its neighbour."""
    for own in available():
        neighbour = load(own).neighbours.words.get(code)
        if neighbour and _count(text, neighbour["ours"]) > _count(text, neighbour["theirs"]):
            return own
    return code


def _count(text: str, words: tuple[str, ...]) -> int:
    wanted = frozenset(words)
    return sum(word in wanted for word in WORD.findall(text.casefold()))


@cache
def _identifier() -> Any:
    """Unpack the detector's model; raises CityrelError where the folder for temporary files has no room."""
    try:
        return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:
        raise CityrelError(f"the language detector cannot be unpacked: {error.strerror}") from error
