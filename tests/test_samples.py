"""The sample articles, and the client's article where it is at hand, carried down the whole road."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cityrel import pipeline
from cityrel.cli import SAMPLES
from cityrel.store import Store, open_store
from cityrel.vocabulary import PREFIXES

SCHEMES = {"modality": "https://w3id.org/cityrel/modality/"}
PROLOGUE = "\n".join(f"PREFIX {prefix}: <{iri}>" for prefix, iri in {**PREFIXES, **SCHEMES}.items())
BASE = "https://w3id.org/cityrel/"


def stored(sources: list[Path], folder: Path) -> Store:
    """Give the published store that the articles make, opened for reading."""
    with open_store(str(folder / "store"), write=True) as store:
        summary = pipeline.ingest(sources, store, quarantine=folder / "quarantine", workers=1)
        assert summary.complete
    return open_store(str(folder / "store"))


def rows(store: Store, query: str) -> set[tuple[str, ...]]:
    """Give the rows of a query, our own addresses without their base; what is unbound is empty."""
    names = [word.removeprefix("?") for word in query.split("{", maxsplit=1)[0].split() if word[0] == "?"]
    found = store.select(f"{PROLOGUE}\n{query}")
    return {tuple(getattr(row.get(n), "value", "").removeprefix(BASE) for n in names) for row in found}


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with stored([SAMPLES], tmp_path_factory.mktemp("samples")) as store:
        yield store


@pytest.fixture(scope="module", params=["our wording", "the client's"])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give a store of the client's article alone: in our own words, and as it was published."""
    source = SAMPLES / "id" / "denpasar-darwin.txt"
    if request.param == "the client's":
        source = request.getfixturevalue("shared") / "corpus" / "seed" / "001.txt"
    with stored([source], tmp_path_factory.mktemp("client")) as store:
        yield store


def test_every_sample_is_stored(samples: Store) -> None:
    (number,) = rows(samples, "SELECT ?n { SELECT (COUNT(?a) AS ?n) { ?a a cr:Article } }")
    assert int(number[-1]) >= 14


def test_the_samples_are_in_indonesian_and_english(samples: Store) -> None:
    assert rows(samples, "SELECT ?l { ?a a cr:Article ; schema:inLanguage ?l }") == {("id",), ("en",)}


def test_the_samples_show_every_kind_of_stage(samples: Store) -> None:
    stages = {
        stage for (stage,) in rows(samples, "SELECT ?s { ?e cr:stage ?s ; cr:modality modality:stated }")
    }
    wanted = {"exploring", "letter_of_intent", "approved", "signed", "renewed", "active", "suspended"}
    assert {f"stage/{key}" for key in wanted} <= stages


@pytest.mark.parametrize(
    ("pair", "stage"),
    [
        ("Darwin Denpasar", "exploring"),
        ("Garut Higashikawa", "exploring"),
        ("Bogor Kisarazu", "letter_of_intent"),
        ("Sibu Singkawang", "letter_of_intent"),
        ("Liverpool Surabaya", "signed"),
        ("Bandung Melbourne", "signed"),
        ("Chihuahua El-Paso", "signed"),
        ("Jakarta Moscow", "renewed"),
        ("Alzey Harpenden", "active"),
        ("Barcelona Tel-Aviv", "suspended"),
        ("Penticton Yellowknife", "ended"),
    ],
)
def test_a_pair_of_the_samples_is_at_its_stage(samples: Store, pair: str, stage: str) -> None:
    one, other = (name.replace("-", " ") for name in pair.split())
    query = f"""SELECT ?stage {{
        ?p cr:currentStage ?stage ; cr:partner/rdfs:label "{one}"@en , "{other}"@en }}"""
    assert rows(samples, query) == {(f"stage/{stage}",)}


def test_a_pair_is_followed_from_the_first_talks_to_the_signature(samples: Store) -> None:
    query = """SELECT ?stage ?date { ?e cr:stage ?stage ; cr:modality modality:stated ; cr:statedIn ?a ;
        cr:ofPartnership/cr:partner/rdfs:label "Surabaya"@en , "Liverpool"@en
        OPTIONAL { ?e cr:date ?date } }"""
    stages = [stage.removeprefix("stage/") for stage, _ in sorted(rows(samples, query), key=lambda r: r[1])]
    assert [s for s in stages if s in ("exploring", "letter_of_intent", "signed")][-2:] == [
        "letter_of_intent",
        "signed",
    ]
    assert "exploring" in stages


def test_the_clients_pair_is_exploring_and_nothing_more(client: Store) -> None:
    query = """SELECT ?stage ?date ?kind ?written { ?e cr:ofPartnership ?p ; cr:stage ?stage ;
        cr:modality modality:stated ; cr:kind ?kind ; cr:kindAsWritten ?written ; cr:date ?date .
        ?p cr:partner/rdfs:label "Denpasar"@en , "Darwin"@en }"""
    assert rows(client, query) == {("stage/exploring", "2020-11-20", "kind/sister_city", "sister city")}


def test_talks_draw_no_edge_of_partners(client: Store) -> None:
    talks = """SELECT ?other { ?a cr:inTalksWith ?b . ?a rdfs:label "Denpasar"@en . ?b rdfs:label ?other
        FILTER(LANG(?other) = "en") }"""
    assert rows(client, talks) == {("Darwin",), ("Nansha",)}
    assert not client.ask(f"{PROLOGUE} ASK {{ ?a cr:partnersWith ?b }}")


def test_the_earlier_talks_are_undated_and_came_before(client: Store) -> None:
    query = """SELECT ?stage ?date ?country { ?e cr:ofPartnership ?p ; cr:stage ?stage ; cr:precedes ?later .
        ?p cr:partner ?place . ?place rdfs:label "Nansha"@en ; cr:country ?country .
        ?later cr:ofPartnership/cr:partner/rdfs:label "Darwin"@en
        OPTIONAL { ?e cr:date ?date } }"""
    assert rows(client, query) == {("stage/exploring", "", "country/CN")}


def test_places_that_share_a_partner_are_no_pair(client: Store) -> None:
    assert not client.ask(
        f'{PROLOGUE} ASK {{ ?p cr:partner/rdfs:label "Darwin"@en ; cr:partner/rdfs:label "Nansha"@en }}'
    )


def test_office_holders_have_role_and_title_as_written(client: Store) -> None:
    query = """SELECT ?name ?role ?title { ?h org:member/foaf:name ?name ; org:role ?role ;
        cr:titleAsWritten ?title }"""
    found = {(name, role) for name, role, _ in rows(client, query)}
    assert {
        ("Kon Vatskalis", "role/mayor"),
        ("Cerry Cai", "role/manager"),
        ("I Gusti Ayu Laxmy Saraswati", "role/head_of_division"),
    } <= found
    assert "Moh Hanifa" in {name for name, _ in found}
    assert "Walikota" in {title for name, _, title in rows(client, query) if name == "Kon Vatskalis"}


def test_offices_belong_to_what_the_article_says(client: Store) -> None:
    query = """SELECT ?name ?of { ?h org:member/foaf:name ?name ; cr:officeOf/rdfs:label ?of }"""
    of: dict[str, set[str]] = {}
    for name, home in rows(client, query):
        of.setdefault(name, set()).add(home)
    assert "Darwin" in of["Kon Vatskalis"]
    assert "Cerry Cai" not in of
    assert any("Setda" in home or home == "Denpasar" for home in of["I Gusti Ayu Laxmy Saraswati"])


def test_a_shorter_form_of_a_name_is_the_same_person(client: Store) -> None:
    query = (
        "SELECT ?name ?other { ?p foaf:name ?name ; skos:altLabel ?other FILTER(CONTAINS(?name, 'Laxmy')) }"
    )
    assert ("I Gusti Ayu Laxmy Saraswati", "Laxmy Saraswati") in rows(client, query)
    assert len(rows(client, "SELECT ?p { ?p a foaf:Person }")) == 4


def test_the_event_has_name_day_host_and_guests(client: Store) -> None:
    query = """SELECT ?name ?date ?virtual ?by { ?e a cr:Event ; schema:name ?name ; cr:date ?date ;
        cr:virtual ?virtual ; cr:facilitatedBy/rdfs:label ?by }"""
    name = "International Friendship City Track Sharing Session"
    assert rows(client, query) == {(name, "2020-11-20", "true", "Bagian Kerjasama Setda Kota Denpasar")}
    guests = "SELECT ?name { ?e a cr:Event ; cr:attendee/foaf:name ?name }"
    assert rows(client, guests) == {
        ("Kon Vatskalis",),
        ("Moh Hanifa",),
        ("Cerry Cai",),
        ("I Gusti Ayu Laxmy Saraswati",),
    }


def test_the_four_fields_of_cooperation_stand_in_their_order(client: Store) -> None:
    query = "SELECT ?position ?label { ?f a cr:Focus ; cr:position ?position ; rdfs:label ?label }"
    labels = [label for _, label in sorted(rows(client, query))]
    assert len(labels) == 4
    for word, label in zip(("pariwisata", "ekonomi kreatif", "SDM", "UMKM"), labels, strict=True):
        assert word in label


def test_topics_are_those_of_the_talks(client: Store) -> None:
    topics = {topic for (topic,) in rows(client, "SELECT ?t { ?c a cr:TopicClaim ; cr:topic ?t }")}
    assert {"topic/culture", "topic/tourism", "topic/creative_economy"} <= topics


def test_quotations_have_their_speaker_and_say_whether_direct(client: Store) -> None:
    query = "SELECT ?q ?name ?direct { ?q a cr:Quotation ; cr:speaker/foaf:name ?name ; cr:direct ?direct }"
    speakers = sorted((name, direct) for _, name, direct in rows(client, query))
    assert speakers.count(("I Gusti Ayu Laxmy Saraswati", "true")) == 2
    assert ("I Gusti Ayu Laxmy Saraswati", "false") in speakers


def test_a_plan_and_a_hope_are_marked_as_such(client: Store) -> None:
    query = """SELECT ?m ?stage { ?c cr:modality ?m OPTIONAL { ?c cr:stage ?stage } }"""
    found = {modality for modality, _ in rows(client, query)}
    assert {"modality/planned", "modality/hoped"} <= found


def test_the_article_says_what_its_source_states_and_no_more(client: Store) -> None:
    query = """SELECT ?dateline ?byline ?lang ?published ?publisher ?url { ?a a cr:Article ;
        schema:headline ?headline ; cr:dateline ?dateline ; cr:byline ?byline ; schema:inLanguage ?lang
        OPTIONAL { ?a schema:datePublished ?published } OPTIONAL { ?a schema:publisher ?publisher }
        OPTIONAL { ?a schema:url ?url } }"""
    ((dateline, byline, language, _, publisher, url),) = rows(client, query)
    assert (dateline.upper(), byline, language, publisher, url) == ("DENPASAR", "bs", "id", "", "")


def test_the_comment_form_is_in_nothing(client: Store) -> None:
    words = ("Tinggalkan", "Balasan", "email", "Ruas")
    texts = [str(quad.object) for quad in client.quads() if "/article/" in str(quad.graph_name)]
    assert [text for text in texts if any(word in text for word in words)] == []


def test_evidence_is_found_in_the_text_where_it_says(client: Store) -> None:
    query = """SELECT ?start ?end ?exact ?source {
        ?e oa:hasSource/dcterms:source ?source ; oa:hasSelector ?p , ?q .
        ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?exact }"""
    found = rows(client, query)
    assert found
    for start, end, exact, source in found:
        text = Path(source).read_text(encoding="utf-8")
        assert text[int(start) : int(end)] == exact


def test_our_wording_of_the_clients_article_is_our_own(shared: Path) -> None:
    def phrases(path: Path, length: int = 5) -> set[tuple[str, ...]]:
        """Give the runs of words in small letters: names and titles must be the same, sentences must not."""
        words = path.read_text(encoding="utf-8").split("Tinggalkan")[0].split()
        runs = (tuple(words[n : n + length]) for n in range(len(words) - length))
        return {run for run in runs if all(word.islower() for word in run)}

    ours = SAMPLES / "id" / "denpasar-darwin.txt"
    assert phrases(ours) & phrases(shared / "corpus" / "seed" / "001.txt") == set()
