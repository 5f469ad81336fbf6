"""What can be asked of a connection: the same of a folder and of a server."""

from datetime import date
from pathlib import Path

import networkx
import pytest
import rdflib

import cityrel
from cityrel.client import IRI, Connection, connect
from cityrel.errors import NotFound, QueryError, StoreError, UsageError

DENPASAR = IRI("https://w3id.org/cityrel/place/1645528")
SIGNED = """
SELECT ?pair ?date ?stage ?end {
  ?p rdfs:label ?pair ; cr:partnersSince ?date ; cr:currentStage ?stage
  OPTIONAL { ?p cr:noSuchProperty ?end }
}"""


def test_rows_are_values_of_python(connection: Connection) -> None:
    result = connection.query(SIGNED)
    assert result.variables == ("pair", "date", "stage", "end")
    [row] = result.rows
    assert row == {
        "pair": "Bandung – Braunschweig",
        "date": date(1960, 5, 24),
        "stage": "https://w3id.org/cityrel/stage/renewed",
        "end": None,
    }
    assert isinstance(row["stage"], IRI)
    assert list(result) == result.rows
    assert len(result) == 1


def test_terms_are_there_as_they_stand(connection: Connection) -> None:
    [terms] = connection.query(SIGNED).terms
    assert str(terms["pair"]) == '"Bandung – Braunschweig"@en'
    assert "end" not in terms


def test_parameters_are_bound_as_values(connection: Connection) -> None:
    text = "SELECT ?name { ?p cr:partner $city, ?other . ?other rdfs:label ?name FILTER(?other != $city) }"
    assert sorted(row["name"] for row in connection.query(text, city=DENPASAR)) == ["Darwin", "Nansha"]
    assert connection.query("ASK { $city rdfs:label $name }", city=DENPASAR, name="Denpasar").boolean is False


def test_yes_and_no_are_truths(connection: Connection) -> None:
    assert connection.query("ASK { $city a cr:City }", city=DENPASAR)
    assert not connection.query("ASK { $city a cr:Country }", city=DENPASAR)


def test_triples_are_a_graph_of_rdflib(connection: Connection) -> None:
    result = connection.query("CONSTRUCT { ?p cr:partner ?c } { ?p cr:partner ?c }")
    graph = result.graph()
    partner = rdflib.URIRef("https://w3id.org/cityrel/ontology#partner")
    assert rdflib.URIRef(DENPASAR) in set(graph.objects(None, partner))
    assert len(graph) == len(result) == 10
    assert len(connection.query("DESCRIBE $city", city=DENPASAR).graph()) > 5


def test_rows_are_a_table_of_pandas(connection: Connection) -> None:
    table = connection.query(SIGNED).to_pandas()
    assert list(table.columns) == ["pair", "date", "stage", "end"]
    assert table["date"].tolist() == [date(1960, 5, 24)]
    assert list(connection.query("SELECT ?x { ?x a cr:Nothing }").to_pandas().columns) == ["x"]


def test_without_pandas_it_is_said_what_to_install(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(UsageError, match=r"pip install 'cityrel\[pandas\]'"):
        connection.query(SIGNED).to_pandas()


def test_rows_make_no_graph(connection: Connection) -> None:
    with pytest.raises(QueryError, match="only CONSTRUCT and DESCRIBE"):
        connection.query(SIGNED).graph()


@pytest.mark.parametrize("name", ["Tiongkok", "tiongkok", "TIONGKOK "])
def test_search_finds_by_name(connection: Connection, name: str) -> None:
    assert [found["name"] for found in connection.search(name, type="country")] == ["China"]
    assert connection.search(name, type=["city", "person"]) == []


def test_a_place_comes_by_key_and_by_iri(connection: Connection) -> None:
    place = connection.place("1645528")
    assert [partner["partner"]["name"] for partner in place["partners"]] == ["Darwin", "Nansha"]
    assert connection.place(DENPASAR) == place


def test_a_partnership_tells_its_history(connection: Connection) -> None:
    found = connection.partnership("1650357-2945024")
    assert [step["stage"] for step in found["history"]] == ["signed", "renewed"]


def test_partnerships_come_page_after_page(connection: Connection) -> None:
    keys = [found["key"] for found in connection.partnerships(limit=2)]
    assert len(keys) == len(set(keys)) == 5


def test_the_network_is_a_graph_of_networkx(connection: Connection) -> None:
    graph = connection.network(standing=["tied", "talks"], limit=1)
    assert isinstance(graph, networkx.Graph)
    assert graph.nodes["1645528"]["name"] == "Denpasar"
    assert graph.edges["1650357", "2945024"]["stage"] == "renewed"
    assert sorted(graph["1645528"]) == ["1799869", "2073124"]


def test_the_first_year_has_a_name_that_python_allows(connection: Connection) -> None:
    assert len(connection.network(standing="ended", from_=2000, to=2011).edges) == 1
    assert len(connection.network(standing="ended", from_=2012).edges) == 0


def test_what_is_not_there_is_not_found(connection: Connection) -> None:
    with pytest.raises(NotFound, match="there is no place 1"):
        connection.place("1")
    with pytest.raises(NotFound):
        connection.place("../partnerships")


def test_a_filter_that_does_not_exist_is_refused(connection: Connection) -> None:
    with pytest.raises(QueryError, match="colour: there is no such parameter"):
        connection.network(colour="red")


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("SELECT ?x {", "line 1"),
        ("SELECT ?x { SERVICE <http://example.org/> { ?x ?y ?z } }", "SERVICE is refused"),
        ("DROP ALL", "(?i)update|expected"),
    ],
)
def test_a_query_that_cannot_be_answered_is_refused_with_the_reason(
    connection: Connection, query: str, why: str
) -> None:
    with pytest.raises((QueryError, StoreError), match=why):
        connection.query(query)


def test_the_package_offers_it_by_its_own_name(folder: Path) -> None:
    with cityrel.connect(folder) as connection:
        assert connection.query("ASK {}")
    with pytest.raises(AttributeError):
        _ = cityrel.nothing


@pytest.mark.parametrize(
    "location", ["/no/such/folder", "https://", "http://x:y/", "http://a b/", "http://\u2028/"]
)
def test_what_is_no_address_and_no_store_is_told(location: str) -> None:
    with pytest.raises(StoreError):
        connect(location)
