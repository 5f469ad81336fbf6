"""Example queries: every competency question with its query, to run at the endpoint."""

from dataclasses import dataclass
from functools import cache

from flask import Blueprint, render_template

from cityrel import resources

blueprint = Blueprint("examples", __name__)


@dataclass(frozen=True, slots=True)
class Example:
    """A query with the questions that it opens with, one a language."""

    name: str
    questions: tuple[str, ...]
    query: str


@blueprint.get("/queries")
def index() -> str:
    """Show the example queries."""
    return render_template("queries.html", examples=examples())


@cache
def examples() -> tuple[Example, ...]:
    """Give the competency queries, by name."""
    folder = resources.folder("queries") / "competency"
    return tuple(read(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.rq")))


def read(name: str, text: str) -> Example:
    """Take a query and the questions of its opening comment apart."""
    lines = text.splitlines()
    count = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    questions = tuple(line.lstrip("# ").strip() for line in lines[:count])
    return Example(name, tuple(filter(None, questions)), text.strip() + "\n")
