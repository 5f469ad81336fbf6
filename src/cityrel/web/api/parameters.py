"""The parameters of operations: what each may be, said once for the reader and for the description.

What is not declared, is given twice or has a value that it cannot have is an error that names the parameter.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from werkzeug.datastructures import MultiDict

from cityrel.errors import CityrelError
from cityrel.web import language

Schema = Mapping[str, Any]
"""A JSON Schema, as OpenAPI 3.1 has them."""

Asked = Mapping[str, Any]
"""What was asked for: from each declared parameter to its value, to its default where it was not given."""

WHOLE = re.compile(r"[+-]?[0-9]{1,18}")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with which parameter."""

    parameter: str
    detail: str


class InvalidParameters(CityrelError):
    """Parameters are not as the operation takes them; `faults` has one for each that is not."""

    http_status = HTTPStatus.BAD_REQUEST

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{fault.parameter}: {fault.detail}" for fault in self.faults))


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter in the address: `read` takes one value, or raises ValueError that says what is wrong.

    One that may be given several times (`many`) reads as a tuple.
    """

    name: str
    schema: Schema
    read: Callable[[str], Any]
    default: Any = None
    many: bool = False
    required: bool = False


def text(name: str, longest: int, *, required: bool = False) -> Parameter:
    """Declare a text of up to so many characters, not empty."""
    schema = {"type": "string", "minLength": 1, "maxLength": longest}

    def read(value: str) -> str:
        if not 0 < len(value) <= longest:
            raise ValueError(f"must have 1 to {longest} characters, not {len(value)}")
        return value

    return Parameter(name, schema, read, required=required)


def choices(name: str, allowed: Collection[str]) -> Parameter:
    """Declare a key out of some, which may be given several times: any of them will do."""
    return Parameter(name, _one_of(allowed), _choice_reader(allowed), default=(), many=True)


def choice(name: str, allowed: Collection[str]) -> Parameter:
    """Declare one key out of some."""
    return Parameter(name, _one_of(allowed), _choice_reader(allowed))


def pattern(name: str, expression: str, meaning: str) -> Parameter:
    """Declare texts of one form, which may be given several times: any of them will do."""

    def read(value: str) -> str:
        if not re.fullmatch(expression, value):
            raise ValueError(f"must be {meaning}")
        return value

    return Parameter(name, {"type": "string", "pattern": f"^{expression}$"}, read, default=(), many=True)


def whole(name: str, least: int, most: int, default: int | None = None) -> Parameter:
    """Declare a whole number between two bounds, which belong to it."""
    schema: dict[str, Any] = {"type": "integer", "minimum": least, "maximum": most}
    if default is not None:
        schema["default"] = default

    def read(value: str) -> int:
        if not WHOLE.fullmatch(value) or not least <= int(value) <= most:
            raise ValueError(f"must be a whole number from {least} to {most}")
        return int(value)

    return Parameter(name, schema, read, default=default)


def read(declared: Iterable[Parameter], given: MultiDict[str, str]) -> Asked:
    """Read the parameters of a request. Raises InvalidParameters with all that is wrong."""
    parameters = {parameter.name: parameter for parameter in declared}
    faults = [_unknown(name, parameters) for name in given if name not in parameters]
    values: dict[str, Any] = {}
    for name, parameter in parameters.items():
        try:
            values[name] = _value(parameter, given.getlist(name))
        except ValueError as error:
            faults.append(Fault(name, str(error)))
    if faults:
        raise InvalidParameters(faults)
    return values


def _value(parameter: Parameter, given: list[str]) -> Any:
    if not given:
        if parameter.required:
            raise ValueError("must be given")
        return parameter.default
    if parameter.many:
        return tuple(parameter.read(value) for value in given)
    if len(given) > 1:
        raise ValueError(f"must be given once, not {len(given)} times")
    return parameter.read(given[0])


def _unknown(name: str, parameters: Collection[str]) -> Fault:
    return Fault(name, f"there is no such parameter here; there are {', '.join(parameters)}")


def _one_of(allowed: Collection[str]) -> Schema:
    return {"type": "string", "enum": list(allowed)}


def _choice_reader(allowed: Collection[str]) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in allowed:
            raise ValueError(f"must be one of {', '.join(allowed)}")
        return value

    return read


LANGUAGE = choice("lang", language.languages())
"""In which language things are named: every operation takes it."""
