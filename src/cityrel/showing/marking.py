"""The text of an article with its mentions marked: by colour, or by brackets where there are no colours."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from cityrel.showing.mentions import Mention, Sort
from cityrel.showing.safe import safe

STYLES: dict[Sort, str] = {
    "place": "bold green",
    "person": "bold cyan",
    "title": "cyan",
    "organisation": "blue",
    "date": "yellow",
    "kind": "magenta",
    "stage": "bold red",
}
"""The colour of each sort of mention."""


def marked(text: str, mentions: Iterable[Mention], *, colours: bool) -> Text:
    """Give a text with its mentions in colour, or else as `[place: Bogor]`.

    Raises nothing, whatever the text: what a terminal would obey is written as what it is.
    """
    return Text.assemble(*_pieces(text, mentions, colours=colours))


def legend(*, colours: bool) -> Text:
    """Say which colour stands for what; nothing where brackets say it."""
    if not colours:
        return Text()
    return Text(" ").join(Text(sort, style=style) for sort, style in STYLES.items())


def _pieces(text: str, mentions: Iterable[Mention], *, colours: bool) -> Iterator[tuple[str, str]]:
    done = 0
    for mention in mentions:
        start, end = mention.span.start, mention.span.end
        yield safe(text[done:start]), ""
        name = safe(text[start:end])
        yield (name, STYLES[mention.sort]) if colours else (f"[{mention.sort}: {name}]", "")
        done = end
    yield safe(text[done:]), ""
