"""Groups of people with the place they come from: "a delegation from Sitia", "rombongan Kota Xi'an"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cityrel.extraction.people_marks import Marks
from cityrel.languages.phrases import PhraseMatch
from cityrel.model import Place, Span
from cityrel.places import PlaceMention

REACH = 6
"""Words that may stand between a word for a group and the place it comes from."""

NEAR = 4
"""Characters that may part the two where no preposition joins them."""

MARKS = ",;:.!?\n()"


@dataclass(frozen=True, slots=True)
class Group:
    """A group from a place; `span` has the words for both."""

    span: Span
    place: Place


def groups(marks: Marks, mentions: Sequence[PlaceMention]) -> tuple[Group, ...]:
    """Give the groups of which the text tells whence they come, in order."""
    ordered = sorted(mentions, key=lambda mention: mention.span.start)
    found = (_group(marks, ordered, word) for word in marks.all("context:group"))
    return tuple(group for group in found if group is not None)


def _group(marks: Marks, mentions: Sequence[PlaceMention], word: PhraseMatch) -> Group | None:
    """Give the group for which a word stands, or None where no place tells whence it comes."""
    for mention in (*_latter(marks, mentions, word), *_behind(marks, mentions, word)):
        return Group(Span(word.start, mention.whole.end), mention.place)
    for mention in _in_front(marks, mentions, word):
        return Group(Span(mention.whole.start, word.end), mention.place)
    return None


def _behind(marks: Marks, mentions: Sequence[PlaceMention], word: PhraseMatch) -> Iterator[PlaceMention]:
    """Give the place that follows: right away, or after "from" within a few words."""
    first = bisect_left(mentions, word.end, key=lambda mention: mention.span.start)
    for mention in mentions[first : first + 1]:
        gap = marks.text[word.end : mention.whole.start]
        if any(mark in gap for mark in MARKS):
            return
        words = marks.document.words_in(Span(word.end, mention.whole.start))
        near = len(words) <= 1 and not marks.document.pack.roles.place_before
        if near or (len(words) <= REACH and any(marks.at("link:of", one.start) for one in words)):
            yield mention


def _latter(marks: Marks, mentions: Sequence[PlaceMention], word: PhraseMatch) -> Iterator[PlaceMention]:
    """Give the place named last where a group comes "from the latter"."""
    link = marks.at("link:of", marks.skip_blanks(word.end))
    if link is not None and marks.at("context:latter", marks.skip_blanks(link.end)):
        last = bisect_left(mentions, word.start, key=lambda mention: mention.span.start) - 1
        named = [mention for mention in mentions[: last + 1] if mention.place.level != "country"]
        yield from named[-1:]


def _in_front(marks: Marks, mentions: Sequence[PlaceMention], word: PhraseMatch) -> Iterator[PlaceMention]:
    """Give the place right before ("Sitia's delegation"), where the language puts it there."""
    last = bisect_left(mentions, word.start, key=lambda mention: mention.span.start) - 1
    if last < 0 or not marks.document.pack.roles.place_before:
        return
    mention = mentions[last]
    gap = marks.text[mention.whole.end : word.start]
    parted = any(mark in gap for mark in MARKS) or marks.at("title", word.start) is not None
    if (
        len(gap) <= NEAR
        and not parted
        and mention.whole.end <= word.start
        and mention.place.level != "country"
    ):
        yield mention
