"""How things get their IRIs."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from cityrel import vocabulary
from cityrel.cli import main
from cityrel.errors import UsageError
from cityrel.model import Article, Organisation, Person, Place

DENPASAR = Place("1645528", "Denpasar", "city", "ID")
DARWIN = Place("2073124", "Darwin", "city", "AU")
GARUT = Place("IDgarut", "Garut", "regency", "ID")
INDONESIA = Place("ID", "Indonesia", "country", "ID")
DIVISION = Organisation("Bagian Kerjasama", DENPASAR)
SHOW = """
from cityrel import vocabulary as v
print(v.BASE, v.DERIVED, v.concept("stage", "signed"), v.CR, v.ONTOLOGY)
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("I Gusti Ayu Laxmy Saraswati", "i-gusti-ayu-laxmy-saraswati"),
        ("  José  Pérez-García ", "jose-perez-garcia"),
        ("Straße", "strasse"),
        ("Bagian Kerjasama, Setda", "bagian-kerjasama-setda"),
        ("東川町", "東川町"),
    ],
)
def test_a_slug_keeps_the_words(name: str, expected: str) -> None:
    assert vocabulary.slug(name) == expected


@pytest.mark.parametrize(
    ("one", "other"), [("かがわ", "かかわ"), ("दिल्ली", "दल्ला"), ("Край", "Краи"), ("?", "!")]
)
def test_names_that_differ_in_more_than_latin_accents_stay_apart(one: str, other: str) -> None:
    assert vocabulary.slug(one) != vocabulary.slug(other)


@given(st.text(st.characters(exclude_categories=())))
def test_any_name_gives_one_segment_of_an_iri(name: str) -> None:
    iri = f"https://example.org/{vocabulary.slug(name)}/x"
    assert NamedNode(iri).value == iri
    assert iri.count("/") == 4


def test_a_partnership_is_the_same_in_both_directions_with_the_smaller_id_first() -> None:
    assert vocabulary.partnership_iri(DARWIN, DENPASAR) == vocabulary.partnership_iri(DENPASAR, DARWIN)
    assert vocabulary.partnership_iri(DARWIN, DENPASAR).endswith("/partnership/1645528-2073124")


def test_a_partnership_orders_ids_as_numbers_with_keys_of_our_own_last() -> None:
    small = Place("99", "Small", "city", "AU")
    assert vocabulary.partnership_iri(DENPASAR, small).endswith("/99-1645528")
    assert vocabulary.partnership_iri(GARUT, DENPASAR).endswith("/1645528-IDgarut")


def test_an_article_is_named_after_its_address_and_otherwise_after_its_text() -> None:
    first = Article("a.txt", "text", "id", url="https://news.example/1")
    changed = Article("b.txt", "another text", "id", url="https://news.example/1")
    assert vocabulary.article_iri(first) == vocabulary.article_iri(changed)
    assert vocabulary.article_iri(Article("a", "x", "id")) == vocabulary.article_iri(Article("b", "x", "en"))
    assert vocabulary.article_iri(Article("a", "x", "id")) != vocabulary.article_iri(Article("a", "y", "id"))


@pytest.mark.parametrize(
    ("of", "path"),
    [
        (DARWIN, "office/2073124/mayor"),
        (INDONESIA, "office/country/ID/mayor"),
        (DIVISION, "office/organisation/1645528/bagian-kerjasama/mayor"),
    ],
)
def test_an_office_says_whose_it_is(of: Place | Organisation, path: str) -> None:
    assert str(vocabulary.office_iri(of, "mayor")) == vocabulary.BASE + path


def test_a_person_without_an_office_is_known_within_the_article_only() -> None:
    one, two = (vocabulary.article_iri(Article("a", text, "id")) for text in ("satu", "dua"))
    assert vocabulary.person_iri(Person("Budi"), one) != vocabulary.person_iri(Person("Budi"), two)
    mayor = Person("Budi", home=DENPASAR)
    assert vocabulary.person_iri(mayor, one) == vocabulary.person_iri(mayor, two)


@pytest.mark.parametrize(
    ("given_address", "base"),
    [
        ("", vocabulary.DEFAULT_BASE),
        ("  ", vocabulary.DEFAULT_BASE),
        ("https://example.org/cities", "https://example.org/cities/"),
        ("https://example.org/cities/", "https://example.org/cities/"),
        ("https://example.org/cities#", "https://example.org/cities#"),
    ],
)
def test_a_base_ends_with_its_mark(given_address: str, base: str) -> None:
    assert vocabulary.complete_base(given_address) == base


def test_a_publishers_base_moves_things_but_neither_terms_nor_concepts() -> None:
    environment = os.environ | {"CITYREL_BASE": "https://example.org/cities"}
    shown = subprocess.run(
        [sys.executable, "-c", SHOW], env=environment, capture_output=True, text=True, check=True
    ).stdout.split()
    assert shown == [
        "https://example.org/cities/",
        "https://example.org/cities/graph/derived",
        "https://w3id.org/cityrel/stage/signed",
        "https://w3id.org/cityrel/ontology#",
        "https://w3id.org/cityrel/ontology",
    ]


@pytest.mark.parametrize(
    "base", [vocabulary.DEFAULT_BASE, "http://127.0.0.1:8000/", "https://example.org/a#"]
)
def test_a_base_that_can_name_things_is_fine(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "BASE", base)
    vocabulary.check_base()


@pytest.mark.parametrize(
    "base", ["cities/", "ftp://example.org/", "https:///", "https://example.org/a b/", "https://x/?a=/"]
)
def test_a_base_that_cannot_name_things_is_refused_by_name(
    base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vocabulary, "BASE", base)
    with pytest.raises(UsageError, match="CITYREL_BASE"):
        vocabulary.check_base()


def test_the_command_line_says_so_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "BASE", "cities/")
    result = CliRunner().invoke(main, ["query", "ASK { ?a ?b ?c }"])
    assert result.exit_code == 2
    assert result.stderr.startswith("cityrel: CITYREL_BASE=cities/: give an http address")
    assert result.stderr.count("\n") == 1
