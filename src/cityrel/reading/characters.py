"""Characters in one form, before offsets are taken: what is unseen goes, what looks alike becomes alike."""

import html
import re
import unicodedata

LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
"""Controls, soft hyphens, zero-width blanks and joiners of lines, marks of direction. The joiners U+200C and
U+200D stay: they change how words of some scripts are written."""
BLANKS = re.compile(r"[^\S\n]+")
SURROGATES = re.compile(r"[\ud800-\udfff]")
EMPTY_LINES = re.compile(r"\n{3,}")
TAGS = (
    "a|b|blockquote|br|center|div|em|font|h[1-6]|i|img|li|ol|p|small|span|strong|"
    "sub|sup|table|tbody|td|th|tr|u|ul"
)
TAG = re.compile(rf"</?(?:{TAGS})(?:\s[^<>\n]{{0,300}})?\s?/?>", re.IGNORECASE)
BREAK_IN_SENTENCE = re.compile(r"(?<![.!?”\"])<br ?/?>\s*\n\s*(?=\S)", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10}\d{0,2});", re.IGNORECASE)


def normalise(text: str) -> str:
    """Give a text in Unicode's composed form, its lines ended by LF, blanks single, the unseen left out."""
    text = unicodedata.normalize("NFC", LINE_ENDS.sub("\n", text))
    text = SURROGATES.sub("\N{REPLACEMENT CHARACTER}", UNSEEN.sub("", text))
    lines = BLANKS.sub(" ", text).split("\n")
    return EMPTY_LINES.sub("\n\n", "\n".join(line.strip() for line in lines)).strip()


def without_markup(text: str) -> str:
    """Take out the tags and entities that a careless export leaves in plain text.

    A `<br />` at the end of a line that ends no sentence only breaks the line of a column: the sentence is
    joined again.
    """
    text = TAG.sub("", BREAK_IN_SENTENCE.sub(" ", text))
    return ENTITY.sub(lambda entity: html.unescape(entity.group()), text)
