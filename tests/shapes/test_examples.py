"""Every shape has examples that keep it and examples that break it; an invalid one names what must fire.

An example is read together with `base.ttl`. Its first lines say `# expect: <shape> <constraint>`, one line
for each constraint; exactly these must fire.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pyshacl.constraints import CONSTRAINT_PARAMETERS_MAP
from rdflib import RDF, SH, Graph
from rdflib.term import Node

from cityrel.validation import shapes, validate
from cityrel.validation.files import read_graphs
from cityrel.validation.gate import prepared, validate_by_reference
from cityrel.validation.report import SHAPE

HERE = Path(__file__).parent
EXAMPLES = sorted(HERE.glob("*/*.ttl"))
EXPECT = "# expect: "
TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)

WITHOUT_RESULT = frozenset({"Property", "QualifiedValueShape"})
"""Parameters that give results under the name of others: of the property shape, of the count."""

each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")


def example(path: Path) -> Graph:
    (graph,) = read_graphs(path)
    return graph


@cache
def base() -> Graph:
    return example(HERE / "base.ttl")


def expected(path: Path) -> set[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.removeprefix(EXPECT) for line in lines if line.startswith(EXPECT)}


def name(shape: Node) -> str:
    return str(shape).removeprefix(SHAPE)


def targeted() -> list[Node]:
    return sorted({node for target in TARGETS for node in shapes().subjects(target)}, key=str)


def examined() -> list[Node]:
    """Give the shapes that give results: those with a target and their property shapes."""
    properties = {node for shape in targeted() for node in shapes().objects(shape, SH.property)}
    return sorted({*targeted(), *properties}, key=str)


def constraints() -> Iterator[str]:
    for shape in examined():
        for parameter in shapes().predicates(shape):
            kind = str(parameter).removeprefix(str(SH))
            if parameter in CONSTRAINT_PARAMETERS_MAP and not kind.startswith(("ignored", "flags")):
                yield f"{name(shape)} {kind[0].upper()}{kind[1:]}"


def test_the_base_that_all_examples_share_keeps_every_rule() -> None:
    assert validate(base()).text() == "Every rule is kept.\n"


@each_example
def test_exactly_the_named_constraints_fire(path: Path) -> None:
    report = validate_by_reference(base() + example(path))
    fired = {f"{finding.shape} {finding.constraint}" for finding in report.findings}
    assert fired == expected(path)


@each_example
def test_an_example_is_invalid_by_name_if_it_expects_something_to_fire(path: Path) -> None:
    assert path.stem.startswith("invalid-") == bool(expected(path))


@pytest.mark.parametrize("shape", targeted(), ids=name)
def test_every_shape_has_a_valid_and_an_invalid_example(shape: Node) -> None:
    family = shapes().value(shape, SH.property)
    folders = {name(shape), name(family or shape).partition("-")[0], name(shape).partition("-")[0]}
    kinds = {path.stem.partition("-")[0] for path in EXAMPLES if path.parent.name in folders}
    assert kinds == {"valid", "invalid"}


def test_every_constraint_of_every_shape_fires_in_an_example() -> None:
    shown = {what for path in EXAMPLES for what in expected(path)}
    wanted = {what for what in constraints() if what.rpartition(" ")[2] not in WITHOUT_RESULT}
    assert wanted - shown == set()


@each_example
def test_the_quick_answer_is_that_of_the_reference_validator(path: Path) -> None:
    assert prepared().accept(base() + example(path)) == (not expected(path))


def test_every_shape_is_typed_and_named() -> None:
    used = {node for shape in examined() for node in (shape, *shapes().objects(shape, SH.property))}
    kinds = {name(node): set(shapes().objects(node, RDF.type)) for node in used}
    assert [shape for shape, kind in kinds.items() if not kind & {SH.NodeShape, SH.PropertyShape}] == []
