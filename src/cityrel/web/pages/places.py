"""Cities, regencies, provinces and countries."""

from flask import Blueprint, render_template, request
from pyoxigraph import NamedNode

from cityrel.web import facts, listing
from cityrel.web.facts import local_name
from cityrel.web.formatting import UNSTATED, stage_group
from cityrel.web.headers import shared
from cityrel.web.names import with_names
from cityrel.web.properties import properties_of
from cityrel.web.site import views
from cityrel.web.things import at_its_address
from cityrel.web.ties import all_ties, ties_of
from cityrel.web.views import Row

blueprint = Blueprint("places", __name__)
blueprint.after_request(shared)

GROUPS = ("tied", "talks", "ended", UNSTATED)
LEVELS = ("City", "Regency", "Province", "District")


@blueprint.get("/place/<path:key>")
@at_its_address("place")
def place(iri: NamedNode) -> str:
    """Show a place: its partners by stage, who holds office, what was held, and all facts."""
    described = _described(iri, *LEVELS)
    ties = ties_of(views(), iri)
    return render_template(
        "place.html",
        place=described,
        ties={group: [tie for tie in ties if stage_group(tie.get("stage")) == group] for group in GROUPS},
        facts=facts.about(views(), iri),
    )


@blueprint.get("/country/<path:key>")
@at_its_address("country")
def country(iri: NamedNode) -> str:
    """Show a country: the partnerships of its places, and who holds its offices."""
    described = _described(iri, "Country")
    ties = listing.in_country(all_ties(views()), local_name(iri.value))
    page = listing.page(ties, request.args.get("page", "1"))
    return render_template("country.html", place=described, page=page, facts=facts.about(views(), iri))


def _described(iri: NamedNode, *levels: str) -> Row:
    found = properties_of(views(), iri, *levels)
    row = {
        "place": iri.value,
        "level": found["class"][0],
        "matches": " ".join(found["exactMatch"]),
        **{key: found[key][0] for key in ("country", "lat", "long") if found[key]},
    }
    [named] = with_names(views(), [row], ("place", "country"))
    return named
