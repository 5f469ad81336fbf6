"""Quotes of an answer as evidence: found in the article, or refused."""

from collections.abc import Sequence
from dataclasses import dataclass

from cityrel.extraction.llm.ground import Ground, Site
from cityrel.extraction.llm.locating import EXACT, Found
from cityrel.extraction.llm.refusal import Refused, not_in_text
from cityrel.extraction.llm.wording import shown
from cityrel.model import Evidence, Span

CONFIDENCE = 0.7
"""How sure a claim is that a model alone makes. It is assumed, not measured, and below that of good rules."""

ONE_PARTNER = 0.8
"""How much less sure a stage is whose words name only one of the partners."""

MOST_QUOTES = 4
"""Quotes of an item that are looked at."""

SHORTEST, LONGEST = 4, 600
"""Characters of the shortest quote that proves anything, and of the longest that is kept."""

QUOTATION_MARKS = frozenset('"“”„«»「」『』')


@dataclass(frozen=True)
class Proof:
    """What quotes prove about one article; `rule` names what found them, `warnings` is written to."""

    ground: Ground
    rule: str
    warnings: list[str]

    def naming(self, a: Site, b: Site, found: Sequence[Found]) -> float:
        """Give how much the quotes, with the rest of their sentences, tell of the partners.

        Raises Refused where they name neither.
        """
        named = [self._stands_in(site.spans, found) for site in (a, b)]
        if not any(named):
            raise Refused(f"the quotes name neither {shown(a.name)!r} nor {shown(b.name)!r}")
        return 1.0 if all(named) else ONE_PARTNER

    def _stands_in(self, spans: Sequence[Span], found: Sequence[Found]) -> bool:
        return any(span in sentences for sentences in map(self._sentences, found) for span in spans)

    def _sentences(self, found: Found) -> Span:
        """Give the quote with the rest of the sentences in which it begins and ends."""
        first = self.ground.document.sentence_at(found.span.start)
        last = self.ground.document.sentence_at(max(found.span.start, found.span.end - 1))
        return Span(min(first.start, found.span.start), max(last.end, found.span.end))

    def names(self, name: str, found: Sequence[Found]) -> bool:
        """Say whether a word of a name stands in the quotes or the rest of their sentences."""
        words = [word for word in name.split() if len(word.strip(".")) > 1]
        return any(self._stands_in(tuple(self.ground.locator.all(word)), found) for word in words)

    def quotes(self, passages: Sequence[str], longest: int = LONGEST) -> tuple[Found, ...]:
        """Find the quotes of an item.

        Raises Refused where none is found; of several, those that are not are told in a warning.
        """
        refused: list[str] = []
        found = [one for one in (self._quote(p, longest, refused) for p in passages[:MOST_QUOTES]) if one]
        if not found:
            raise Refused("; ".join(refused) or "no quote")
        self.warnings.extend(refused)
        return tuple(dict.fromkeys(found))

    def _quote(self, passage: str, longest: int, refused: list[str]) -> Found | None:
        """Find a quote, or note why it is refused."""
        found = self.ground.find(passage)
        if found is None:
            refused.append(str(not_in_text("quote", passage)))
        elif len(passage.strip()) < SHORTEST and passage.isascii():
            refused.append(f"quote too short to prove anything: {shown(passage)!r}")
        elif found.span.end - found.span.start > longest:
            refused.append(f"quote of more than {longest} characters: {shown(passage)!r}")
        else:
            return found
        return None

    def evidence(self, found: Sequence[Found], sure: float = EXACT) -> tuple[Evidence, ...]:
        """Give quotes as evidence, in the order of the text; `sure` is how sure the claim is otherwise."""
        ordered = sorted(found, key=lambda one: one.span.start)
        return tuple(
            self.ground.document.evidence(one.span, self.rule, round(CONFIDENCE * sure * one.likeness, 2))
            for one in ordered
        )

    def is_between_marks(self, span: Span) -> bool:
        """Say whether a quotation mark stands beside words, with no more than a full stop between."""
        text = self.ground.article.text
        beside = text[max(0, span.start - 2) : span.start] + text[span.end : span.end + 3]
        return not QUOTATION_MARKS.isdisjoint(beside)
