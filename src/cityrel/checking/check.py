"""The check of a pack as a whole."""

from collections.abc import Iterable
from pathlib import Path

from babel import localedata

from cityrel.checking.contest import contested
from cityrel.checking.finding import Finding
from cityrel.checking.missing import missing
from cityrel.checking.unused import unused
from cityrel.errors import UsageError
from cityrel.languages import Pack, available, load

ORDER = ("missing", "ambiguous", "unused")


def find_pack(name: str) -> Pack:
    """Give the pack of a language code, or of a folder that is to become one.

    Raises UsageError where there is neither, or the folder is not named after a language of Unicode CLDR.
    """
    if (Path(name) / "language.toml").is_file():
        return Pack(_code(Path(name)), Path(name))
    if name not in available():
        known = ", ".join(available())
        raise UsageError(f"{name}: neither a language ({known}) nor a folder with a language.toml")
    return load(name)


def check(pack: Pack, texts: Iterable[str] = ()) -> tuple[Finding, ...]:
    """Give all that is to be said about a pack, what is missing first.

    A phrase counts as used where it matches one of the pack's examples or of `texts`. Raises PackError where
    a file of the pack does not have the documented form.
    """
    examples = (example.text for _, example in pack.examples.all())
    findings = [*missing(pack), *contested(pack), *unused(pack, (*examples, *texts))]
    return tuple(sorted(findings, key=lambda finding: ORDER.index(finding.problem)))


def _code(folder: Path) -> str:
    code = folder.resolve().name
    if not localedata.exists(code):
        raise UsageError(f"{folder}: name the folder by the ISO 639-1 code of a language that CLDR knows")
    return code
