"""What the gate answers about a graph and about a file."""

import logging
from pathlib import Path

import pytest
from rdflib import OWL, Graph, Literal, URIRef

from cityrel.errors import PackError, ReadError
from cityrel.validation import gate, validate, validate_file
from cityrel.validation.files import read_graphs
from cityrel.vocabulary import CR, DERIVED, GEO, SCHEMA, XSD

EXAMPLES = Path(__file__).parents[1] / "shapes"
BASE = EXAMPLES / "base.ttl"
ARTICLE = "https://w3id.org/cityrel/article/0123456789abcdef"


def base() -> Graph:
    (graph,) = read_graphs(BASE)
    return graph


def test_a_finding_names_the_fact_the_rule_and_the_sentence() -> None:
    graph = base()
    graph.remove((URIRef(f"{ARTICLE}#stage-1"), CR.stage, None))
    (finding,) = validate(graph).findings
    assert finding.focus == f"{ARTICLE}#stage-1"
    assert (finding.shape, finding.constraint, finding.path) == ("StageEvent-stage", "MinCount", "cr:stage")
    assert finding.message.startswith("A stage event has exactly one stage")
    assert finding.quote == "Keduanya menjajaki kerja sama."


def test_the_text_of_a_report_can_be_read_by_a_person() -> None:
    graph = base()
    graph.add(
        (URIRef("https://w3id.org/cityrel/place/2073124"), GEO.lat, Literal("-91.5", datatype=XSD.decimal))
    )
    assert validate(graph).text() == (
        "1 violation(s), 0 warning(s)\n\n"
        "Violation: A latitude is an xsd:decimal from -90 to 90 degrees; a place has at most one.\n"
        "  rule      Place-lat (MinInclusive)\n"
        '  fact      <https://w3id.org/cityrel/place/2073124> geo:lat "-91.5"^^xsd:decimal\n'
        "  sentence  Keduanya menjajaki kerja sama.\n"
    )


def test_hostile_text_cannot_play_with_the_terminal_that_shows_a_report() -> None:
    graph = base()
    title = Literal("<b>\x1b[2J\r\nkota", lang="id")
    graph.add((URIRef(f"{ARTICLE}#holding-1"), CR.titleAsWritten, title))
    assert r'cr:titleAsWritten """<b>�[2J\r kota"""@id' in validate(graph).text()


def test_a_finding_repeats_only_the_beginning_of_a_long_value() -> None:
    graph = base()
    graph.add((URIRef(f"{ARTICLE}#quotation-1"), CR.direct, Literal("panjang " * 1000)))
    values = [finding.value for finding in validate(graph).findings if finding.value]
    assert [len(value) for value in values] == [203]


def test_a_warning_is_listed_and_does_not_block() -> None:
    graph = base() + read_graphs(EXAMPLES / "Person" / "invalid-honorific.ttl")[0]
    report = validate(graph)
    assert report.conforms
    assert [finding.severity for finding in report.findings] == ["Warning"]
    assert report.text().startswith("0 violation(s), 1 warning(s)")


def test_the_shacl_report_holds_the_messages_in_both_languages() -> None:
    graph = base() + read_graphs(EXAMPLES / "Person" / "invalid-empty.ttl")[0]
    results = Graph().parse(data=validate(graph).shacl, format="turtle")
    messages = results.objects(None, URIRef("http://www.w3.org/ns/shacl#resultMessage"))
    assert {m.language for m in messages if isinstance(m, Literal)} == {"en", "id"}


def test_a_graph_without_findings_costs_no_report() -> None:
    assert (validate(base()).findings, validate(base()).shacl) == ((), "")


def test_an_iri_that_cannot_be_written_is_a_violation_and_no_crash() -> None:
    graph = base()
    graph.add((URIRef(ARTICLE), SCHEMA.url, URIRef("https://news.example/a b")))
    (finding,) = validate(graph).findings
    assert (finding.focus, finding.value) == (ARTICLE, "<https://news.example/a b>")
    assert not validate(graph).conforms


def test_a_date_that_does_not_exist_is_reported_without_a_traceback_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.WARNING):
        report = validate_file(EXAMPLES / "StageEvent" / "invalid-date-30-february.ttl")
    assert "StageEvent-date" in {finding.shape for finding in report.findings}
    assert caplog.records == []


@pytest.mark.parametrize("store", ["default", "SimpleMemory"])
def test_the_store_that_a_graph_was_built_in_does_not_matter(store: str) -> None:
    graph = Graph(store=store, identifier=ARTICLE)
    graph += base()
    assert validate(graph).conforms
    graph.remove((None, CR.stage, None))
    assert [finding.shape for finding in validate(graph).findings] == ["StageEvent-stage"]


@pytest.mark.parametrize("suffix", ["ttl", "nt", "jsonld"])
def test_a_file_is_read_by_its_suffix(tmp_path: Path, suffix: str) -> None:
    formats = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld"}
    path = tmp_path / f"graph.{suffix}"
    base().serialize(path, format=formats[suffix], encoding="utf-8")
    assert validate_file(path).findings == ()


@pytest.mark.parametrize("suffix", ["trig", "nq"])
def test_in_a_file_of_many_graphs_each_is_validated_and_the_derived_one_is_left_out(
    tmp_path: Path, suffix: str
) -> None:
    good = base().serialize(format="nt").replace(" .\n", f" <{ARTICLE}> .\n")
    bad = f"<{ARTICLE}#topic-9> <{CR.stated}> <{ARTICLE}> <{ARTICLE}b> .\n"
    bad += f'<{ARTICLE}#topic-9> <http://www.w3.org/2000/01/rdf-schema#label> "x" <{ARTICLE}b> .\n'
    derived = f"<{ARTICLE}> <{OWL.sameAs}> <{ARTICLE}> <{DERIVED}> .\n"
    path = tmp_path / f"graphs.{suffix}"
    path.write_text(
        as_trig(good + bad + derived) if suffix == "trig" else good + bad + derived, encoding="utf-8"
    )
    assert [finding.shape for finding in validate_file(path).findings] == ["Described-type"]


def as_trig(quads: str) -> str:
    """Write N-Quads as TriG, a block for each statement."""
    parts = (line.removesuffix(" .").rpartition(" ") for line in quads.splitlines())
    return "".join(f"{graph} {{ {statement} . }}\n" for statement, _, graph in parts)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.ttl", "<a> <b> .", "a.ttl: not well-formed Turtle"),
        ("a.nt", '<http://a> <http://b> "c" ', "a.nt: not well-formed N-Triples"),
        ("a.jsonld", "{", "a.jsonld: not well-formed JSON-LD"),
        ("a.csv", "a,b", "a.csv: not an RDF file; known are .ttl"),
    ],
)
def test_a_file_that_cannot_be_parsed_is_named_with_the_reason(
    tmp_path: Path, name: str, content: str, reason: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError) as raised:
        validate_file(path)
    assert reason in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"gone\.ttl: .*No such file"):
        validate_file(tmp_path / "gone.ttl")


def test_a_shapes_file_that_is_broken_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.ttl").write_text("shape:Place a", encoding="utf-8")
    monkeypatch.setattr(gate, "folder", lambda _: tmp_path)
    with pytest.raises(PackError, match=r"broken\.ttl"):
        gate.shapes.__wrapped__()


def test_a_folder_without_shapes_does_not_let_everything_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "folder", lambda _: tmp_path)
    with pytest.raises(PackError, match="there are no shapes"):
        gate.shapes.__wrapped__()
