"""The pack of a language: its data files as frozen sections, each read when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from cityrel.errors import PackError
from cityrel.languages.clutter import Clutter
from cityrel.languages.date_section import Dates
from cityrel.languages.events import Events
from cityrel.languages.examples import Examples, load_examples
from cityrel.languages.language import Language
from cityrel.languages.names import Names
from cityrel.languages.neighbours import Neighbours
from cityrel.languages.organisations import Organisations
from cityrel.languages.phrases import PhraseBook, words_of
from cityrel.languages.places import Places
from cityrel.languages.roles import Roles
from cityrel.languages.section import load as load_section
from cityrel.languages.sentences import Sentences
from cityrel.languages.speech import Speech
from cityrel.languages.ties import Ties
from cityrel.languages.topics import Topics

ROOT = Path(__file__).parent

SECTIONS: Mapping[str, type] = {
    "language": Language,
    "neighbours": Neighbours,
    "sentences": Sentences,
    "ties": Ties,
    "topics": Topics,
    "clutter": Clutter,
    "dates": Dates,
    "events": Events,
    "roles": Roles,
    "names": Names,
    "organisations": Organisations,
    "places": Places,
    "speech": Speech,
    "examples": Examples,
}
"""The files of a pack, without their suffix, and the form of each."""

OPTIONAL = frozenset({"neighbours"})
"""Files that a language may do without."""


@dataclass(frozen=True, eq=False)
class Pack:
    """One language: `code` is its ISO 639-1 code, `folder` holds its files.

    It is no other pack than itself, so that what is compiled from it is found again at once.
    """

    code: str
    folder: Path

    @cached_property
    def language(self) -> Language:
        """Names of the language, and where it is at home."""
        return load_section(Language, self.folder, "language")

    @cached_property
    def neighbours(self) -> Neighbours:
        """Words that tell the language from its neighbours."""
        return load_section(Neighbours, self.folder, "neighbours")

    @property
    def home_countries(self) -> tuple[str, ...]:
        """Countries that most articles in this language are written from."""
        return self.language.home_countries

    @cached_property
    def sentences(self) -> Sentences:
        """Abbreviations and marks that matter when sentences are told apart."""
        return load_section(Sentences, self.folder, "sentences")

    @cached_property
    def ties(self) -> Ties:
        """Kinds and stages of ties, modality, and the words between partners."""
        return load_section(Ties, self.folder, "ties")

    @cached_property
    def topics(self) -> Topics:
        """Fields of cooperation."""
        return load_section(Topics, self.folder, "topics")

    @cached_property
    def clutter(self) -> Clutter:
        """What pages put around an article."""
        return load_section(Clutter, self.folder, "clutter")

    @cached_property
    def dates(self) -> Dates:
        """How dates are written."""
        return load_section(Dates, self.folder, "dates")

    @cached_property
    def events(self) -> Events:
        """What is held, by whose help, and who attends."""
        return load_section(Events, self.folder, "events")

    @cached_property
    def roles(self) -> Roles:
        """Titles of offices."""
        return load_section(Roles, self.folder, "roles")

    @cached_property
    def names(self) -> Names:
        """What stands around and inside the names of persons."""
        return load_section(Names, self.folder, "names")

    @cached_property
    def organisations(self) -> Organisations:
        """The words from which the names of organisations are made."""
        return load_section(Organisations, self.folder, "organisations")

    @cached_property
    def places(self) -> Places:
        """Names of places in the language, and the words beside them."""
        return load_section(Places, self.folder, "places")

    @cached_property
    def speech(self) -> Speech:
        """Verbs of saying."""
        return load_section(Speech, self.folder, "speech")

    @cached_property
    def examples(self) -> Examples:
        """Sentences with the facts they state."""
        return load_examples(self.folder)

    @cached_property
    def telling(self) -> frozenset[str]:
        """One word of each phrase for a tie, a government, a mission, a visit: without one no tie is told."""
        visits = {"visit": self.events.types.get("visit", ())}
        tables = (self.ties.kinds, self.ties.government, self.ties.mission, self.places.offices, visits)
        phrases = (
            phrase for table in tables for key, own in table.items() if key != "none" for phrase in own
        )
        return frozenset(max(words_of(phrase), key=len) for phrase in phrases if "*" not in phrase)

    @cached_property
    def cues(self) -> PhraseBook:
        """All phrases that speak of ties, topics, events and speech, found in one pass."""
        return PhraseBook(
            {
                "kind": self.ties.kinds,
                "stage": self.ties.stages,
                "modality": self.ties.modality,
                "reference": self.ties.reference,
                "order": self.ties.order,
                "contrast": self.ties.contrast,
                "instrument": self.ties.instruments,
                "passive": self.ties.passive,
                "by": self.ties.by,
                "government": self.ties.government,
                "mission": self.ties.mission,
                "founding": self.ties.founding,
                **self.topics.groups(),
                "field": self.topics.context,
                "focus": self.topics.focus,
                "event": self.events.types,
                **self.events.groups(),
                "virtual": self.events.virtual,
                "cancelled": self.events.cancelled,
                "facilitated": self.events.facilitated,
                "attended": self.events.attended,
                "speech": self.speech.says,
            }
        )


@cache
def available() -> tuple[str, ...]:
    """Give the codes of the languages that have a pack."""
    return tuple(sorted(path.parent.name for path in ROOT.glob("*/language.toml")))


@cache
def load(code: str) -> Pack:
    """Give the pack of a language.

    Raises PackError where there is none.
    """
    if code not in available():
        raise PackError(f"no language pack for {code!r}; there are {', '.join(available())}")
    return Pack(code, ROOT / code)
