"""Long listings, page by page: each begins behind a key, so that it never shifts under who reads on."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from flask import request

from cityrel.web import language
from cityrel.web.api.address import again
from cityrel.web.api.forms import Form
from cityrel.web.api.operation import Body
from cityrel.web.api.parameters import Asked, text, whole
from cityrel.web.site import views

LONGEST_KEY = 500
MOST_ITEMS = 1000

PAGING = (whole("limit", 1, MOST_ITEMS, 100), text("after", LONGEST_KEY))
"""Parameters of every listing: how many items, and after which key they begin."""


def everything(what: str, make: Callable[[], list[Form]]) -> list[Form]:
    """Give all that `make` makes, by key; it is kept while the snapshot stays.

    Names depend on the language, links on where the application is mounted.
    """
    kept = f"api {what} {language.current()} {request.script_root}"
    return views().kept(kept, lambda: sorted(make(), key=_key))


def page(items: Sequence[Form], asked: Asked) -> Body:
    """Give the items after `after`, up to `limit`, out of all in order; `next` leads on, null at the end."""
    start = bisect_right(items, asked["after"], key=_key) if asked["after"] is not None else 0
    chosen = items[start : start + asked["limit"]]
    more = start + len(chosen) < len(items)
    return {
        "items": list(chosen),
        "total": len(items),
        "next": again(after=_key(chosen[-1])) if more else None,
    }


def _key(item: Form) -> str:
    return str(item["key"])
