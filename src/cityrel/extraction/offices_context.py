"""Whose office it is where no place stands beside the title: what the text around it tells.

The rules are tried in order; each looks at the sentence, or at what was said last before it. A place is
passed over where somebody else holds the office, or where it is of a level that has none of that kind.
What no rule tells is of the home of the article, or of the council that it names.
"""

from collections.abc import Iterator, Mapping

from cityrel.extraction.offices_company import Company
from cityrel.extraction.offices_hints import Hints
from cityrel.extraction.offices_ledger import Ledger
from cityrel.extraction.offices_membership import Membership
from cityrel.extraction.offices_owners import OfficeOf, is_country
from cityrel.extraction.offices_postings import Key, Posting
from cityrel.extraction.offices_scene import Scene
from cityrel.extraction.offices_sides import PROVINCIAL, suits
from cityrel.model import Place

STATES = ("country", "province")
"""Levels of places that have ministers."""


class Context:
    """Tells whose the offices of one document are; `stated` are those named beside their titles."""

    def __init__(self, scene: Scene, stated: Mapping[Key, OfficeOf]) -> None:
        self._scene, self._ledger = scene, Ledger(scene.posted, stated)
        self._hints, self._membership = Hints(scene), Membership(scene)
        company = Company(scene, self._ledger)
        self._rules = (
            self._hints.referred_to,
            self._hints.in_order,
            company.joined,
            company.standing_for,
            company.joined_behind,
            company.in_company,
            company.sent,
            company.receiving,
            self._membership.of_group,
            self._hints.of_tongue,
        )

    def settle(self) -> Mapping[Key, OfficeOf]:
        """Give the owner of each office: stated, told by the context, or the home of the article."""
        for rule in (self._around, self._around_or_remaining):
            for posting in self._scene.posted:
                if posting.key not in self._ledger.owned:
                    self._ledger.enter(posting.key, rule(posting))
        return self._ledger.owned

    def _around_or_remaining(self, posting: Posting) -> OfficeOf:
        """Look around once more: those beside a person may have an owner by now."""
        again = posting.role in self._scene.roles.local
        return (self._around(posting) if again else None) or self._remaining(posting)

    def _around(self, posting: Posting) -> OfficeOf:
        """Give the first owner told by the text around that can have such an office."""
        called = next((one for one in self._hints.called(posting) if self._is_free(one, posting)), None)
        if called is not None:
            return called
        told = (owner for rule in self._rules for owner in rule(posting))
        return next((owner for owner in told if self._can_be(owner, posting)), None)

    def _remaining(self, posting: Posting) -> OfficeOf:
        """Give the owner where nothing around tells it."""
        if self._is_national(posting):
            return next(self._hints.countries(posting), None)
        if posting.role not in self._scene.roles.local:
            return None
        likely = [owner for owner in self._likely(posting) if self._is_free(owner, posting)]
        fitting = [owner for owner in likely if suits(owner, posting.role)]
        level = [owner for owner in fitting if self._scene.is_of_level(owner, posting)]
        return next(iter((*level, *fitting, *likely)), None)

    def _likely(self, posting: Posting) -> Iterator[OfficeOf]:
        """Give the likely owners: of another office, those who receive, the home, councils, other places."""
        other = self._ledger.home_of(posting.person)
        if isinstance(other, Place):
            yield other
        host = self._membership.host(posting)
        if host is not None:
            yield host
        home = self._scene.home
        if is_country(home):
            return
        if home is not None:
            yield home
        yield from self._scene.councils
        if home is not None:
            yield from self._scene.sides.others(home)

    def _can_be(self, owner: OfficeOf, posting: Posting) -> bool:
        """Say whether an office can be of an owner: one of a state is of a country or one of its states."""
        national = posting.role in self._scene.roles.state
        if national and not (isinstance(owner, Place) and owner.level in STATES):
            return False
        if is_country(owner) and not national and posting.role not in PROVINCIAL:
            return False
        fits = suits(owner, posting.role) or self._ledger.has(owner, self._principal(posting))
        return owner is not None and fits and self._is_free(owner, posting)

    def _principal(self, posting: Posting) -> str | None:
        """Give the role of which a role is the deputy's, if it is one."""
        deputies = self._scene.roles.deputy_roles.items()
        return next((role for role, deputy in deputies if deputy == posting.role), None)

    def _is_free(self, owner: OfficeOf, posting: Posting) -> bool:
        return not self._ledger.is_taken(owner, posting) and self._hints.speaks(owner, posting)

    def _is_national(self, posting: Posting) -> bool:
        """Say whether an office is one of a country; a premier or chief minister may be a state's."""
        regional = self._scene.written(posting) in self._scene.roles.regional
        return posting.role in self._scene.roles.state and not regional
