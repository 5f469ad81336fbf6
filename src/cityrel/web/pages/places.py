"""Cities, regencies, provinces and countries."""

from flask import Blueprint, render_template
from pyoxigraph import Literal, NamedNode

from cityrel.errors import NotFound
from cityrel.web import facts, language, listing
from cityrel.web.facts import local_name
from cityrel.web.formatting import UNSTATED, stage_group
from cityrel.web.site import views
from cityrel.web.things import at_its_address
from cityrel.web.views import Row

blueprint = Blueprint("places", __name__)

GROUPS = ("tied", "talks", "ended", UNSTATED)


@blueprint.get("/place/<key>")
@at_its_address("place")
def place(iri: NamedNode) -> str:
    """Show a place: its partners by stage, who holds office, what was held, and all facts."""
    spoken = Literal(language.current())
    ties = views().rows("partnerships", place=iri, language=spoken)
    return render_template(
        "place.html",
        place=_described(iri),
        ties={group: [tie for tie in ties if stage_group(tie.get("stage")) == group] for group in GROUPS},
        facts=facts.about(views(), iri),
    )


@blueprint.get("/country/<key>")
@at_its_address("country")
def country(iri: NamedNode) -> str:
    """Show a country: the partnerships of its places, and who holds its offices."""
    ties = listing.in_country(listing.partnerships(views()), local_name(iri.value))
    return render_template("country.html", place=_described(iri), ties=ties, facts=facts.about(views(), iri))


def _described(iri: NamedNode) -> Row:
    rows = views().rows("place", place=iri, language=Literal(language.current()))
    if not rows:
        raise NotFound(f"there is no place {iri.value}")
    return {**rows[0], "matches": " ".join(sorted({row["match"] for row in rows if "match" in row}))}
