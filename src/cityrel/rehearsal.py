"""Holding what is found in a text against what an example of a language pack says of it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from cityrel.languages import Pack
from cityrel.languages.dates import DateMention, find_dates
from cityrel.languages.examples import (
    NONE,
    DateExample,
    EventExample,
    Example,
    HoldingExample,
    QuotationExample,
    TieExample,
)
from cityrel.model import Event, Facts, Holding, Organisation, Place, Quotation, Stage

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")


def differences(example: Example, facts: Facts, pack: Pack) -> tuple[str, ...]:
    """Give, in a line each, what an example says and the facts do not, and the other way round.

    What an example does not speak of is not compared; of ties that are planned, hoped or denied, those that
    it does not name are passed over.
    """
    dates = find_dates(facts.article.text, pack, facts.article.published)
    return tuple(_differences(example, facts, dates))


def verdict(example: Example, problems: Sequence[str]) -> str | None:
    """Say what is wrong with an example whose facts differ in `problems`; None where all is as marked."""
    if example.fails:
        return None if problems else "is understood now: take “fails” away"
    return "; ".join(problems) or None


def _differences(example: Example, facts: Facts, dates: Sequence[DateMention]) -> Iterator[str]:
    if example.ties is not None:
        yield from _unmatched("tie", example.ties, facts.stages, _same_tie, _needless)
    if example.holdings is not None:
        yield from _unmatched("holding", example.holdings, facts.holdings, _same_holding)
    if example.events is not None:
        yield from _unmatched("event", example.events, facts.events, _same_event)
    if example.quotations is not None:
        yield from _unmatched("quotation", example.quotations, facts.quotations, _same_quotation)
    if example.dates is not None:
        text = facts.article.text
        yield from _unmatched("date", example.dates, dates, lambda one, other: _same_date(one, other, text))
    if example.topics is not None:
        topics = {claim.topic for claim in facts.topics}
        yield from (f"topic missed: {topic}" for topic in example.topics if topic not in topics)
        yield from (f"topic made up: {topic}" for topic in sorted(topics.difference(example.topics)))


def _unmatched(
    what: str,
    wanted: Sequence[Wanted],
    found: Sequence[Found],
    same: Callable[[Wanted, Found], bool],
    needless: Callable[[Found], bool] = lambda _: False,
) -> Iterator[str]:
    """Pair each wanted fact with one that is found, and tell what is left on both sides."""
    left = list(found)
    for one in wanted:
        number = next((n for n, other in enumerate(left) if same(one, other)), None)
        if number is None:
            yield f"{what} missed: {one}"
        else:
            del left[number]
    yield from (f"{what} made up: {_brief(other)}" for other in left if not needless(other))


def _needless(stage: Stage) -> bool:
    return stage.modality != "stated"


def _same_tie(wanted: TieExample, stage: Stage) -> bool:
    both = any(
        _is_place(wanted.a, one) and _is_place(wanted.b, other)
        for one, other in ((stage.a, stage.b), (stage.b, stage.a))
    )
    told = (wanted.stage, wanted.modality) == (stage.stage, stage.modality)
    return both and told and _agree(wanted.kind, stage.kind) and _agree(wanted.date, stage.date)


def _same_holding(wanted: HoldingExample, holding: Holding) -> bool:
    named = (wanted.person, wanted.role) == (holding.person.name, holding.role)
    office = _agree(wanted.of, _name(holding.of)) and _agree(wanted.qualifier, holding.qualifier)
    return named and office and _agree(wanted.title, holding.title)


def _same_event(wanted: EventExample, event: Event) -> bool:
    told = wanted.type == event.type and wanted.virtual in (None, event.virtual)
    told = told and _agree(wanted.modality, event.modality)
    return told and _agree(wanted.date, event.date) and _agree(wanted.place, _name(event.place))


def _same_quotation(wanted: QuotationExample, quotation: Quotation) -> bool:
    speaker = quotation.speaker.name if quotation.speaker else None
    said = wanted.words in quotation.text and wanted.direct in (None, quotation.direct)
    return said and _agree(wanted.speaker, speaker) and _agree(wanted.modality, quotation.modality)


def _same_date(wanted: DateExample, mention: DateMention, text: str) -> bool:
    words = text[mention.span.start : mention.span.end]
    return wanted.words == words and _agree(wanted.value, mention.value) and _agree(wanted.end, mention.end)


def _agree(wanted: str | None, found: str | None) -> bool:
    """Compare a value, where the example gives one."""
    return wanted is None or (found or NONE) == wanted


def _is_place(wanted: str, place: Place) -> bool:
    """Compare name and country, and the level where the example gives it."""
    return wanted in (_written(place), f"{_written(place)}, {place.level}")


def _written(place: Place) -> str:
    return f"{place.name}, {place.country}"


def _name(home: Place | Organisation | None) -> str | None:
    return home.name if home else None


def _brief(found: Any) -> str:
    """Say what was found as the examples would write it."""
    match found:
        case Stage():
            places = f"{_written(found.a)} – {_written(found.b)}"
            return f"{places}: {found.stage}, {found.kind}, {found.date}, {found.modality}"
        case Holding():
            return (
                f"{found.person.name}: {found.qualifier or ''} {found.role}, {_name(found.of)}, {found.title}"
            )
        case Event():
            where = f"{_name(found.place)}, virtual: {found.virtual}"
            return f"{found.type}, {found.date}, {where}, {found.modality}"
        case Quotation():
            speaker = found.speaker.name if found.speaker else None
            return f"{speaker}: {found.text!r}, direct: {found.direct}, {found.modality}"
        case _:
            return str(found)
