"""The notebooks: each can be followed from its first cell to its last, and carries no output with it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from tests.web_store import served

from cityrel import pipeline
from cityrel.cli import SAMPLES
from cityrel.store import open_store

NOTEBOOKS = sorted((Path(__file__).parents[1] / "docs" / "notebooks").glob("*.ipynb"))
SHOWN_ADDRESS = "http://127.0.0.1:8000"
"""Where notebooks ask: `cityrel demo` as it is started without options."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a server with the sample articles, as `cityrel demo` has them."""
    folder = tmp_path_factory.mktemp("notebooks")
    with open_store(str(folder / "store"), write=True) as store:
        pipeline.ingest([SAMPLES], store, quarantine=folder / "quarantine", workers=1)
    with served(str(folder / "store")) as address:
        yield address


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_valid_and_holds_no_output(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert code
    assert [cell.id for cell in code if cell.outputs or cell.execution_count] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_can_be_followed_to_its_end(
    path: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    names: dict[str, Any] = {"__name__": "__main__"}
    for cell in read(path).cells:
        if cell.cell_type == "code":
            source = cell.source.replace(SHOWN_ADDRESS, address)
            exec(compile(source, f"{path.name}, {cell.id}", "exec"), names)  # noqa: S102 - our own notebook
    printed = capsys.readouterr().out
    assert "Moskow -> Moscow by Moskow (exact)" in printed
    assert "Surbaya -> Surabaya by Surabaya (similar)" in printed
    assert "Graph with" in printed
