"""The SPARQL endpoint: queries in, answers out, and its own description."""

from flask import Blueprint, Response

from cityrel.errors import CityrelError, QueryError
from cityrel.store.answers import Request
from cityrel.web.headers import shared
from cityrel.web.parameters import Parameters
from cityrel.web.sparql.answering import answer
from cityrel.web.sparql.asked import NO_QUERY, Asked, is_bare, parameters, read
from cityrel.web.sparql.description import describe
from cityrel.web.sparql.page import page
from cityrel.web.sparql.wish import Wish, wish_of

blueprint = Blueprint("sparql", __name__)
blueprint.after_request(shared)

METHODS = ("GET", "POST")


@blueprint.route("/sparql", methods=METHODS)
@blueprint.route("/sparql.<ending>", methods=METHODS)
def endpoint(ending: str | None = None) -> Response:
    """Answer a query, in the format that the asker takes best; without one, describe the endpoint."""
    given = parameters()
    wish = wish_of(given, ending)
    return _shown(given) if wish.page else _answered(given, wish)


def _shown(given: Parameters) -> Response:
    try:
        return page(read(given))
    except CityrelError as error:
        return page(Asked(Request(given.get("query", ""))), error)


def _answered(given: Parameters, wish: Wish) -> Response:
    if is_bare(given) and wish.graphs:
        return describe(wish)
    asked = read(given)
    if not asked.request.query:
        raise QueryError(NO_QUERY)
    return answer(asked, wish)
