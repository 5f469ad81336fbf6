"""Whose office it is, told by words that refer to a place, by the order of names, and by the title itself."""

from collections.abc import Iterator

from cityrel.extraction.offices_owners import OfficeOf, is_country
from cityrel.extraction.offices_postings import Posting
from cityrel.extraction.offices_scene import Scene
from cityrel.extraction.offices_sides import SINGLE, suits
from cityrel.model import Place, Span
from cityrel.places import PlaceMention, by_id

NATIONAL = ("head_of_state", "minister", "deputy_minister")
"""Roles of those who need not name the country that the language is at home in."""

NEAR = 20
"""Characters behind a name in which the word for its kind stands."""

STEM = 7
"""Letters in which "prefecture" and "prefectural" are the same."""

FEW = 3
"""Countries at most for which a title is a hint to where its holder is from."""

PAIR = 2
SENTENCES = 3
"""Sentences back in which the places of two mayors are looked for."""


class Hints:
    """Tells the side of a person by single words."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def called(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the place that was called by the word behind the title ("of the prefecture")."""
        kind = self._reference(posting)
        yield from (one.place for one in self._last(posting) if kind and self._is_called(one, kind))

    def referred_to(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the place that "there" or "of the province" behind the title refers to."""
        if self._reference(posting) is not None:
            yield from (one.place for one in self._last(posting))

    def _last(self, posting: Posting) -> list[PlaceMention]:
        return [one for one in self._scene.before(posting.span.start) if not is_country(one.place)]

    def in_order(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the places of two mayors who are named together, in the order the two places are named in."""
        title = posting.appointment.title
        pair = self._scene.by_title[title.span]
        if not title.plural or len(pair) != PAIR or title.role not in SINGLE:
            return
        named = self._last_pair(posting)
        if named:
            yield named[pair.index(posting)]

    def of_tongue(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the places of the few countries in which the title is at home ("Bürgermeister")."""
        countries = self._tongues(posting)
        if 0 < len(countries) <= FEW:
            yield from (place for place in self._scene.sides.others() if place.country in countries)

    def speaks(self, owner: OfficeOf, posting: Posting) -> bool:
        """Say whether a title can be one of an owner's country: "Cllr" is none of Japan's."""
        countries = self._tongues(posting)
        return not countries or not isinstance(owner, Place) or owner.country in countries

    def countries(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the countries that an office of state may be of: one named just before, or the home."""
        if posting.role not in (*NATIONAL, "head_of_government"):
            return
        start = self._scene.sentence(posting).start
        for mention in self._scene.before(posting.span.start):
            if is_country(mention.place) and mention.span.start >= start:
                yield mention.place
        at_home = self._scene.document.pack.home_countries
        if at_home and posting.role in NATIONAL:
            yield by_id(at_home[0])

    def _reference(self, posting: Posting) -> str | None:
        """Give the last word of what refers to a place behind a title, or None."""
        marks, title = self._scene.marks, posting.appointment.title
        for end in (title.span.end, title.whole.end):
            back = marks.at("context:there", marks.skip_blanks(end))
            if back is not None:
                return marks.text[back.start : back.end].split()[-1]
        return None

    def _is_called(self, mention: PlaceMention, kind: str) -> bool:
        """Say whether the word for a kind of place ("prefecture") stands behind a name, or a form of it."""
        words = self._scene.document.words_in(Span(mention.span.end, mention.span.end + NEAR))
        return bool(words) and words[0].text[:STEM] == kind[:STEM]

    def _last_pair(self, posting: Posting) -> list[Place]:
        """Give the places that can have such an office in the last sentence that names two of them."""
        sentences = self._scene.document.sentences
        index = self._scene.document.sentence_index(posting.appointment.title.span.start)
        for sentence in reversed(sentences[max(0, index + 1 - SENTENCES) : index + 1]):
            named = [
                one.place for one in self._scene.before(sentence.end) if one.span.start >= sentence.start
            ]
            fitting = [place for place in dict.fromkeys(reversed(named)) if suits(place, posting.role)]
            if len(fitting) >= PAIR:
                return fitting
        return []

    def _tongues(self, posting: Posting) -> tuple[str, ...]:
        """Give the countries in which a title is at home; nothing for one that is so everywhere."""
        written = self._scene.written(posting)
        spoken = (codes for codes, titles in self._scene.roles.tongues.items() if written in titles)
        return tuple(code for codes in spoken for code in codes.split())
