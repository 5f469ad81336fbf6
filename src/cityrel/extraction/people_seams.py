"""Where an unknown name of a body or a place ends and its head's name begins, with no comma between.

"Rektor Universitas Andalas | Yuliandri", "Camat Mojoroto | Mohamad Ridwan". What the rest of the text says of
the words decides, then names that stand first in full ones, then how many words a name usually has.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cityrel.extraction.people_marks import Marks
from cityrel.extraction.people_names import WORD, Name, NameReader
from cityrel.extraction.people_titles import Title
from cityrel.model import Span

USUAL = 2
"""Words of a usual name of a person."""

LEAST = 3
"""Words with a capital behind a title that a place usually follows, of which the first is the place's."""


class Seams:
    """Parts the names of bodies and persons in one document."""

    def __init__(self, marks: Marks, names: NameReader) -> None:
        self._marks, self._text, self._names = marks, marks.text, names

    def parted(self, title: Title, name: Name | None) -> tuple[Title, Name | None]:
        """Give a title with what belongs to it of the words behind it, and the name that is left of them."""
        body, start = self._is_unfinished(title), self._marks.skip_blanks(title.whole.end)
        kind = self._marks.at("place", start) if name is None else None
        if kind is not None:
            name = self._names.read(self._marks.skip_blanks(kind.end))
        if name is None or not (body or kind or self._lacks_place(title)) or name.honoured:
            return title, name
        words = list(WORD.finditer(self._text, name.span.start, name.span.end))
        cut = self._cut([word.group() for word in words], name.span, sure=bool(body or kind))
        if not 0 < cut < len(words):
            return title, name
        end = words[cut - 1].end()
        return _with_words(title, Span(name.span.start, end), body), self._names.read(words[cut].start())

    def _is_unfinished(self, title: Title) -> Span | None:
        """Give the word for a kind of body with which a title ends: its name must follow."""
        for start in (word.start() for word in WORD.finditer(self._text, title.span.start, title.whole.end)):
            rest = self._text[start : title.whole.end].casefold()
            if rest in self._marks.lexicon.unfinished:
                return Span(start, title.whole.end)
        return None

    def _lacks_place(self, title: Title) -> bool:
        """Say whether no place stands behind a title behind which one hardly ever fails ("Camat")."""
        written = self._text[title.span.start : title.span.end].casefold()
        return written in self._marks.lexicon.placed and not (title.tail.places or title.tail.body)

    def _cut(self, words: Sequence[str], span: Span, sure: bool) -> int:
        """Give how many words are none of the person's; at least one where it is sure that some are not."""
        first_names = self._marks.lexicon.first_names
        if not sure and words[0].casefold() in first_names:
            return 0
        told = next(iter(self._told(words, span)), None)
        if told is not None:
            return told
        inside = range(1, len(words) - 1)
        first = next((at for at in inside if words[at].casefold() in first_names), None)
        least = USUAL if sure else LEAST
        usual = max(1, len(words) - USUAL) if len(words) >= least else 0
        return first or usual

    def _told(self, words: Sequence[str], span: Span) -> Iterator[int]:
        """Give the cuts that the rest of the text tells: the body is named there alone, or the person is."""
        for cut in range(len(words) - 1, 0, -1):
            if any(self._marks.is_announced(at) for at in self._alone(words[:cut], words[cut], span)):
                yield cut
        for cut in range(1, len(words)):
            others = self._found(words[cut], span)
            if any(self._word_before(at) != words[cut - 1].casefold() for at in others):
                yield cut

    def _alone(self, words: Sequence[str], following: str, span: Span) -> Iterator[int]:
        """Give where else some words stand without the one that follows here."""
        for at in self._found(" ".join(words), span):
            end = self._marks.skip_blanks(at + len(" ".join(words)))
            if not self._text.startswith(following, end):
                yield at

    def _found(self, written: str, span: Span) -> Iterator[int]:
        """Give where a stretch of words stands outside a span."""
        for match in re.finditer(rf"\b{re.escape(written)}\b", self._text):
            if not span.start <= match.start() < span.end:
                yield match.start()

    def _word_before(self, offset: int) -> str | None:
        word = self._marks.document.word_before(offset)
        return word.text if word else None


def _with_words(title: Title, words: Span, body: Span | None) -> Title:
    """Give a title with more words: the rest of the name of its body, or its place."""
    if body is None:
        tail = replace(title.tail, end=words.end, places=(words,))
    else:
        start = title.tail.body.start if title.tail.body else body.start
        tail = replace(title.tail, end=words.end, body=Span(start, words.end), unit=True)
    return replace(title, tail=tail, whole=Span(title.whole.start, words.end))
