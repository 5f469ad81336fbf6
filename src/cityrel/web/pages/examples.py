"""Example queries: every competency question with its query, to run at the endpoint."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from flask import Blueprint, render_template

from cityrel import resources
from cityrel.web.caching import cached_page

blueprint = Blueprint("examples", __name__)


LANGUAGES = ("en", "id")
"""The languages of the first lines of a query, in their order."""


@dataclass(frozen=True, slots=True)
class Example:
    """A query, what it asks in each language, and what else its opening comment says."""

    name: str
    questions: Mapping[str, str]
    note: str
    query: str


@blueprint.get("/queries")
@cached_page
def index() -> str:
    """Show the example queries."""
    return render_template("queries.html", examples=examples())


@cache
def examples() -> tuple[Example, ...]:
    """Give the competency queries, by name."""
    folder = resources.folder("queries") / "competency"
    return tuple(read(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.rq")))


def read(name: str, text: str) -> Example:
    """Take the opening comment of a query apart."""
    comments = [line.lstrip("# ").strip() for line in takewhile(_is_comment, text.splitlines())]
    questions = dict(zip(LANGUAGES, comments, strict=False))
    return Example(name, questions, " ".join(comments[len(LANGUAGES) :]), text.strip() + "\n")


def _is_comment(line: str) -> bool:
    return line.startswith("#")
