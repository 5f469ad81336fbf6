"""`cityrel language`: the language packs, and whether they are in order."""

import sys
from collections.abc import Iterator, Sequence

import click

from cityrel.errors import ReadError


@click.group()
def language() -> None:
    """Look at the language packs, and check them."""


@language.command("list")
def list_packs() -> None:
    """List the languages that have a pack."""
    from cityrel import languages

    for code in languages.available():
        told = languages.load(code).language
        click.echo(f"{code}\t{told.english_name}\t{told.name}")


pack_argument = click.argument("pack", metavar="CODE|DIR")


@language.command()
@pack_argument
@click.option(
    "--corpus", multiple=True, metavar="PATH", help="Articles in which phrases may be used; several times."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A line for people, or one of JSON, for each finding.",
)
def check(pack: str, corpus: Sequence[str], form: str) -> None:
    """Say what is missing, ambiguous or never used in a language pack.

    Exit status 1 says that something is missing or ambiguous. A phrase that is never used does no harm.
    """
    from cityrel import checking

    findings = checking.check(found := checking.find_pack(pack), _texts(corpus, found.code))
    write = checking.as_json if form == "json" else checking.as_line
    for finding in findings:
        click.echo(write(finding))
    if any(finding.serious for finding in findings):
        sys.exit(1)


@language.command()
@click.argument("code")
def examples(code: str) -> None:
    """Read the examples of a language, and say where something else is understood than they state.

    Exit status 1 says that one fails without being marked so, or is marked and does not fail.
    """
    from cityrel import languages, pipeline, rehearsal

    pack, wrong = languages.load(code), 0
    for about, example in pack.examples.all():
        facts = pipeline.extract_text(example.text, pack.code, example.published)
        verdict = rehearsal.verdict(example, rehearsal.differences(example, facts, pack))
        if verdict:
            click.echo(f"{about}: {example.shows}: {verdict}")
            wrong += 1
    click.echo(f"{len(tuple(pack.examples.all()))} examples, {wrong} not as marked", err=True)
    if wrong:
        sys.exit(1)


def _texts(corpus: Sequence[str], code: str) -> Iterator[str]:
    """Give the texts of a corpus; what cannot be read becomes a line on standard error."""
    from cityrel import pipeline

    for item in pipeline.texts(corpus, code):
        if isinstance(item, ReadError):
            click.echo(str(item), err=True)
        else:
            yield item
