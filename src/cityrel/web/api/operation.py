"""What an operation of the API is, so that its route and its description are made from one declaration."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cityrel.web.api.address import ROOT
from cityrel.web.api.parameters import LANGUAGE, Asked, Parameter

Body = dict[str, Any]
"""What becomes an answer in JSON."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked, by GET.

    `path` stands below the root, with a part in braces for a key; `schema` names the answer's in
    `schemas.toml`; `example` completes the path to one that can be tried, up to its parameters.
    """

    name: str
    path: str
    schema: str
    answer: Callable[[Asked], Body]
    own: tuple[Parameter, ...] = ()
    example: str = ""

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """All parameters in the address."""
        return (*self.own, LANGUAGE)

    @property
    def rule(self) -> str:
        """The rule of the route; a key may have slashes in it, plain or encoded."""
        return ROOT + re.sub(r"{(\w+)}", r"<path:\1>", self.path)

    @property
    def path_parts(self) -> tuple[str, ...]:
        """The names of the parts in braces."""
        return tuple(re.findall(r"{(\w+)}", self.path))
