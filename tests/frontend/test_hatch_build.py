"""The bundle is built whenever the package is."""

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BUNDLE = Path("src", "cityrel", "web", "static", "dist", "manifest.json")


@pytest.fixture(scope="module")
def hooks(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", repository / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def initialize(hooks: ModuleType, tmp_path: Path) -> Callable[[str], None]:
    """Give what runs the hook for a kind of build, in a folder without anything."""
    empty: Any = None
    hook = hooks.FrontendHook(str(tmp_path), {}, empty, empty, str(tmp_path), "wheel")
    return lambda version: hook.initialize(version, {})


@pytest.fixture
def builds(hooks: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note builds instead of running them."""
    noted: list[str] = []
    monkeypatch.setattr(hooks.npm, "build", lambda: noted.append("built"))
    return noted


@pytest.mark.parametrize("version", ["standard", "editable"])
def test_it_is_built_where_there_is_none(
    initialize: Callable[[str], None], builds: list[str], version: str
) -> None:
    initialize(version)
    assert builds == ["built"]


@pytest.mark.parametrize(("version", "expected"), [("standard", ["built"]), ("editable", [])])
def test_only_an_editable_install_takes_the_one_that_is_there(
    initialize: Callable[[str], None], builds: list[str], tmp_path: Path, version: str, expected: list[str]
) -> None:
    (tmp_path / BUNDLE).parent.mkdir(parents=True)
    (tmp_path / BUNDLE).touch()
    initialize(version)
    assert builds == expected


def test_no_package_is_made_without_it(
    initialize: Callable[[str], None], hooks: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hooks.npm, "build", lambda: 1)
    with pytest.raises(RuntimeError, match="could not be built"):
        initialize("standard")
