"""Whose office it is, told by the group that a person leads, belongs to or receives."""

from collections.abc import Iterator

from cityrel.extraction.offices_groups import Group
from cityrel.extraction.offices_owners import OfficeOf, is_country
from cityrel.extraction.offices_postings import LEADING, Posting
from cityrel.extraction.offices_scene import Scene
from cityrel.extraction.offices_sides import suits
from cityrel.model import Place, Span

LEADS_GAP = 40
"""Characters that may part a person from the word that makes him or her the head of a group."""

NEAR = 20
"""Characters behind a person, or before a title, that tell what he or she does with a group."""


class Membership:
    """Tells the side of a person by the groups that the text speaks of."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def of_group(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the place from which the group comes that a person leads or belongs to."""
        group = self._group_around(posting)
        if group is None:
            return
        if is_country(group.place):
            others = self._scene.sides.others()
            yield from (place for place in others if place.country == group.place.country)
        else:
            yield group.place

    def host(self, posting: Posting) -> Place | None:
        """Give the side that receives guests from the article's own home, where the holder does so."""
        guests = self._scene.last_group(posting.span.start)
        if guests is None or guests.place != self._scene.home or not self._receives(posting):
            return None
        return next(
            (place for place in self._scene.sides.others(guests.place) if suits(place, posting.role)), None
        )

    def _receives(self, posting: Posting) -> bool:
        sentence, glue, end = self._scene.sentence(posting), self._scene.glue, posting.span.end
        by = glue.last("context:received", sentence.start, posting.span.start)
        return bool(by or glue.last("context:receives", end, min(sentence.end, end + NEAR)))

    def _group_around(self, posting: Posting) -> Group | None:
        sentence = self._scene.sentence(posting)
        here = self._scene.groups_in(sentence)
        behind = [group for group in here if group.span.end <= posting.span.start]
        if behind and self._scene.glue.joins(behind[-1].span.end, posting.span.start, *LEADING):
            return behind[-1]
        if self._is_led(posting, sentence) or self._leads(posting, sentence) or self._is_theirs(posting):
            return next(iter(here), None) or self._scene.last_group(posting.span.start)
        return None

    def _is_led(self, posting: Posting, sentence: Span) -> bool:
        """Say whether "led by" stands before, with nothing but words that join between."""
        led = self._scene.glue.last("context:led", sentence.start, posting.span.start)
        return led is not None and self._scene.glue.joins(led.end, posting.span.start, *LEADING)

    def _is_theirs(self, posting: Posting) -> bool:
        """Say whether the office is that of those who were spoken of ("their mayor")."""
        start = self._scene.marks.before_blanks(posting.appointment.title.span.start)
        return self._scene.glue.last("context:their", max(0, start - NEAR), start) is not None

    def _leads(self, posting: Posting, sentence: Span) -> bool:
        """Say whether a word for leading a group stands behind."""
        end = min(sentence.end, posting.span.end + LEADS_GAP)
        return self._scene.glue.last("context:leads", posting.span.end, end) is not None
