"""Whose office it is, told by who stands beside whom, who is sent and who receives."""

from collections.abc import Iterator

from cityrel.extraction.offices_bodies import COUNCIL, kinds_of
from cityrel.extraction.offices_ledger import Ledger
from cityrel.extraction.offices_owners import OfficeOf, is_country
from cityrel.extraction.offices_postings import LEADING, Anchor, Posting, anchor_before
from cityrel.extraction.offices_scene import Scene
from cityrel.extraction.offices_sides import SINGLE, placed
from cityrel.model import Organisation, Span

JOINTS = ("link:and", "context:beside")
"""The phrases that may part the members of one side."""

PART = ";"
"""The mark that parts one side from the other."""

COMPANY_GAP = 40
"""Characters that may part "with him" from the first of those in his company."""

ARTICLE = 4
"""Characters that may stand between "for" and the name of a place."""

MOST_JOINED = 6
"""Persons before the one behind whom their place stands."""

KIND = 1
"""Words for the kind of a place that may stand behind its name ("Quebec City sent ...")."""


class Company:
    """Tells the side of a person by those around him or her."""

    def __init__(self, scene: Scene, ledger: Ledger) -> None:
        self._scene, self._ledger = scene, ledger

    def joined(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the owner of the office just before: a comma or "and" joins those of one side."""
        anchor = anchor_before(self._scene.anchors, posting.span.start)
        index = self._scene.document.sentence_index
        if anchor is None or index(anchor.span.start) != index(posting.span.start):
            return
        parted = PART in self._scene.marks.text[anchor.span.end : posting.span.start]
        if not parted and self._scene.glue.joins(anchor.span.end, posting.span.start, *JOINTS):
            yield from self._beside(anchor, posting)

    def in_company(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the owner of the office of whom "with him" speaks."""
        start = self._scene.sentence(posting).start
        with_him = self._scene.glue.last("context:company", start, posting.span.start)
        if with_him is None or posting.span.start - with_him.end > COMPANY_GAP:
            return
        anchor = anchor_before(self._scene.anchors, with_him.start)
        if anchor is not None:
            yield from self._beside(anchor, posting)

    def sent(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the place that sends the holder, or that he or she stands for ("Osaka sent Mayor A")."""
        sent = self._right_before("context:sent", posting)
        mention = next(self._scene.before(sent.start), None) if sent else None
        if sent is None or mention is None:
            return
        if len(self._scene.document.words_in(Span(mention.whole.end, sent.start))) <= KIND:
            yield mention.place

    def standing_for(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the place for which the holder acts, or whence he or she comes ("Mayor A signed for B")."""
        marks, end = self._scene.marks, self._scene.marks.skip_blanks(posting.span.end)
        link = marks.at("context:stands", end)
        if link is None:
            return
        behind = marks.skip_blanks(link.end)
        for mention in self._scene.after(behind):
            if mention.whole.start - behind <= ARTICLE and mention.place.level != "country":
                yield mention.place

    def joined_behind(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the place that stands once behind several ("Mayor A, alderman B and clerk C of Gouda")."""
        at, roles, current = posting, {posting.role}, posting.appointment.title.qualifier is None
        for _ in range(MOST_JOINED):
            following = self._scene.next_posting(at)
            if following is None or (current and following.role in roles & set(SINGLE)):
                return
            if not self._scene.glue.joins(at.span.end, following.span.start, *JOINTS):
                return
            owner = self._ledger.owned.get(following.key)
            if owner is not None:
                if following.appointment.place is not None:
                    yield owner
                return
            at, roles = following, roles | {following.role}

    def receiving(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the place named last before "received by", which is not the one that the guests are from."""
        received = self._right_before("context:received", posting)
        if received is None:
            return
        group = self._scene.last_group(posting.span.start)
        guest = anchor_before(self._scene.anchors, received.start)
        guests = (group.place if group else None, self._ledger.owner_of(guest) if guest else None)
        for mention in self._scene.before(received.start):
            if mention.place not in guests and not is_country(mention.place):
                yield mention.place

    def _right_before(self, group: str, posting: Posting) -> Span | None:
        """Give the last phrase of a group in the sentence, where only joining words part it from a title."""
        start, end = self._scene.sentence(posting).start, posting.span.start
        found = self._scene.glue.last(group, start, end)
        return found if found and self._scene.glue.joins(found.end, end, *LEADING) else None

    def _beside(self, anchor: Anchor, posting: Posting) -> Iterator[OfficeOf]:
        """Give the owner for one who stands beside a person; two mayors are of two places."""
        owner = self._ledger.owner_of(anchor)
        if owner is None or anchor.person == posting.person:
            return
        if anchor.role == posting.role and posting.role in SINGLE:
            yield from self._scene.sides.others(placed(owner))
        elif (inherited := owner if anchor.role == posting.role else self._inherited(owner)) is not None:
            yield inherited

    def _inherited(self, owner: OfficeOf) -> OfficeOf:
        """Give what passes from one office to the next: a place or a council, of other bodies their place."""
        kinds = kinds_of(self._scene.roles, self._scene.marks.lexicon, owner)
        if not isinstance(owner, Organisation) or COUNCIL in kinds:
            return owner
        return owner.place or (None if kinds else owner)
