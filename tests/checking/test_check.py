"""The check of a pack: each thing it can find, on a small pack made for it."""

import json
import string
from collections.abc import Callable, Mapping
from dataclasses import fields
from itertools import count
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cityrel.checking import Finding, as_json, as_line, check, find_pack
from cityrel.checking.listing import LISTS, SINGLE_WORDS
from cityrel.errors import PackError, UsageError
from cityrel.languages import Pack, available, load
from cityrel.languages.pack import SECTIONS
from cityrel.languages.ties import Phrases

LANGUAGE = 'name = "Bahasa Indonesia"\nenglish_name = "Indonesian"\n'
Made = Callable[..., Pack]
Found = set[tuple[str, str, str]]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """Give what makes an Indonesian pack of some files, each in a folder of its own."""
    numbers = count()

    def make(**files: str) -> Pack:
        folder = tmp_path / str(next(numbers)) / "id"
        folder.mkdir(parents=True)
        for name, text in {"language": LANGUAGE, **files}.items():
            (folder / f"{name}.toml").write_text(text, encoding="utf-8")
        return find_pack(str(folder))

    return make


def found(pack: Pack, problem: str, *texts: str) -> Found:
    """Give file, key and message of the findings of one kind."""
    findings = (finding for finding in check(pack, texts) if finding.problem == problem)
    return {(finding.file, finding.key, finding.message) for finding in findings}


def test_a_file_that_is_absent_is_missing(made: Made) -> None:
    missing = found(made(ties=""), "missing")
    assert ("topics.toml", "", "the pack has no such file") in missing
    assert not any(file in ("ties.toml", "neighbours.toml") and not key for file, key, _ in missing)


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("ties.toml", "kinds.twinning"),
        ("ties.toml", "stages.signed"),
        ("ties.toml", "modality.denied"),
        ("roles.toml", "titles.mayor"),
        ("roles.toml", "qualifiers.acting"),
        ("topics.toml", "topics.tourism"),
        ("events.toml", "types.visit"),
    ],
)
def test_a_concept_without_a_phrase_is_missing(made: Made, file: str, key: str) -> None:
    assert (file, key) in {(file, key) for file, key, _ in found(made(), "missing")}


def test_a_concept_is_covered_by_its_narrower_ones_or_by_a_unit(made: Made) -> None:
    pack = made(ties='[stages]\nproposed = ["rencana"]', roles='[units]\nminister = ["menteri"]')
    keys = {key for _, key, _ in found(pack, "missing")}
    assert "stages.intended" not in keys
    assert "titles.minister" not in keys
    assert "stages.ended" in keys


def test_what_no_phrase_has_to_say_is_not_missing(made: Made) -> None:
    keys = {key for _, key, _ in found(made(), "missing")}
    assert keys.isdisjoint({"modality.stated", "types.other", "titles.other"})


def test_a_key_that_is_no_concept_is_named(made: Made) -> None:
    pack = made(ties='[stages]\nsined = ["diteken"]\n[kinds]\nnone = ["kota satelit"]')
    message = "the ontology has no stage of this key"
    assert ("ties.toml", "stages.sined", message) in found(pack, "missing")
    assert "kinds.none" not in {key for _, key, _ in found(pack, "missing")}


def test_a_label_that_the_ontology_lacks_in_the_language_is_missing(made: Made) -> None:
    pack = made()
    assert not any(file.startswith("ontology/") for file, _, _ in found(pack, "missing"))
    stranger = Pack("fi", pack.folder)
    assert ("ontology/stage.ttl", "signed", "no label in the language “fi”") in found(stranger, "missing")
    assert any(file == "ontology/cityrel.ttl" for file, _, _ in found(stranger, "missing"))


def test_a_phrase_under_two_keys_is_ambiguous(made: Made) -> None:
    pack = made(ties='[stages]\nsigned = ["Tanda-tangan"]\nrenewed = ["tanda tangan"]')
    message = "stands in stages.signed too, and only one can win"
    assert found(pack, "ambiguous") == {("ties.toml", "stages.renewed", message)}


def test_a_title_of_one_and_of_several_persons_is_ambiguous(made: Made) -> None:
    pack = made(roles='[titles]\nmayor = ["wali kota"]\n[plurals]\nmayor = ["wali kota"]')
    assert {key for _, key, _ in found(pack, "ambiguous")} == {"plurals.mayor"}


def test_a_phrase_may_stand_in_groups_that_do_not_compete(made: Made) -> None:
    pack = made(
        ties='[kinds]\ncooperation = ["mou"]\n[instruments]\nwords = ["mou"]',
        roles='[titles]\nchair = ["ketua"]\n[units]\ncommittee_chair = ["ketua"]',
    )
    assert found(pack, "ambiguous") == set()


def test_a_phrase_behind_a_wildcard_of_another_key_never_matches(made: Made) -> None:
    pack = made(roles='[titles]\nhead_of_department = ["kepala dis*"]\nregent = ["kepala distrik"]')
    message = "never matches: “kepala dis*” of titles.head_of_department wins"
    assert found(pack, "ambiguous") == {("roles.toml", "titles.regent", message)}


def test_an_exception_from_a_wildcard_is_none_of_its_victims(made: Made) -> None:
    """A phrase written out is tried before one that begins with a wildcard, and a longer one before both."""
    pack = made(ties='[stages]\nexploring = ["*jajak*"]\nended = ["menjajakan", "dijajaki tanpa hasil"]')
    assert found(pack, "ambiguous") == set()


def test_a_phrase_that_a_wildcard_of_its_key_covers_is_not_needed(made: Made) -> None:
    pack = made(ties='[stages]\nexploring = ["*jajak*", "penjajakan", "penjajakan", "jajak*"]')
    messages = [message for _, key, message in found(pack, "unused") if key == "stages.exploring"]
    assert min(messages) == "is not needed beside “*jajak*”"
    assert "stands there twice" in messages


def test_a_phrase_without_a_word_never_matches(made: Made) -> None:
    pack = made(events='[types]\nvisit = ["…"]')
    assert found(pack, "ambiguous") == {
        ("events.toml", "types.visit", "there is no word in it, so it never matches")
    }


def test_the_name_of_a_well_known_place_is_ambiguous_unless_taken_out(made: Made) -> None:
    events = '[types]\nvisit = ["bandung", "kunjungan"]'
    (only,) = found(made(events=events), "ambiguous")
    assert only[:2] == ("events.toml", "types.visit")
    assert "Bandung, ID" in only[2]
    assert found(made(events=events, places='never = ["Bandung"]'), "ambiguous") == set()


TOPICS = '[topics]\nculture = ["seni", "seni budaya", "tari"]\nsports = ["renang"]'
EXAMPLE = '[[events]]\nshows = "a topic"\ntext = "Bogor dan Kisarazu bekerja sama di bidang seni budaya."\n'


def test_a_phrase_is_used_where_an_example_or_the_corpus_has_it(made: Made) -> None:
    pack = made(topics=TOPICS, examples=EXAMPLE)
    assert idle(pack) == {"topics.culture": ("seni", "tari"), "topics.sports": ("renang",)}
    assert idle(pack, "Lomba renang dan seni lukis.") == {"topics.culture": ("tari",)}


def idle(pack: Pack, *texts: str) -> dict[str, tuple[str, ...]]:
    findings = (finding for finding in check(pack, texts) if finding.problem == "unused")
    return {finding.key: finding.phrases for finding in findings}


def test_a_broken_file_is_named(made: Made) -> None:
    with pytest.raises(PackError, match=r"ties\.toml: unknown keys \['kindz'\]"):
        check(made(ties="[kindz]"))


def test_a_pack_is_a_language_or_a_folder() -> None:
    assert find_pack("id") == load("id")
    with pytest.raises(UsageError, match="neither a language"):
        find_pack("klingon")


def test_a_folder_must_be_named_after_a_language(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "language.toml").write_text(LANGUAGE, encoding="utf-8")
    with pytest.raises(UsageError, match="code of a language that CLDR"):
        find_pack(str(folder))


def tables() -> list[str]:
    """Give the names of all tables and lists of phrases."""
    typed = [
        f"{name}.{field.name}"
        for name, section in SECTIONS.items()
        for field in fields(section)
        if field.type is Phrases
    ]
    return [*(name for name in typed if name not in SINGLE_WORDS), *LISTS]


@pytest.mark.parametrize("table", tables())
def test_every_table_of_phrases_is_checked(made: Made, table: str) -> None:
    section, _, name = table.partition(".")
    toml = f'{name} = ["…"]' if table in LISTS else f'[{name}]\nsome = ["…"]'
    assert f"{section}.toml" in {file for file, _, _ in found(made(**{section: toml}), "ambiguous")}


PHRASES = st.lists(st.text(string.ascii_lowercase[:3] + "* -é", max_size=8), max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.dictionaries(st.sampled_from(["signed", "active", "ended"]), PHRASES))
def test_of_all_phrases_in_a_group_each_either_matches_its_own_words_or_is_reported(
    made: Made, keys: Mapping[str, list[str]]
) -> None:
    toml = "[stages]\n" + "".join(f"{key} = {json.dumps(phrases)}\n" for key, phrases in keys.items())
    pack = made(ties=toml)
    reported = {
        (finding.key, phrase)
        for finding in check(pack)
        if finding.message != "match nothing in the texts looked at"
        for phrase in finding.phrases
    }
    for key, phrases in keys.items():
        for phrase in phrases:
            trial = phrase.replace("*", "ꙮ")
            matching = {finding.key for finding in matches(pack, trial)}
            assert (f"stages.{key}", phrase) in reported or key in matching


def matches(pack: Pack, text: str) -> list[Finding]:
    from cityrel.languages.phrases import PhraseBook, words

    usable = {
        key: [phrase for phrase in phrases if any(c.isalpha() or c == "*" for c in phrase)]
        for key, phrases in pack.ties.stages.items()
    }
    book = PhraseBook({"stage": usable})
    return [Finding("unused", "", match.key, "") for match in book.find(words(text))]


def test_a_line_names_file_and_key_and_not_too_many_phrases() -> None:
    finding = Finding("unused", "ties.toml", "stages.signed", "match nothing", tuple("abcdefghij"))
    line = as_line(finding)
    assert line.startswith("ties.toml: stages.signed: unused: match nothing: “a”, “b”")
    assert line.endswith("“h” and 2 more")
    assert json.loads(as_json(finding))["phrases"] == list("abcdefghij")


@pytest.mark.parametrize("code", available())
def test_our_packs_have_all_files_and_labels(code: str) -> None:
    assert [
        finding for finding in check(load(code)) if finding.problem == "missing" and not finding.key
    ] == []


def test_the_command_prints_json_and_says_by_its_status_whether_all_is_well(
    cityrel: Callable[..., Result], made: Made
) -> None:
    pack = made(topics=TOPICS)
    result = cityrel("language", "check", pack.folder, "--format", "json")
    assert result.exit_code == 1
    findings = [json.loads(line) for line in result.stdout.splitlines()]
    assert {"problem", "file", "key", "message", "phrases"} == set(findings[0])
    assert cityrel("language", "check", "klingon").exit_code == 2


def test_what_is_never_used_does_not_fail_a_check(
    cityrel: Callable[..., Result], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    idle_phrase = Finding("unused", "ties.toml", "stages.signed", "match nothing", ("diteken",))
    monkeypatch.setattr("cityrel.checking.check", lambda *_: (idle_phrase,))
    assert cityrel("language", "check", "id").exit_code == 0


def test_the_corpus_is_read_in_the_language_of_the_pack(
    cityrel: Callable[..., Result], made: Made, tmp_path: Path
) -> None:
    pack = made(topics=TOPICS)
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    texts = {"id": "Lomba renang di Bogor.", "en": "They went to see a tari."}
    for code, text in texts.items():
        (corpus / f"{code}.jsonl").write_text(json.dumps({"text": text, "lang": code}), encoding="utf-8")
    result = cityrel("language", "check", pack.folder, "--corpus", corpus, "--corpus", tmp_path / "none")
    assert "“tari”" in result.stdout
    assert "“renang”" not in result.stdout
    assert str(tmp_path / "none") in result.stderr


def test_the_list_names_each_language(cityrel: Callable[..., Result]) -> None:
    lines = cityrel("language", "list").stdout.splitlines()
    assert [line.split("\t")[0] for line in lines] == list(available())
