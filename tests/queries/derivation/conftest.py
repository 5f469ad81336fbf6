"""A store that the cases of the derivation share, emptied for each."""

from collections.abc import Iterator

import pytest
from tests.queries.derivation.reading import clear

from cityrel.store import Store, open_store


@pytest.fixture(scope="module")
def module_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("derivation") / "store"), write=True) as opened:
        yield opened


@pytest.fixture
def store(module_store: Store) -> Store:
    """Give a store without articles."""
    clear(module_store)
    return module_store
