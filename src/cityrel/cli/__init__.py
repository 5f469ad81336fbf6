"""The command line: arguments and progress only, one module a command or group of commands."""

from cityrel.cli import demo, dump, evaluate, extract, ingest, language, query, serve, validate
from cityrel.cli.demo import SAMPLES
from cityrel.cli.group import main

__all__ = ["SAMPLES", "main"]

for command in (
    demo.demo,
    ingest.ingest,
    ingest.gazetteer,
    extract.extract,
    evaluate.evaluate,
    query.query,
    language.language,
    validate.validate,
    dump.dump,
    serve.serve,
):
    main.add_command(command)
