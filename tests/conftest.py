"""What tests share."""

from pathlib import Path

import pytest

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
