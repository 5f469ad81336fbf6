"""Everything a store holds as files to take away: the same articles give the same bytes."""

from collections.abc import Iterable
from pathlib import Path

from cityrel.dumps import catalogue, formats
from cityrel.dumps.files import replacing, replacing_gzip, write_checksums
from cityrel.dumps.format import Format
from cityrel.dumps.statements import Statements
from cityrel.errors import CityrelError, UsageError
from cityrel.store import Store
from cityrel.vocabulary import CR

FORMATS = formats.known()
"""The formats by name."""

CLASSES = f"""
SELECT ?class (COUNT(DISTINCT ?thing) AS ?count)
WHERE {{ ?thing a ?class FILTER(STRSTARTS(STR(?class), "{CR}")) }}
GROUP BY ?class
"""


def write(store: Store, folder: Path, names: Iterable[str] = tuple(FORMATS)) -> list[Path]:
    """Write dumps in the named formats, a description (`catalogue.ttl`) and `SHA256SUMS`; gives their paths.

    A file gets its name when it is complete, and replaces the one of an earlier dump then. Raises UsageError
    where a format is unknown, CityrelError where a file cannot be written, StoreError where the store fails.
    """
    chosen = [_format(name) for name in names]
    _make(folder)
    with Statements(store.quads()) as statements:
        files = {_write_one(form, statements, folder): form for form in chosen}
        description = folder / "catalogue.ttl"
        triples = sum(1 for _ in statements.triples())
    with replacing(description) as file:
        file.write(catalogue.describe(files, triples, _count_classes(store)).encode())
    checksums = folder / "SHA256SUMS"
    write_checksums([*files, description], checksums)
    return [*files, description, checksums]


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise UsageError(f"{name}: no format of the dumps; there are {', '.join(FORMATS)}")
    return FORMATS[name]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CityrelError(f"{folder}: cannot be made: {error.strerror}") from error


def _write_one(form: Format, statements: Statements, folder: Path) -> Path:
    path = folder / f"cityrel.{form.suffix}.gz"
    with replacing_gzip(path) as file:
        form.write(statements, file)
    return path


def _count_classes(store: Store) -> dict[str, int]:
    return {str(row["class"])[1:-1]: int(getattr(row["count"], "value", 0)) for row in store.select(CLASSES)}
