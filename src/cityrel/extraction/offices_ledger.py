"""Who holds which office so far, and of what: the book that the rules read and write."""

from collections.abc import Mapping, Sequence

from cityrel.extraction.offices_owners import OfficeOf, is_country
from cityrel.extraction.offices_postings import Anchor, Key, Posting
from cityrel.extraction.offices_sides import SINGLE, Where, placed


class Ledger:
    """The owners of the offices of one document, as far as they are known."""

    def __init__(self, posted: Sequence[Posting], stated: Mapping[Key, OfficeOf]) -> None:
        self._current = {posting.key for posting in posted if posting.appointment.title.qualifier is None}
        self._by_person: dict[int, list[OfficeOf]] = {}
        self._holders: dict[tuple[str, Where], set[int]] = {}
        self.owned: dict[Key, OfficeOf] = {}
        for key, owner in stated.items():
            self.enter(key, owner)

    def enter(self, key: Key, owner: OfficeOf) -> None:
        """Write down whose an office is."""
        if owner is None:
            return
        person, role = key
        self.owned[key] = owner
        self._by_person.setdefault(person, []).append(owner)
        if key in self._current:
            self._holders.setdefault((role, placed(owner)), set()).add(person)

    def owner_of(self, anchor: Anchor) -> OfficeOf:
        """Give the owner of the office that a person holds where the text speaks of him or her."""
        if anchor.role is not None:
            return self.owned.get((anchor.person, anchor.role))
        return self.home_of(anchor.person)

    def home_of(self, person: int) -> OfficeOf:
        """Give the owner of any office of a person, countries aside."""
        held = self._by_person.get(person, ())
        return next((owner for owner in held if not is_country(owner)), None)

    def has(self, owner: OfficeOf, role: str | None) -> bool:
        """Say whether an owner is known to have somebody in a role."""
        return role is not None and bool(self._holders.get((role, placed(owner))))

    def is_taken(self, owner: OfficeOf, posting: Posting) -> bool:
        """Say whether somebody else is known to hold an office of which there is but one."""
        if posting.role not in SINGLE or posting.appointment.title.qualifier:
            return False
        return bool(self._holders.get((posting.role, placed(owner)), set()) - {posting.person})
