"""The answer to a query as text: a table, CSV, TSV or SPARQL JSON for rows, RDF for triples."""

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat

from cityrel.errors import QueryError, UsageError
from cityrel.store import Row, Store, Term
from cityrel.vocabulary import PREFIXES

ROW_FORMATS = ("table", "csv", "tsv", "json")
RDF_FORMATS = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES}
FORMATS = (*ROW_FORMATS, *RDF_FORMATS)

FORM = re.compile(r"<[^>\s]*>|#[^\n]*|\"[^\"\n]*\"|\b(select|ask|construct|describe)\b(?!:)", re.IGNORECASE)
LONGEST_NAME = 1000
"""No query as long as this is taken for the name of a file."""

PROLOGUE = " ".join(f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in PREFIXES.items())
"""On one line, so that the lines of a query keep their numbers but for the first."""


def read_query(query: str) -> str:
    """Give the text of a query that is given as a file or as itself.

    Raises UsageError where it looks like a file that cannot be read.
    """
    if not (query.endswith(".rq") or (len(query) < LONGEST_NAME and Path(query).is_file())):
        return query
    try:
        return Path(query).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{query}: {getattr(error, 'strerror', None) or error}") from error


def answer(store: Store, query: str, form: str | None) -> str:
    """Ask a store; our prefixes need no declaration. `form` is one of `FORMATS`, or None for the usual one.

    Raises QueryError where the query is not SPARQL, UsageError where its answer has no such format.
    """
    text = f"{PROLOGUE} {query}"
    match _form(query):
        case "select":
            return _rows(list(store.select(text)), _checked(form or "table", ROW_FORMATS))
        case "ask":
            return json.dumps(store.ask(text)) + "\n"
        case "construct" | "describe":
            return _triples(store, text, _checked(form or "ttl", tuple(RDF_FORMATS)))
    raise QueryError("no SELECT, ASK, CONSTRUCT or DESCRIBE in the query; updates are not possible here")


def _form(query: str) -> str | None:
    return next((found.group(1).lower() for found in FORM.finditer(query) if found.group(1)), None)


def _checked(form: str, possible: Sequence[str]) -> str:
    if form not in possible:
        raise UsageError(f"--format {form} does not suit this query; possible are {', '.join(possible)}")
    return form


def _triples(store: Store, query: str, form: str) -> str:
    prefixes = PREFIXES if form == "ttl" else None
    data = pyoxigraph.serialize(store.construct(query), format=RDF_FORMATS[form], prefixes=prefixes)
    return (data or b"").decode("utf-8")


def _rows(rows: Sequence[Row], form: str) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    match form:
        case "json":
            return _json(names, rows)
        case "csv":
            return _separated(names, rows, ",")
        case "tsv":
            return _separated(names, rows, "\t")
    return _table(names, rows)


def _json(names: Sequence[str], rows: Iterable[Row]) -> str:
    bindings = [{name: _json_term(term) for name, term in row.items()} for row in rows]
    results = {"head": {"vars": names}, "results": {"bindings": bindings}}
    return json.dumps(results, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Term) -> dict[str, str]:
    match term:
        case NamedNode():
            return {"type": "uri", "value": term.value}
        case BlankNode():
            return {"type": "bnode", "value": term.value}
        case Literal(language=str(language)):
            return {"type": "literal", "value": term.value, "xml:lang": language}
        case Literal():
            return {"type": "literal", "value": term.value, "datatype": term.datatype.value}
    return {"type": "triple", "value": str(term)}


def _separated(names: Sequence[str], rows: Iterable[Row], mark: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_plain(row.get(name)) for name in names] for row in rows)
    return out.getvalue()


def _table(names: Sequence[str], rows: Sequence[Row]) -> str:
    cells = [list(names), *([_short(_plain(row.get(name))) for name in names] for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(names))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in cells]
    return "\n".join(line.rstrip() for line in [*lines, f"({len(rows)} rows)"]) + "\n"


def _plain(term: Term | None) -> str:
    return "" if term is None else getattr(term, "value", str(term))


def _short(value: str) -> str:
    """Write an address of a known namespace with its prefix."""
    for prefix, namespace in PREFIXES.items():
        if value.startswith(namespace):
            return f"{prefix}:{value.removeprefix(namespace)}"
    return value
