"""Partnerships: all that meet some filters, and each with its history and evidence."""

from pyoxigraph import NamedNode

from cityrel.errors import NotFound
from cityrel.vocabulary import BASE
from cityrel.web import history
from cityrel.web.api import claims, forms, listing
from cityrel.web.api.address import concept_key
from cityrel.web.api.filters import FILTERS, meeting
from cityrel.web.api.forms import Form
from cityrel.web.api.operation import Body, Operation
from cityrel.web.api.parameters import Asked
from cityrel.web.facts import Fact, local_name
from cityrel.web.history import Disagreement, Side, Step
from cityrel.web.site import views
from cityrel.web.ties import all_ties, tie, ties_of
from cityrel.web.views import Row, thing


def everything() -> list[Form]:
    """Give all partnerships by key; they are kept while the snapshot stays."""
    return listing.everything("partnerships", _all)


def of_place(iri: NamedNode) -> list[Form]:
    """Give the partnerships of a place, by the names of the partners."""
    return _written(ties_of(views(), iri))


def index(asked: Asked) -> Body:
    """Answer with a page of the partnerships that meet the filters."""
    return listing.page(meeting(asked, everything()), asked)


def one(asked: Asked) -> Body:
    """Answer with a partnership and its history. Raises NotFound where there is none of the key."""
    iri = thing(f"{BASE}partnership/{asked['key']}")
    row = tie(views(), iri)
    if row is None:
        raise NotFound(f"there is no partnership {asked['key']}")
    stated, complete = claims.about(iri)
    stages = [fact for fact in stated if fact.kind == "StageEvent"]
    return {
        **_written([row])[0],
        "history": [_step(step) for step in history.steps(views(), iri, stages)],
        "disagreements": [_point(point) for point in history.disagreements(views(), iri, stages)],
        "claims": claims.told(stages),
        "complete": complete,
    }


def _all() -> list[Form]:
    topics = forms.grouped(views().rows("fields"), "partnership", "topic")
    return [_form(row, topics) for row in all_ties(views())]


def _written(rows: list[Row]) -> list[Form]:
    if not rows:
        return []
    iris = [NamedNode(row["partnership"]) for row in rows]
    topics = forms.grouped(views().rows("fields", partnership=iris), "partnership", "topic")
    return [_form(row, topics) for row in rows]


def _form(row: Row, topics: dict[str, list[str]]) -> Form:
    return forms.partnership(row, [local_name(topic) for topic in topics.get(row["partnership"], ())])


def _step(step: Step) -> Form:
    return {
        "id": step.iri,
        "stage": concept_key(step.stage),
        "date": step.date,
        "sources": step.sources,
        "claims": _ids(step.facts),
    }


def _point(point: Disagreement) -> Form:
    return {
        "about": point.about,
        "stage": concept_key(point.stage),
        "sides": [_side(point.about, side) for side in point.sides],
    }


def _side(point: str, side: Side) -> Form:
    value = side.value if point == "date" else concept_key(side.value)
    return {"value": value, "modality": side.modality, "claims": _ids(side.facts)}


def _ids(facts: tuple[Fact, ...]) -> list[str]:
    return [fact.iri for fact in facts]


OPERATIONS = (
    Operation(
        name="partnerships",
        path="partnerships",
        schema="Partnerships",
        answer=index,
        own=(*FILTERS, *listing.PAGING),
        example="?stage=signed&limit=10",
    ),
    Operation("partnership", "partnerships/{key}", "Partnership", one),
)
