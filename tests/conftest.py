"""What tests share."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cityrel.cli import main

COUNT = "SELECT (COUNT(?a) AS ?n) { ?a a cr:Article }"
REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of shared material beside the checkout; a test that wants it is skipped without."""
    folder = REPOSITORY.parent / "shared"
    if not folder.is_dir():
        pytest.skip(f"needs the material in {folder.name}/ beside the checkout")
    return folder


@pytest.fixture(scope="session")
def repository() -> Path:
    """Give the checkout's top folder."""
    return REPOSITORY


@pytest.fixture(scope="session")
def cityrel() -> Callable[..., Result]:
    """Give what runs a command in this process; the user's own store is out of its reach unless named."""

    def run(
        *arguments: str | Path, stdin: str | bytes | None = None, store: str = "no-store-was-named"
    ) -> Result:
        return CliRunner(env={"CITYREL_STORE": store}).invoke(
            main, [str(argument) for argument in arguments], input=stdin
        )

    return run


@pytest.fixture(scope="session")
def articles_in(cityrel: Callable[..., Result]) -> Callable[[Path], int]:
    """Give what counts the articles of a store."""

    def count(store: Path) -> int:
        answer = cityrel("query", COUNT, "--store", store, "--format", "csv")
        assert answer.exit_code == 0, answer.output
        return int(answer.stdout.split()[-1])

    return count
