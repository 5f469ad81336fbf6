"""Whether the front can answer, for programs that watch it."""

from http import HTTPStatus
from importlib.metadata import version

from flask import Blueprint, Response, jsonify

from cityrel.errors import CityrelError
from cityrel.web.site import views

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
def health() -> tuple[Response, int]:
    """Tell the snapshot that is served and how many statements it holds."""
    try:
        [counted] = views().kept("size", lambda: views().rows("size"))
        size = int(counted["statements"])
        state = {"status": "ok", "snapshot": views().pool.revision() or None, "statements": size}
        status = HTTPStatus.OK
    except CityrelError:
        state, status = {"status": "unavailable"}, HTTPStatus.SERVICE_UNAVAILABLE
    return jsonify(state | {"version": version("cityrel")}), status
