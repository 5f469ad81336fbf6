"""For programs that watch the service: whether it runs, whether it can answer, and its figures."""

from http import HTTPStatus
from importlib.metadata import version

from flask import Blueprint, Response, abort, current_app, jsonify

from cityrel.errors import CityrelError
from cityrel.store.answers import Request
from cityrel.web.monitoring.metrics import CONTENT_TYPE
from cityrel.web.problems import message_of
from cityrel.web.site import site, views

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
def health() -> Response:
    """Tell that the service runs; it may be unable to answer queries (see `/ready`)."""
    return _fresh(jsonify(status="ok", version=version("cityrel")))


@blueprint.get("/ready")
def ready() -> tuple[Response, int]:
    """Tell whether a query can be answered, from which snapshot, and how many statements that holds."""
    try:
        views().pool.run(Request("ASK {}"))
        [counted] = views().kept("size", lambda: views().rows("size"))
    except CityrelError as error:
        refusal = jsonify(status="unavailable", reason=message_of(error))
        return _fresh(refusal), HTTPStatus.SERVICE_UNAVAILABLE
    snapshot = views().pool.revision() or None
    answer = jsonify(status="ready", snapshot=snapshot, statements=int(counted["statements"]))
    return _fresh(answer), HTTPStatus.OK


@blueprint.get("/metrics")
def metrics() -> Response:
    """Give the figures of all web processes in the text format of Prometheus, unless that is turned off."""
    monitor = site().monitor
    if monitor is None or not current_app.config["METRICS"]:
        abort(HTTPStatus.NOT_FOUND)
    return _fresh(Response(monitor.exposition(), content_type=CONTENT_TYPE))


def _fresh(response: Response) -> Response:
    """Keep an answer out of all caches."""
    response.headers["Cache-Control"] = "no-store"
    return response
