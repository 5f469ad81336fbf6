"""All operations of the API, in the order in which they are described."""

from cityrel.web.api import articles, bodies, network, partnerships, persons, places, search
from cityrel.web.api.operation import Operation

OPERATIONS: tuple[Operation, ...] = (
    *search.OPERATIONS,
    *places.OPERATIONS,
    *partnerships.OPERATIONS,
    *network.OPERATIONS,
    *articles.OPERATIONS,
    *persons.OPERATIONS,
    *bodies.OPERATIONS,
)
