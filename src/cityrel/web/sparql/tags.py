"""Entity tags (RFC 9110, 8.8.3): who has an answer already is told so, and no query runs.

A tag stands for the published snapshot, the question and the format. It is weak: the same question
on the same snapshot has the same answer, but rows that the query does not order may come in another order.
"""

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from importlib.metadata import version

from flask import Response, request

from cityrel.web.site import site

REVALIDATE = "no-cache"
"""An answer may be kept, and must be asked about each time: the next snapshot can come at any moment."""

_CHANGING = re.compile(r"(?:NOW|RAND|UUID)\b|\\u", re.IGNORECASE)
"""Functions that give something else each time, wherever they stand, or letters that may hide them."""


@dataclass(frozen=True, slots=True)
class Tag:
    """The tag of what is asked now, None where it may have another answer the next time."""

    value: str | None

    @property
    def is_known(self) -> bool:
        """Whether the asker has what the tag stands for."""
        return self.value is not None and request.if_none_match.contains_weak(self.value)

    def put_on(self, response: Response) -> Response:
        """Give the response with the tag, and with what caches may do."""
        response.headers["Cache-Control"] = REVALIDATE
        if self.value is not None:
            response.set_etag(self.value, weak=True)
        return response

    def not_modified(self) -> Response:
        """Tell the asker that the answer is the one it has."""
        response = self.put_on(Response(status=HTTPStatus.NOT_MODIFIED))
        del response.headers["Content-Type"]
        return response


UNTAGGED = Tag(None)


def tag_of(query: str, *more: object) -> Tag:
    """Give the tag of a query's answer; `more` is what else it depends on.

    A query that was posted has none, nor one whose answer changes by itself, nor the data of another
    endpoint, of which nobody knows the revision.
    """
    publication = site().queries.publication()
    if not publication or request.method == "POST" or _CHANGING.search(query):
        return UNTAGGED
    parts = json.dumps((version("cityrel"), publication, query, *more))
    return Tag(sha256(parts.encode()).hexdigest()[:32])
