"""What somebody says in the article."""

from collections.abc import Iterable

from cityrel.graph import claims, persons
from cityrel.graph.draft import Draft
from cityrel.graph.literals import truth
from cityrel.model import Quotation
from cityrel.vocabulary import CR, SCHEMA, concept


def write(draft: Draft, quotations: Iterable[Quotation]) -> None:
    """Write who said what, in order."""
    for number, quotation in enumerate(quotations, start=1):
        _write_quotation(draft, number, quotation)


def _write_quotation(draft: Draft, number: int, quotation: Quotation) -> None:
    """Write a quotation, with its speaker where the text tells it."""
    iri = claims.begin(draft, f"quotation-{number}", CR.Quotation, quotation.evidence)
    draft.add(iri, SCHEMA.text, draft.words(quotation.text))
    draft.add(iri, CR.direct, truth(quotation.direct))
    draft.add(iri, CR.modality, concept("modality", quotation.modality))
    if quotation.speaker:
        draft.add(iri, CR.speaker, persons.write(draft, quotation.speaker))
