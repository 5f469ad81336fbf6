"""The whole page of an article: its source, its text, and its facts in groups."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from cityrel.confidence import of
from cityrel.model import Claim, Evidence, Explanation, Facts, Stage
from cityrel.showing.marking import legend, marked
from cityrel.showing.mentions import mentions
from cityrel.showing.reasons import Line, why
from cityrel.showing.safe import in_line
from cityrel.showing.wording import describe

GROUPS = {
    "stages": "Ties",
    "holdings": "Office holders",
    "events": "Events",
    "quotations": "Quotations",
    "topics": "Topics",
}
"""The heading of each kind of claim, by the field of the facts that holds it."""

INDENT = 2
NARROW = 40
"""On a terminal of fewer columns nothing is indented."""


def show(facts: Facts, console: Console, explanations: Sequence[Explanation] = ()) -> None:
    """Print an article with its mentions marked, and its facts with what they rest on.

    That is the rule that found them, its confidence, and the words; for a tie that is explained, also the
    signs that decided. Mentions are in colour on a terminal that has colours, and in brackets elsewhere
    (`NO_COLOR`, a file).
    """
    colours = has_colours(console)
    told = {frozenset({one.a.id, one.b.id}): one for one in explanations}
    for level, line in _page(facts, told, colours=colours):
        _print(console, level, line)


def has_colours(console: Console) -> bool:
    """Say whether what a console prints is seen in colour."""
    return console.is_terminal and not console.no_color and console.color_system is not None


def _print(console: Console, level: int, line: Text) -> None:
    """Print a line; a terminal breaks it between words and below its beginning, a file gets it whole."""
    indent = level * INDENT if console.width >= NARROW else 0
    if not line:
        console.print()
    elif console.is_terminal:
        console.print(Padding(line, (0, 0, 0, indent), expand=False), highlight=False)
    else:
        console.print(Text(" " * indent) + line, soft_wrap=True, highlight=False)


def _page(facts: Facts, explained: Mapping[frozenset[str], Explanation], *, colours: bool) -> Iterator[Line]:
    yield 0, Text(f"── {in_line(facts.article.source)}", style="dim")
    if colours:
        yield 0, legend(colours=colours)
    yield 0, Text()
    yield 0, marked(facts.article.text, mentions(facts), colours=colours)
    for field, heading in GROUPS.items():
        claims = getattr(facts, field)
        if claims:
            yield 0, Text()
            yield 0, Text(heading, style="bold underline")
            yield from _claims(claims, explained)
    yield 0, Text()


def _claims(claims: Sequence[Claim], explained: Mapping[frozenset[str], Explanation]) -> Iterator[Line]:
    """Give claims with what they rest on, and below the first one of each tie why it is one."""
    waiting = dict(explained)
    for claim in claims:
        yield from _claim(claim)
        if isinstance(claim, Stage):
            reasons = waiting.pop(frozenset({claim.a.id, claim.b.id}), None)
            yield from why(reasons, level=2) if reasons else ()


def _claim(claim: Claim) -> Iterator[Line]:
    yield 1, Text.assemble((in_line(describe(claim)), "bold"), (f"  {of(claim):.2f}", "dim"))
    for piece in claim.evidence:
        yield 2, _proof(piece)


def _proof(piece: Evidence) -> Text:
    """Give the rule that fired, how sure it is, and the words it took."""
    rule = f"{in_line(piece.rule)} {piece.confidence:.2f} [{piece.start}:{piece.end}] "
    return Text.assemble((rule, "dim"), f"“{in_line(piece.quote)}”")
