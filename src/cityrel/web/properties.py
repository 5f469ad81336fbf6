"""What is stated of one thing, by the local names of properties."""

from collections import defaultdict

from pyoxigraph import NamedNode

from cityrel.errors import NotFound
from cityrel.web.facts import local_name
from cityrel.web.views import Views

Properties = dict[str, list[str]]
"""From a property's local name, such as `lat`, to its values in order; none where none is stated."""


def properties_of(views: Views, iri: NamedNode, *classes: str) -> Properties:
    """Give a thing's properties. Raises NotFound unless it is of one of these classes (local names)."""
    found: Properties = defaultdict(list)
    for row in views.rows("properties", thing=iri):
        found[local_name(row["property"])].append(row["value"])
    kinds = [kind for kind in classes if kind in map(local_name, found["type"])]
    if not kinds:
        raise NotFound(f"nothing is known of {iri.value}")
    found["class"] = kinds
    return found
