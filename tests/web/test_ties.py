"""Partnerships, however many articles tell of them."""

import time
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from cityrel.store import open_store
from cityrel.web import close, create_app

ARTICLES = 150
NTRIPLES = """
<{a}> <{rdf}type> <{c}ontology#Article> .
<{a}> <{c}ontology#sha256> "{n}" .
<{c}partnership/1-2> <{c}ontology#partner> <{c}place/1> .
<{c}partnership/1-2> <{c}ontology#partner> <{c}place/2> .
<{c}partnership/1-2> <{rdf}type> <{c}ontology#Partnership> .
<{c}place/1> <{rdf}type> <{c}ontology#City> .
<{c}place/1> <{rdfs}label> "One"@en .
<{c}place/1> <{rdfs}label> "Satu"@id .
<{c}place/1> <{c}ontology#country> <{c}country/ID> .
<{c}place/1> <http://www.w3.org/2003/01/geo/wgs84_pos#lat> "1.5" .
<{c}place/1> <http://www.w3.org/2003/01/geo/wgs84_pos#long> "2.5" .
<{c}place/1> <http://www.w3.org/2004/02/skos/core#exactMatch> <https://sws.geonames.org/1/> .
<{c}place/2> <{rdf}type> <{c}ontology#City> .
<{c}place/2> <{rdfs}label> "Two"@en .
<{c}place/2> <{c}ontology#country> <{c}country/ID> .
<{c}country/ID> <{rdf}type> <{c}ontology#Country> .
<{c}country/ID> <{rdfs}label> "Indonesia"@en .
<{c}person/p/1> <{rdf}type> <http://xmlns.com/foaf/0.1/Person> .
<{c}person/p/1> <http://xmlns.com/foaf/0.1/name> "P" .
<{c}person/p/1> <http://www.w3.org/2004/02/skos/core#altLabel> "Q" .
<{a}#stage-1> <{rdf}type> <{c}ontology#StageEvent> .
<{a}#stage-1> <{c}ontology#ofPartnership> <{c}partnership/1-2> .
<{a}#stage-1> <{c}ontology#stage> <{c}stage/signed> .
<{a}#stage-1> <{c}ontology#modality> <{c}modality/stated> .
<{a}#stage-1> <{c}ontology#statedIn> <{a}> .
<{a}#holding-1> <{rdf}type> <{c}ontology#Holding> .
<{a}#holding-1> <http://www.w3.org/ns/org#member> <{c}person/p/1> .
<{a}#holding-1> <{c}ontology#titleAsWritten> "Mayor" .
<{a}#holding-1> <{c}ontology#officeOf> <{c}place/1> .
<{a}#holding-1> <{c}ontology#statedIn> <{a}> .
"""
BASE = "https://w3id.org/cityrel/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"


@pytest.fixture(scope="module")
def famous(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Give the front of a store in which every article tells of the same two places and the same person."""
    folder = tmp_path_factory.mktemp("famous") / "store"
    iris = [f"{BASE}article/{number:016x}" for number in range(ARTICLES)]
    with open_store(str(folder), write=True) as store:
        store.replace(
            {
                iri: NTRIPLES.format(a=iri, c=BASE, n=number, rdf=RDF, rdfs=RDFS)
                for number, iri in enumerate(iris)
            }
        )
        store.publish()
    app = create_app(str(folder), query_timeout=5, workers=1)
    yield app.test_client()
    close(app)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/partnerships",
        "/partnership/1-2",
        "/place/1",
        "/country/ID",
        "/persons",
        "/person/p/1",
        "/search?q=one",
    ],
)
def test_a_page_is_quick_however_many_articles_tell_the_same(famous: FlaskClient, path: str) -> None:
    start = time.monotonic()
    response = famous.get(path, headers={"Accept": "text/html"})
    assert response.status_code == 200
    assert time.monotonic() - start < 3


def test_a_partnership_is_listed_once_with_all_its_sources(famous: FlaskClient) -> None:
    text = famous.get("/partnerships", headers={"Accept": "text/html"}).text
    assert text.count('href="/partnership/1-2"') == 1
    assert f'class="number">{ARTICLES}</td>' in text
