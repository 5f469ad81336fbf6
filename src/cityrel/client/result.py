"""What a query gave: rows of values, terms, a table of pandas, a graph of rdflib."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pyoxigraph
from pyoxigraph import QueryBoolean, QuerySolutions, RdfFormat, Triple

from cityrel.client.values import Term, to_python
from cityrel.errors import QueryError, UsageError

if TYPE_CHECKING:
    import rdflib

Row = dict[str, Any]
"""From each variable to its value; None where it is unbound."""


@dataclass(frozen=True)
class Result:
    """The answer to a query.

    SELECT gives `variables` and `terms`, a solution each; ASK gives `boolean`; CONSTRUCT and DESCRIBE give
    `triples`. What a query of another form gives is empty, or None.
    """

    variables: tuple[str, ...] = ()
    terms: tuple[dict[str, Term], ...] = ()
    boolean: bool | None = None
    triples: tuple[Triple, ...] | None = None

    @cached_property
    def rows(self) -> list[Row]:
        """The solutions as values of Python: each a dict of all variables, None where one is unbound."""
        return [
            {variable: to_python(terms.get(variable)) for variable in self.variables} for terms in self.terms
        ]

    def to_pandas(self) -> Any:
        """Give the rows as a DataFrame. Raises UsageError where pandas is not installed."""
        try:
            import pandas as pd
        except ImportError as error:
            raise UsageError("to_pandas() needs pandas: pip install 'cityrel[pandas]'") from error
        return pd.DataFrame(self.rows, columns=list(self.variables))

    def graph(self) -> "rdflib.Graph":
        """Give the triples as a graph of rdflib. Raises QueryError where the query made none."""
        import rdflib

        if self.triples is None:
            raise QueryError("only CONSTRUCT and DESCRIBE make a graph; this query gave rows or yes or no")
        text = pyoxigraph.serialize(self.triples, format=RdfFormat.N_TRIPLES) or b""
        return rdflib.Graph().parse(data=text.decode(), format="nt")

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.terms if self.triples is None else self.triples)

    def __bool__(self) -> bool:
        """Say yes to ASK, or that there is anything."""
        return len(self) > 0 if self.boolean is None else self.boolean


def result_of(answer: QuerySolutions | QueryBoolean | Iterator[Triple]) -> Result:
    """Read an engine's answer to its end."""
    if isinstance(answer, QueryBoolean):
        return Result(boolean=bool(answer))
    if isinstance(answer, QuerySolutions):
        names = tuple(variable.value for variable in answer.variables)
        return Result(names, tuple(_bound(names, solution) for solution in answer))
    return Result(triples=tuple(answer))


def _bound(names: tuple[str, ...], solution: pyoxigraph.QuerySolution) -> dict[str, Term]:
    return {name: term for name, term in zip(names, solution, strict=True) if term is not None}
