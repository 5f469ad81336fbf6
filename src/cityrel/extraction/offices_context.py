"""Whose office it is where no place stands beside the title: what the text around it tells.

The rules are tried in order; each looks at the sentence, or at what was said last before it. A place is
passed over where somebody else holds the office, or where it is of a level that has none of that kind.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence

from cityrel.extraction.offices_bodies import COUNCIL, kinds_of
from cityrel.extraction.offices_groups import Group, groups
from cityrel.extraction.offices_owners import OfficeOf, is_country
from cityrel.extraction.offices_postings import Anchor, Glue, Key, Posting, anchor_before, anchors
from cityrel.extraction.offices_sides import PROVINCIAL, SINGLE, Sides, is_held, placed, suits
from cityrel.extraction.organisations import OrganisationMention
from cityrel.extraction.people import People
from cityrel.model import Organisation, Place, Span
from cityrel.places import PlaceMention, by_id

NATIONAL = ("head_of_state", "head_of_government", "minister", "deputy_minister")
"""Roles of those who speak for their country and need not name it."""

STATES = ("country", "province")
"""Levels of places that have ministers."""

JOINTS = ("link:and", "context:beside")
"""The phrases that may part the members of one side."""

LEADING = ("link:and", "context:beside", "context:including", "context:led")
COMPANY_GAP = 40
"""Characters that may part "with him" from the first of those in his company."""

PART = ";"
"""The mark that parts one side from the other."""

NEAR = 20
"""Characters behind a name in which the word for its kind stands."""

STEM = 7
"""Letters in which "prefecture" and "prefectural" are the same."""

FEW = 3
"""Countries at most for which a title is a hint to where its holder is from."""

PAIR = 2
SENTENCES = 3
"""Sentences back in which the places of two mayors are looked for."""

LEADS_GAP = 40
"""Characters that may part a person from the word that makes him or her the head of a group."""


class Context:
    """Tells whose the offices of one document are."""

    def __init__(
        self,
        people: People,
        mentions: Sequence[PlaceMention],
        home: Place | None,
        organisations: Sequence[OrganisationMention],
        posted: Sequence[Posting],
        stated: Mapping[Key, OfficeOf],
    ) -> None:
        self._marks, self._document = people.marks, people.marks.document
        self._roles = self._document.pack.roles
        self._mentions = sorted(mentions, key=lambda mention: mention.span.start)
        self._sides = Sides(self._mentions, home)
        self._groups = groups(people.marks, self._mentions)
        self._anchors = anchors(people, posted)
        self._glue = Glue(people.marks)
        self._posted = posted
        bodies = dict.fromkeys(mention.organisation for mention in organisations)
        self._councils = [
            body for body in bodies if COUNCIL in kinds_of(self._roles, people.marks.lexicon, body)
        ]
        self._current = {posting.key for posting in posted if posting.appointment.title.qualifier is None}
        self._owned: dict[Key, OfficeOf] = {key: owner for key, owner in stated.items() if owner is not None}

    def settle(self) -> Mapping[Key, OfficeOf]:
        """Give the owner of each office: stated, told by the context, or the home of the article."""
        for rule in (self._around, self._remaining):
            for posting in self._posted:
                if posting.key not in self._owned and (owner := rule(posting)) is not None:
                    self._owned[posting.key] = owner
        return self._owned

    def _around(self, posting: Posting) -> OfficeOf:
        """Give the first owner told by the text around that can have such an office."""
        rules: tuple[Callable[[Posting], Iterator[OfficeOf]], ...] = (
            self._referred_to,
            self._in_order,
            self._joined,
            self._in_company,
            self._sent,
            self._receiving,
            self._of_group,
            self._of_tongue,
        )
        told = (owner for rule in rules for owner in rule(posting))
        return next((owner for owner in told if self._can_be(owner, posting)), None)

    def _remaining(self, posting: Posting) -> OfficeOf:
        """Give the owner where nothing around tells it."""
        if self._is_national(posting):
            return next(self._countries(posting), None)
        if posting.role not in self._roles.local:
            return None
        other = (owner for (person, _), owner in self._owned.items() if person == posting.person)
        known = (owner for owner in other if isinstance(owner, Place) and not is_country(owner))
        likely = [owner for owner in (*known, *self._likely(posting)) if self._is_free(owner, posting)]
        return next((owner for owner in likely if suits(owner, posting.role)), next(iter(likely), None))

    def _likely(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the places that may have the office: those who receive, else the home, then the others."""
        host = self._host(posting)
        if host is not None:
            yield host
        if is_country(self._sides.home):
            return
        if self._sides.home is not None:
            yield self._sides.home
        yield from self._councils
        if self._sides.home is not None:
            yield from self._sides.others(self._sides.home)

    def _can_be(self, owner: OfficeOf, posting: Posting) -> bool:
        """Say whether an office can be of an owner: one of a state is of a country or one of its states."""
        national = posting.role in self._roles.state
        if national and not (isinstance(owner, Place) and owner.level in STATES):
            return False
        if is_country(owner) and not national and posting.role not in PROVINCIAL:
            return False
        return owner is not None and suits(owner, posting.role) and self._is_free(owner, posting)

    def _is_free(self, owner: OfficeOf, posting: Posting) -> bool:
        held = {key: owner for key, owner in self._owned.items() if key in self._current}
        return not is_held(owner, posting, held) and self._speaks(owner, posting)

    def _is_national(self, posting: Posting) -> bool:
        """Say whether an office is one of a country; a premier or chief minister may be a state's."""
        title = posting.appointment.title.span
        written = self._marks.text[title.start : title.end].casefold()
        return posting.role in self._roles.state and written not in self._roles.regional

    # -- what was named before

    def _referred_to(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the place that "there" or "of the prefecture" behind the title refers to."""
        title = posting.appointment.title
        back = self._marks.at("context:there", self._marks.skip_blanks(title.span.end))
        back = back or self._marks.at("context:there", self._marks.skip_blanks(title.whole.end))
        if back is None:
            return
        before = [one for one in self._before(posting.span.start) if not is_country(one.place)]
        kind = self._marks.text[back.start : back.end].split()[-1]
        yield from (one.place for one in before if self._is_called(one, kind))
        yield from (one.place for one in before if suits(one.place, posting.role))

    def _is_called(self, mention: PlaceMention, kind: str) -> bool:
        """Say whether the word for a kind of place ("prefecture") stands behind a name, or a form of it."""
        words = self._document.words_in(Span(mention.span.end, mention.span.end + NEAR))
        return bool(words) and words[0].text[:STEM] == kind[:STEM]

    def _in_order(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the places of two mayors who are named together, in the order the two places are named in."""
        title = posting.appointment.title
        pair = [one for one in self._posted if one.appointment.title.span == title.span]
        if not title.plural or len(pair) != PAIR or title.role not in SINGLE:
            return
        named = self._last_pair(posting)
        if len(named) >= PAIR:
            yield named[pair.index(posting)]

    def _last_pair(self, posting: Posting) -> list[Place]:
        """Give the places that can have such an office in the last sentence that names two of them."""
        index = self._document.sentence_index(posting.appointment.title.span.start)
        for number in range(index, max(-1, index - SENTENCES), -1):
            sentence = self._document.sentences[number]
            here = [one.place for one in self._mentions if sentence.start <= one.span.start < sentence.end]
            fitting = [place for place in dict.fromkeys(here) if suits(place, posting.role)]
            if len(fitting) >= PAIR:
                return fitting
        return []

    def _before(self, offset: int) -> Iterator[PlaceMention]:
        """Give the places named before an offset, the last one first."""
        last = bisect_left(self._mentions, offset, key=lambda mention: mention.span.start)
        yield from reversed(self._mentions[max(0, last - 4) : last])

    # -- who stands beside whom

    def _joined(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the owner of the office just before: those joined by a comma or "and" are of one side."""
        anchor = anchor_before(self._anchors, posting.span.start)
        if anchor is None or not self._is_same_sentence(anchor.span, posting.span):
            return
        parted = PART in self._marks.text[anchor.span.end : posting.span.start]
        if not parted and self._glue.joins(anchor.span.end, posting.span.start, *JOINTS):
            yield from self._beside(anchor, posting)

    def _beside(self, anchor: Anchor, posting: Posting) -> Iterator[OfficeOf]:
        """Give the owner for one who stands beside a person; two mayors are of two places."""
        owner = self._owner_of(anchor)
        if owner is None or anchor.person == posting.person:
            return
        if anchor.role == posting.role and posting.role in SINGLE:
            yield from (place for place in self._sides.others(placed_at(owner)))
        elif (inherited := owner if anchor.role == posting.role else self._inherited(owner)) is not None:
            yield inherited

    def _inherited(self, owner: OfficeOf) -> OfficeOf:
        """Give what passes from one office to the next: a place or a council, of other bodies their place."""
        kinds = kinds_of(self._roles, self._marks.lexicon, owner)
        if not isinstance(owner, Organisation) or COUNCIL in kinds:
            return owner
        return owner.place or (None if kinds else owner)

    def _in_company(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the owner of the office of whom "with him" speaks."""
        sentence = self._document.sentence_at(posting.span.start)
        with_him = self._glue.last("context:company", sentence.start, posting.span.start)
        if with_him is None or posting.span.start - with_him.end > COMPANY_GAP:
            return
        anchor = anchor_before(self._anchors, with_him.start)
        if anchor is not None:
            yield from self._beside(anchor, posting)

    def _sent(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the place that sends the holder or is represented by him or her ("Osaka sent Deputy Mayor A")."""
        sentence = self._document.sentence_at(posting.span.start)
        sent = self._glue.last("context:sent", sentence.start, posting.span.start)
        if sent is None or not self._glue.joins(sent.end, posting.span.start, *LEADING):
            return
        mention = next(self._before(sent.start), None)
        if mention is not None and len(self._document.words_in(Span(mention.whole.end, sent.start))) <= 1:
            yield mention.place

    def _receiving(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the place named last before "received by", which is not the one that the guests are from."""
        sentence = self._document.sentence_at(posting.span.start)
        received = self._glue.last("context:received", sentence.start, posting.span.start)
        if received is None or not self._glue.joins(received.end, posting.span.start, *LEADING):
            return
        group, guest = self._last_group(posting.span.start), anchor_before(self._anchors, received.start)
        guests = (group.place if group else None, self._owner_of(guest) if guest else None)
        for mention in self._before(received.start):
            if mention.place not in guests and not is_country(mention.place):
                yield mention.place

    def _owner_of(self, anchor: Anchor) -> OfficeOf:
        """Give the owner of the office that a person holds where the text speaks of him or her."""
        if anchor.role is not None:
            return self._owned.get((anchor.person, anchor.role))
        held = (owner for (person, _), owner in self._owned.items() if person == anchor.person)
        return next((owner for owner in held if not is_country(owner)), None)

    def _is_same_sentence(self, one: Span, other: Span) -> bool:
        index = self._document.sentence_index
        return index(one.start) == index(other.start)

    # -- who belongs to which group

    def _of_group(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the place from which the group comes that a person leads or belongs to."""
        group = self._group_around(posting)
        if group is None:
            return
        if is_country(group.place):
            yield from (place for place in self._sides.others() if place.country == group.place.country)
        else:
            yield group.place

    def _group_around(self, posting: Posting) -> Group | None:
        sentence = self._document.sentence_at(posting.span.start)
        here = [group for group in self._groups if sentence.start <= group.span.start < sentence.end]
        behind = [group for group in here if group.span.end <= posting.span.start]
        if behind and self._glue.joins(behind[-1].span.end, posting.span.start, *LEADING):
            return behind[-1]
        if self._is_led(posting, sentence) or self._leads(posting, sentence) or self._is_theirs(posting):
            return next(iter(here), None) or self._last_group(posting.span.start)
        return None

    def _is_led(self, posting: Posting, sentence: Span) -> bool:
        """Say whether "led by" stands before, with nothing but words that join between."""
        led = self._glue.last("context:led", sentence.start, posting.span.start)
        return led is not None and self._glue.joins(led.end, posting.span.start, *LEADING)

    def _is_theirs(self, posting: Posting) -> bool:
        """Say whether the office is that of those who were spoken of ("their mayor")."""
        start = self._marks.before_blanks(posting.appointment.title.span.start)
        return self._glue.last("context:their", max(0, start - NEAR), start) is not None

    def _leads(self, posting: Posting, sentence: Span) -> bool:
        """Say whether a word for leading a group stands behind."""
        end = min(sentence.end, posting.span.end + LEADS_GAP)
        return self._glue.last("context:leads", posting.span.end, end) is not None

    def _last_group(self, offset: int) -> Group | None:
        before = [group for group in self._groups if group.span.start < offset]
        return before[-1] if before else None

    def _host(self, posting: Posting) -> Place | None:
        """Give the side that receives, where the text says that the holder does so and the home are guests."""
        sentence = self._document.sentence_at(posting.span.start)
        behind = Span(posting.span.end, min(sentence.end, posting.span.end + NEAR))
        received = self._glue.last("context:received", sentence.start, posting.span.start)
        received = received or self._glue.last("context:receives", behind.start, behind.end)
        guests = self._last_group(posting.span.start)
        if received is None or guests is None or guests.place != self._sides.home:
            return None
        return next((place for place in self._sides.others(guests.place) if suits(place, "mayor")), None)

    # -- what the words themselves tell

    def _of_tongue(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the places in whose country the title is at home, where it is so in one only ("Bürgermeister")."""
        countries = self._tongues(posting)
        if 0 < len(countries) <= FEW:
            yield from (place for place in self._sides.others() if place.country in countries)

    def _speaks(self, owner: OfficeOf, posting: Posting) -> bool:
        """Say whether a title can be one of an owner's country: "Cllr" is none of Japan's."""
        countries = self._tongues(posting)
        return not countries or not isinstance(owner, Place) or owner.country in countries

    def _tongues(self, posting: Posting) -> tuple[str, ...]:
        """Give the countries in which a title is at home; nothing for one that is so everywhere."""
        title = posting.appointment.title.span
        written = self._marks.text[title.start : title.end].casefold().strip(".")
        spoken = (codes for codes, titles in self._roles.tongues.items() if written in titles)
        return tuple(code for codes in spoken for code in codes.split())

    def _countries(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the countries that an office of state may be of: one named just before, or the home country."""
        sentence = self._document.sentence_at(posting.span.start)
        if posting.role not in NATIONAL:
            return
        for mention in self._before(posting.span.start):
            if is_country(mention.place) and mention.span.start >= sentence.start:
                yield mention.place
        if self._document.pack.home_countries and posting.role != "head_of_government":
            yield by_id(self._document.pack.home_countries[0])


def placed_at(owner: OfficeOf) -> Place | None:
    """Give the place of an owner, where it is known."""
    place = placed(owner)
    return place if isinstance(place, Place) else None
