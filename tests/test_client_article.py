"""The article that started it all: everything it states is in the store, and nothing that it does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cityrel import pipeline
from cityrel.store import Store, open_store
from cityrel.vocabulary import PREFIXES

PROLOGUE = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items()) + (
    "PREFIX stage: <https://w3id.org/cityrel/stage/>\n"
    "PREFIX place: <https://w3id.org/cityrel/place/>\n"
    "PREFIX modality: <https://w3id.org/cityrel/modality/>\n"
)
DENPASAR, DARWIN = "place:1645528", "place:2073124"


@pytest.fixture(scope="module")
def store(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store that holds the article and nothing else."""
    folder = tmp_path_factory.mktemp("client")
    with open_store(str(folder / "store"), write=True) as opened:
        summary = pipeline.ingest(
            [shared / "corpus" / "seed" / "001.txt"], opened, quarantine=folder / "quarantine", workers=1
        )
        assert (summary.read, summary.stored) == (1, 1)
        yield opened


def rows(store: Store, pattern: str, *variables: str) -> set[tuple[str, ...]]:
    """Give the answers to a pattern as text; what is not bound is empty."""
    found = store.select(f"{PROLOGUE} SELECT DISTINCT * WHERE {{ {pattern} }}")
    return {tuple(_text(row.get(name)) for name in variables) for row in found}


def _text(term: object) -> str:
    return str(getattr(term, "value", "")) if term is not None else ""


def test_denpasar_and_darwin_are_in_talks_and_no_partners(store: Store) -> None:
    assert store.ask(
        f"{PROLOGUE} ASK {{ {DENPASAR} cr:inTalksWith {DARWIN} . {DARWIN} cr:inTalksWith {DENPASAR} }}"
    )
    assert not store.ask(f"{PROLOGUE} ASK {{ ?a cr:partnersWith ?b }}")


def test_the_stage_has_its_day_its_kind_and_its_words(store: Store) -> None:
    found = rows(
        store,
        f"""?p cr:partner {DENPASAR}, {DARWIN} .
        ?s cr:ofPartnership ?p ; cr:modality modality:stated ; cr:stage/skos:notation ?stage ;
           cr:date ?date ; cr:kindAsWritten ?kind ; cr:evidence/oa:hasSelector/oa:start ?start""",
        "stage",
        "date",
        "kind",
    )
    assert found == {("exploring", "2020-11-20", "sister city")}


def test_nansha_was_explored_before_without_a_day_and_not_with_darwin(store: Store) -> None:
    found = rows(
        store,
        f"""?p cr:partner {DENPASAR}, ?nansha .
        ?nansha rdfs:label "Nansha"@en ; cr:country/cr:countryCode "CN" .
        ?s cr:ofPartnership ?p ; cr:stage stage:exploring ; cr:precedes/cr:ofPartnership/cr:partner {DARWIN} .
        OPTIONAL {{ ?s cr:date ?date }}""",
        "date",
    )
    assert found == {("",)}
    assert len(rows(store, "?p a cr:Partnership", "p")) == 2


def test_four_persons_hold_their_offices(store: Store) -> None:
    found = rows(
        store,
        """?h a cr:Holding ; org:member/foaf:name ?name ; org:role/skos:notation ?role ;
        cr:titleAsWritten ?title .
        OPTIONAL { ?h cr:officeOf/rdfs:label ?of FILTER (LANG(?of) IN ("en", "id")) }""",
        "name",
        "role",
        "title",
        "of",
    )
    named = {(name, role, of) for name, role, _, of in found}
    assert ("Kon Vatskalis", "mayor", "Darwin") in named
    assert ("Moh Hanifa", "consul", "Indonesia") in named
    assert ("Cerry Cai", "manager", "") in named
    assert ("I Gusti Ayu Laxmy Saraswati", "head_of_division", "Setda Kota Denpasar") in named
    titles = {name: title for name, _, title, _ in found}
    assert titles["Kon Vatskalis"] == "Walikota"
    assert titles["Cerry Cai"] == "Manager International Business Relations"
    assert "Bidang Ekonomi" in titles["Moh Hanifa"]
    assert len({name for name, *_ in found}) == 4


def test_two_spellings_are_one_person(store: Store) -> None:
    assert rows(store, '?p skos:altLabel "Laxmy Saraswati" ; foaf:name ?name', "name") == {
        ("I Gusti Ayu Laxmy Saraswati",)
    }
    assert len(rows(store, "?p a foaf:Person", "p")) == 4


def test_the_event_was_virtual_facilitated_and_attended(store: Store) -> None:
    found = rows(
        store,
        """?e a cr:Event ; schema:name ?name ; cr:date ?date ; cr:virtual ?virtual ;
        cr:facilitatedBy/rdfs:label ?by ; cr:attendee/foaf:name ?who""",
        "name",
        "date",
        "virtual",
        "by",
        "who",
    )
    assert {row[:4] for row in found} == {
        (
            "International Friendship City Track Sharing Session",
            "2020-11-20",
            "true",
            "Bagian Kerjasama Setda Kota Denpasar",
        )
    }
    assert {row[4] for row in found} == {
        "Kon Vatskalis",
        "Moh Hanifa",
        "Cerry Cai",
        "I Gusti Ayu Laxmy Saraswati",
    }


def test_topics_and_four_focus_points_in_order(store: Store) -> None:
    topics = {key for (key,) in rows(store, "?t a cr:TopicClaim ; cr:topic/skos:notation ?key", "key")}
    assert {"culture", "tourism", "creative_economy"} <= topics
    points = sorted(
        rows(
            store,
            "?s cr:focus ?f . ?f cr:position ?n ; rdfs:label ?text ; cr:topic/skos:notation ?key",
            "n",
            "key",
        )
    )
    assert points == [
        ("1", "tourism"),
        ("2", "creative_economy"),
        ("3", "human_resources"),
        ("3", "technology"),
        ("4", "culture"),
        ("4", "trade"),
    ]


def test_three_sayings_have_their_speaker(store: Store) -> None:
    found = rows(
        store,
        """?q a cr:Quotation ; cr:direct ?direct ; cr:speaker/foaf:name ?who ;
        cr:modality/skos:notation ?modality ; schema:text ?text""",
        "direct",
        "who",
        "modality",
        "text",
    )
    assert {who for _, who, _, _ in found} == {"I Gusti Ayu Laxmy Saraswati"}
    assert sorted((direct, modality) for direct, _, modality, _ in found) == [
        ("false", "stated"),
        ("true", "hoped"),
        ("true", "stated"),
    ]


def test_plan_and_hope_are_marked_and_not_facts(store: Store) -> None:
    found = rows(
        store,
        """?s a cr:StageEvent ; cr:stage stage:active ; cr:modality/skos:notation ?modality ;
        cr:evidence/oa:hasSelector/oa:exact ?words""",
        "modality",
        "words",
    )
    assert found == {("planned", "direalisasikan"), ("hoped", "terlaksana")}


def test_the_article_states_no_more_than_it_does(store: Store) -> None:
    found = rows(
        store,
        """?a a cr:Article ; schema:headline ?headline ; cr:dateline ?dateline ; cr:byline ?byline ;
        schema:inLanguage ?language .
        OPTIONAL { ?a schema:datePublished|schema:publisher|schema:url ?more }""",
        "headline",
        "dateline",
        "byline",
        "language",
        "more",
    )
    assert found == {
        ("PEMKOT JAJAKI KERJASAMA DENGAN KOTA DARWIN AUSTRALIA", "DENPASAR", "bs", "id", ""),
    }


def test_the_comment_form_is_in_nothing(store: Store) -> None:
    texts = {_text(quad.object) for quad in store.quads()}
    assert not any("Balasan" in text or "dipublikasikan" in text for text in texts)
