"""What the rules for offices look at: the places, groups and persons of a document, each in order."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cityrel.extraction.document import Document
from cityrel.extraction.offices_bodies import COUNCIL, kinds_of
from cityrel.extraction.offices_groups import Group, groups
from cityrel.extraction.offices_postings import Anchor, Glue, Posting, anchors
from cityrel.extraction.offices_sides import Sides
from cityrel.extraction.organisations import OrganisationMention
from cityrel.extraction.people import People
from cityrel.extraction.people_marks import Marks
from cityrel.languages.roles import Roles
from cityrel.model import Organisation, Place, Span
from cityrel.places import PlaceMention

LOOK_BACK = 4
"""Places before an offset among which the one that is meant is looked for."""


@dataclass(frozen=True)
class Scene:
    """One document as the rules see it; `home` is the place that it is written from."""

    people: People
    mentions: Sequence[PlaceMention]
    home: Place | None
    organisations: Sequence[OrganisationMention]
    posted: Sequence[Posting]

    @property
    def marks(self) -> Marks:
        """The words of the pack in the text."""
        return self.people.marks

    @property
    def document(self) -> Document:
        """The article with its pack."""
        return self.marks.document

    @property
    def roles(self) -> Roles:
        """What the pack says about offices."""
        return self.document.pack.roles

    @cached_property
    def places(self) -> list[PlaceMention]:
        """The places in the order in which they are named."""
        return sorted(self.mentions, key=lambda mention: mention.span.start)

    @cached_property
    def sides(self) -> Sides:
        """The places as owners of offices."""
        return Sides(self.places, self.home)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups of people from somewhere."""
        return groups(self.marks, self.places)

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """Where the text speaks of persons."""
        return anchors(self.people, self.posted)

    @cached_property
    def glue(self) -> Glue:
        """What tells whether words only join."""
        return Glue(self.marks)

    @cached_property
    def councils(self) -> list[Organisation]:
        """The councils that the article names."""
        bodies = dict.fromkeys(mention.organisation for mention in self.organisations)
        return [body for body in bodies if COUNCIL in kinds_of(self.roles, self.marks.lexicon, body)]

    @cached_property
    def by_title(self) -> dict[Span, list[Posting]]:
        """The holders of each title."""
        found: dict[Span, list[Posting]] = {}
        for posting in self.posted:
            found.setdefault(posting.appointment.title.span, []).append(posting)
        return found

    def before(self, offset: int) -> Iterator[PlaceMention]:
        """Give the places named before an offset, the last one first."""
        last = bisect_left(self.places, offset, key=lambda mention: mention.span.start)
        yield from reversed(self.places[max(0, last - LOOK_BACK) : last])

    def after(self, offset: int) -> Sequence[PlaceMention]:
        """Give the first place named from an offset on, if there is one."""
        first = bisect_left(self.places, offset, key=lambda mention: mention.span.start)
        return self.places[first : first + 1]

    def next_posting(self, posting: Posting) -> Posting | None:
        """Give the next title with its holder."""
        starts = self._starts_of_posted
        index = bisect_right(starts, posting.span.start)
        return self.posted[index] if index < len(starts) else None

    @cached_property
    def _starts_of_posted(self) -> list[int]:
        return [posting.span.start for posting in self.posted]

    def groups_in(self, span: Span) -> Sequence[Group]:
        """Give the groups that begin in a span."""
        first = bisect_left(self.groups, span.start, key=lambda group: group.span.start)
        last = bisect_left(self.groups, span.end, key=lambda group: group.span.start)
        return self.groups[first:last]

    def last_group(self, offset: int) -> Group | None:
        """Give the group named last before an offset."""
        last = bisect_left(self.groups, offset, key=lambda group: group.span.start)
        return self.groups[last - 1] if last else None

    def sentence(self, posting: Posting) -> Span:
        """Give the sentence in which a title and its holder begin."""
        return self.document.sentence_at(posting.span.start)

    def is_of_level(self, owner: Place | Organisation | None, posting: Posting) -> bool:
        """Say whether a place is of the level that a title begins with ("City Manager"), if it does."""
        first = self.written(posting).split()[:1]
        after = self.document.pack.places.after
        levels = [level for level, words in after.items() if {word.casefold() for word in words} & set(first)]
        return not levels or not isinstance(owner, Place) or owner.level in levels or "any" in levels

    def written(self, posting: Posting) -> str:
        """Give a title as written, in small letters."""
        title = posting.appointment.title.span
        return self.marks.text[title.start : title.end].casefold().strip(".")
