"""Topics of the city relations that the article tells of."""

from collections.abc import Iterable

from cityrel.graph import claims
from cityrel.graph.draft import Draft
from cityrel.model import TopicClaim
from cityrel.vocabulary import CR, concept


def write(draft: Draft, claims: Iterable[TopicClaim]) -> None:
    """Write the topics, in order."""
    for number, claim in enumerate(claims, start=1):
        _write_claim(draft, number, claim)


def _write_claim(draft: Draft, number: int, claim: TopicClaim) -> None:
    """Write a topic with its evidence."""
    iri = claims.begin(draft, f"topic-{number}", CR.TopicClaim, claim.evidence)
    draft.add(iri, CR.topic, concept("topic", claim.topic))
