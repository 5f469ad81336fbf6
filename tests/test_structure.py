"""The shape of the house: who may import whom, no cycles, small modules, everything public documented."""

import ast
import sys
import tomllib
from functools import cache
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "cityrel"
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST = 400

GROUND = frozenset({"errors", "model", "vocabulary", "resources"})
"""What everyone may import."""

STAGES = frozenset({"reading", "extraction", "graph", "validation", "store"})

MAY_IMPORT = {
    "errors": frozenset(),
    "model": frozenset(),
    "resources": frozenset(),
    "vocabulary": frozenset({"errors", "model"}),
    "languages": GROUND,
    "places": GROUND | {"languages"},
    "reading": GROUND | {"languages"},
    "extraction": GROUND | {"languages", "places"},
    "similarity": frozenset(),
    "graph": GROUND | {"similarity"},
    "validation": GROUND,
    "jsonld": GROUND,
    "store": GROUND,
    "dumps": GROUND | {"jsonld", "store"},
    "analysis": GROUND | {"store"},
    "records": GROUND,
    "matching": frozenset(),
    "evaluation": GROUND | {"matching"},
    "confidence": GROUND,
    "checking": GROUND | {"languages", "places"},
    "rehearsal": GROUND | {"languages"},
    "showing": GROUND | {"confidence", "languages", "places"},
    "summary": GROUND,
    "parallel": frozenset(),
    "pipeline": GROUND | STAGES | {"parallel", "places", "summary"},
    "extractors": GROUND | {"extraction", "pipeline", "places"},
    "terminal": GROUND | {"evaluation", "summary"},
    "settings": GROUND,
    "web": GROUND | {"analysis", "jsonld", "settings", "store"},
    "client": GROUND | {"store", "web"},
    "cli": GROUND
    | {"checking", "confidence", "evaluation", "extractors", "languages", "pipeline", "records", "rehearsal"}
    | {"dumps", "settings", "showing", "store", "terminal", "validation", "web"},
}
"""What each part of the package may import. Whatever is not here is for the cli only."""


def dotted(path: Path) -> str:
    """Name a module as an import statement does."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part(module: str) -> str:
    """Give the part of the package that a module belongs to: `cityrel.store.base` to `store`."""
    return module.partition(".")[2].partition(".")[0]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports(path: Path) -> frozenset[str]:
    """Give our own modules that a module imports, wherever in it the import stands."""
    known = {dotted(module) for module in MODULES}
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            names = {f"{base}.{alias.name}" for alias in node.names}
            found |= (names & known) or {base}
    return frozenset(name for name in found if name.split(".")[0] == "cityrel" and name != "cityrel")


def ids(path: Path) -> str:
    return dotted(path)


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_a_module_imports_only_what_lies_below_it(path: Path) -> None:
    own = part(dotted(path))
    if own in ("", "__main__"):
        pytest.skip("the package itself")
    allowed = MAY_IMPORT[own] | {own}
    assert {name for name in imports(path) if part(name) not in allowed} == set()


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_imports_are_written_with_the_full_name(path: Path) -> None:
    relative = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom) and node.level]
    assert relative == []


def test_nothing_imports_the_command_line() -> None:
    assert [dotted(path) for path in MODULES if "cityrel.cli" in imports(path)] in ([], ["cityrel.__main__"])


def test_modules_do_not_import_each_other_in_circles() -> None:
    graph = {dotted(path): imports(path) - {dotted(path)} for path in MODULES}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' -> '.join(error.args[1])}")


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_a_module_is_short_enough_to_read_at_once(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_everything_public_says_what_it_is_for(path: Path) -> None:
    silent = [
        node.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
        and node in public_nodes(tree(path))
    ]
    assert ast.get_docstring(tree(path)) is not None
    assert silent == []


def public_nodes(module: ast.Module) -> list[ast.stmt]:
    """Give functions and classes at the top, and the methods of public classes."""
    classes = [node for node in module.body if isinstance(node, ast.ClassDef) and node.name[0] != "_"]
    return [*module.body, *(node for one in classes for node in one.body)]


def test_every_dependency_is_declared() -> None:
    project = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project.get("optional-dependencies", {}).values()
    declared = {
        spec.split(">")[0].split("=")[0].lower().replace("-", "_")
        for spec in chain(project["dependencies"], *extras)
    }
    assert used_distributions() - declared == set()


def used_distributions() -> set[str]:
    """Give the top names of everything imported that is neither ours nor Python's."""
    names = {
        (alias.name if isinstance(node, ast.Import) else node.module or "").split(".")[0]
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    ours = {"cityrel", "__future__"}
    return {name.lower() for name in names - ours if name not in sys.stdlib_module_names}


def test_the_data_files_of_a_language_hold_no_code() -> None:
    folders = [path.parent for path in (SOURCE / "languages").glob("*/language.toml")]
    assert folders
    assert [path for folder in folders for path in folder.rglob("*.py")] == []
