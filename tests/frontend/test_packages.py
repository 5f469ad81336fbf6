"""The packages that the scripts of the pages are built from."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

EXACT = re.compile(r"\d+\.\d+\.\d+")


@pytest.fixture(scope="module")
def lock(repository: Path) -> Any:
    return json.loads((repository / "frontend" / "package-lock.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def package(repository: Path) -> Any:
    return json.loads((repository / "frontend" / "package.json").read_text(encoding="utf-8"))


def test_every_package_is_held_to_its_content(lock: Any) -> None:
    loose = [name for name, entry in lock["packages"].items() if name and "integrity" not in entry]
    assert loose == []


def test_the_lock_names_no_host_that_packages_come_from(lock: Any) -> None:
    entries = [
        {key: value for key, value in e.items() if key != "funding"} for e in lock["packages"].values()
    ]
    assert not re.search(r"https?:|\bresolved\b", json.dumps(entries))


def test_versions_are_exact(package: Any) -> None:
    wanted = {**package["dependencies"], **package["devDependencies"]}
    assert {name: version for name, version in wanted.items() if not EXACT.fullmatch(version)} == {}


def test_the_lock_holds_the_binaries_of_every_common_machine(lock: Any) -> None:
    names = " ".join(lock["packages"])
    for machine in ("linux-x64-gnu", "linux-arm64-gnu", "darwin-arm64", "win32-x64"):
        assert f"@rolldown/binding-{machine}" in names


def test_every_licence_lets_the_package_be_given_on(lock: Any) -> None:
    known = {
        "MIT",
        "ISC",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "0BSD",
        "MPL-2.0",
        "MIT OR Apache-2.0",
    }
    assert {entry.get("license") for name, entry in lock["packages"].items() if name} <= known


def test_the_bundle_is_not_committed(repository: Path) -> None:
    assert "dist/" in (repository / ".gitignore").read_text(encoding="utf-8").splitlines()
