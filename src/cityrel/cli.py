"""The command line: arguments and progress only."""

import json
import logging
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import platformdirs
from rich.console import Console

from cityrel import __version__
from cityrel.errors import CityrelError, ReadError, UsageError
from cityrel.vocabulary import PREFIXES, check_base

if TYPE_CHECKING:
    from cityrel.store.answers import Request

HOST, PORT = "127.0.0.1", 8000
SAMPLES = Path(__file__).parent / "samples" / "articles"

Command = Callable[..., Any]


class Commands(click.Group):
    """The commands; an error of ours becomes one line and an exit status."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command: status 1 where something failed, 2 where it was used wrongly."""
        try:
            return super().invoke(ctx)
        except CityrelError as error:
            click.echo(f"cityrel: {error}", err=True)
            ctx.exit(2 if isinstance(error, UsageError) else 1)
        except BrokenPipeError:
            raise
        except OSError as error:
            named = f"{error.filename}: " if error.filename else ""
            click.echo(f"cityrel: {named}{error.strerror or error}", err=True)
            ctx.exit(1)


def store_option(command: Command) -> Command:
    """Add the option that says where the store is."""
    return click.option(
        "--store",
        envvar="CITYREL_STORE",
        default=lambda: str(platformdirs.user_data_path("cityrel") / "store"),
        metavar="DIR|URL",
        show_default="the user's data folder",
        show_envvar=True,
        help="Folder of the store, or address of a SPARQL 1.1 server.",
    )(command)


timeout_option = click.option(
    "--query-timeout",
    default=30.0,
    show_default=True,
    type=click.FloatRange(min=0, min_open=True),
    metavar="SECONDS",
    help="Time that a SPARQL query may take.",
)


def server_options(command: Command) -> Command:
    """Add the options of the web front."""
    options = (
        click.option("--host", default=HOST, show_default=True, help="Address to listen on."),
        click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535)),
        timeout_option,
        click.option(
            "--query-memory",
            default=4096,
            show_default=True,
            type=click.IntRange(min=1),
            metavar="MB",
            help="Memory that a SPARQL query may take.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


sources_argument = click.argument("sources", nargs=-1, required=True, metavar="PATH...")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cityrel")
@click.option("-v", "--verbose", is_flag=True, help="Say more, with the trace of what fails unexpectedly.")
def main(verbose: bool) -> None:
    """News about city diplomacy as an open knowledge graph that can be checked."""
    logging.basicConfig(level=logging.DEBUG if verbose else logging.ERROR, format="%(name)s: %(message)s")
    check_base()


@main.command()
@sources_argument
@store_option
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes; one for each core.")
@click.option(
    "--quarantine",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Folder for articles whose graph breaks a shape; by default beside what is stored.",
)
def ingest(sources: Sequence[str], store: str, workers: int | None, quarantine: Path | None) -> None:
    """Store the articles of files, folders and addresses: text, HTML, JSON lines, feeds, WARC, PDF.

    Exit status 1 says that an article could not be read or was quarantined; the others are stored.
    """
    if not _ingest(sources, store, workers, quarantine):
        sys.exit(1)


@main.command()
@store_option
@server_options
@click.option("--serve/--no-serve", default=True, help="Whether to serve what was stored.")
def demo(store: str, host: str, port: int, serve: bool, **limits: Any) -> None:
    """Take the sample articles down the whole road, then serve the result."""
    if serve:
        from cityrel import web

        web.check_address(host, port)
    _ingest([str(SAMPLES)], store, None, None)
    if serve:
        _serve(store, host, port, **limits)


@main.command()
@store_option
@server_options
def serve(store: str, host: str, port: int, **limits: Any) -> None:
    """Serve the store: pages, SPARQL and health."""
    _serve(store, host, port, **limits)


@main.command()
@sources_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "ttl", "text"]),
    default="text",
    show_default=True,
    help="JSON lines, Turtle, or the article with its evidence marked.",
)
def extract(sources: Sequence[str], form: str) -> None:
    """Show what is found in articles, without storing it."""
    from cityrel import pipeline

    show = {"jsonl": _show_record, "ttl": _show_turtle, "text": _show_marked}[form]
    failed = False
    for item in pipeline.extract_all(sources):
        if isinstance(item, ReadError):
            click.echo(str(item), err=True)
            failed = True
        else:
            for warning in item.article.warnings:
                click.echo(f"{item.article.source}: {warning}", err=True)
            show(item)
    if failed:
        sys.exit(1)


@main.command()
def gazetteer() -> None:
    """Make the gazetteer ahead of its first use, and say where it is."""
    from cityrel import pipeline, terminal

    with terminal.preparing() as tell:
        folder = pipeline.prepare(tell)
    click.echo(folder)


@main.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--errors", "list_errors", is_flag=True, help="List what was missed and what was made up.")
def evaluate(gold_dir: Path, list_errors: bool) -> None:
    """Measure precision, recall and F1 against GOLD_DIR, a folder of articles with gold files beside them."""
    from cityrel import evaluation, pipeline, records, terminal

    gold = evaluation.load_gold(gold_dir)
    found = (item for item in pipeline.extract_all([gold_dir]) if not isinstance(item, ReadError))
    result = evaluation.evaluate(gold, map(records.to_record, found))
    for mistake in result.mistakes if list_errors else ():
        click.echo(f"{mistake.article}\t{mistake.what}\t{json.dumps(mistake.record, ensure_ascii=False)}")
    Console().print(terminal.evaluation_table(result))


@main.command()
@click.argument("query")
@store_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "xml", "csv", "tsv", "ttl", "nt", "jsonld", "rdf"]),
    help="Form of the answer; a table, or Turtle for triples, unless said.",
)
@timeout_option
def query(query: str, store: str, form: str | None, query_timeout: float) -> None:
    """Answer QUERY, a SPARQL text or an .rq file. Our prefixes need no declaration."""
    from cityrel import terminal
    from cityrel.store.workers import Limits, QueryPool

    with closing(QueryPool(store, size=1, limits=Limits(timeout=query_timeout))) as pool:
        answer = pool.run(_request(_query_text(query), form))
    if form in (None, "table") and answer.form == "solutions":
        Console().print(terminal.answer_table(answer.body))
    else:
        click.echo(answer.body, nl=not answer.body.endswith(b"\n"))


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def validate(files: Sequence[str]) -> None:
    """Hold RDF files (Turtle, N-Triples, N-Quads, TriG, JSON-LD) against the shapes."""
    from cityrel import validation

    failed = False
    for file in files:
        try:
            report = validation.validate_file(Path(file))
        except ReadError as error:
            click.echo(str(error), err=True)
            failed = True
            continue
        click.echo(f"{file}: {report.text().rstrip()}")
        failed = failed or not report.conforms
    if failed:
        sys.exit(1)


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@store_option
@click.option("--format", "formats", multiple=True, metavar="FORMAT", help="One of them; all by default.")
def dump(folder: Path, store: str, formats: tuple[str, ...]) -> None:
    """Write everything stored to DIR: N-Quads, TriG, Turtle and JSON-LD, gzipped, with checksums."""
    from cityrel import dumps
    from cityrel.store import open_store

    with open_store(store) as opened:
        for path in dumps.write(opened, folder, formats or dumps.FORMATS):
            click.echo(path)


def _ingest(sources: Sequence[str], location: str, workers: int | None, quarantine: Path | None) -> bool:
    """Run the road with progress and summary; gives whether every article was stored."""
    from cityrel import pipeline, terminal
    from cityrel.store import open_store

    with terminal.preparing() as tell:
        pipeline.prepare(tell)
    total = pipeline.expected(sources)
    with open_store(location, write=True) as store, terminal.watching(total) as watch:
        folder = quarantine or _quarantine_of(location)
        summary = pipeline.ingest(sources, store, workers=workers, quarantine=folder, progress=watch)
    Console().print(terminal.summary_table(summary))
    if summary.quarantined:
        click.echo(f"{summary.quarantined} quarantined, with a report each: {folder}", err=True)
    return summary.complete


def _query_text(query: str) -> str:
    """Give the text of a query or of its file, with those of our prefixes that it uses undeclared."""
    if query.endswith(".rq"):
        query = Path(query).read_text(encoding="utf-8")
    declared = {name.lower() for name in re.findall(r"\bPREFIX\s+([\w.-]*):\s*<", query, re.IGNORECASE)}
    wanted = (name for name in PREFIXES if name not in declared and f"{name}:" in query)
    ours = (f"PREFIX {name}: <{PREFIXES[name]}>" for name in wanted)
    return " ".join((*ours, query))


def _request(query: str, form: str | None) -> "Request":
    """Ask for a format; None stands for the usual one of either kind of answer."""
    from cityrel.store.answers import GRAPH_FORMATS, RESULT_FORMATS, Request

    if form is None:
        return Request(query)
    if form == "table":
        return Request(query, graph_format=None)
    return Request(
        query,
        result_format=form if form in RESULT_FORMATS else None,
        graph_format=form if form in GRAPH_FORMATS else None,
    )


def _quarantine_of(location: str) -> Path:
    """Give the quarantine of a store: in its folder, or in the user's data folder for a server's."""
    remote = location.startswith(("http://", "https://"))
    return (platformdirs.user_data_path("cityrel") if remote else Path(location).expanduser()) / "quarantine"


def _serve(location: str, host: str, port: int, *, query_timeout: float, query_memory: int) -> None:
    from cityrel import web

    app = web.create_app(location, query_timeout=query_timeout, memory_limit=query_memory << 20)
    click.echo(f"Serving {location} on http://{host}:{port} (Ctrl-C ends it)", err=True)
    web.serve(app, host, port)


def _show_record(facts: Any) -> None:
    from cityrel import records

    click.echo(json.dumps(records.to_record(facts), ensure_ascii=False))


def _show_turtle(facts: Any) -> None:
    from cityrel import pipeline

    click.echo(pipeline.to_turtle(facts), nl=False)


def _show_marked(facts: Any) -> None:
    from cityrel import terminal

    Console(highlight=False).print(terminal.marked(facts), soft_wrap=True)


if __name__ == "__main__":
    main()
