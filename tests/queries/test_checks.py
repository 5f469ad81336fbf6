"""Each check finds what it is for."""

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat

from cityrel import resources
from cityrel.vocabulary import BASE, DERIVED, PREFIXES

CHECKS = resources.folder("queries") / "checks"
PARTNERS = "<urn:tie> a cr:Partnership ; cr:partner <urn:a>, <urn:b> . "
TALKS = "cr:ofPartnership <urn:tie> ; cr:modality <modality/stated> ; cr:stage <stage/exploring> "
UNSOUND = {
    "derived-without-evidence": (
        f"{{ {PARTNERS} <urn:event> {TALKS} }} <{DERIVED}> {{ <urn:a> cr:partnersWith <urn:b> }}"
    ),
    "claims-without-evidence": "<urn:article> { <urn:event> a cr:StageEvent ; cr:evidence <urn:evidence> }",
    "claims-outside-their-article": "<urn:article> { <urn:event> cr:statedIn <urn:other> }",
    "one-way-edges": "<urn:g> { <urn:a> cr:inTalksWith <urn:b> }",
    "partners-in-talks": "<urn:g> { <urn:a> cr:inTalksWith <urn:b> ; cr:partnersWith <urn:b> }",
    "partnerships-without-two-partners": "<urn:g> { <urn:tie> a cr:Partnership ; cr:partner <urn:a> }",
    "originals-that-are-later": (
        "<urn:g> { <urn:copy> cr:copyOf <urn:original> ; schema:datePublished '2020' . "
        "<urn:original> schema:datePublished '2021' }"
    ),
    "steps-without-claims": "<urn:g> { <urn:tie> cr:hasStep <urn:step> . <urn:step> a cr:Step }",
    "several-current-stages": "<urn:g> { <urn:tie> cr:currentStage <stage/signed>, <stage/ended> }",
}


def test_every_check_has_an_unsound_example() -> None:
    assert {path.stem for path in CHECKS.glob("*.rq")} == set(UNSOUND)


@pytest.mark.parametrize("name", UNSOUND)
def test_a_check_finds_what_it_is_for(name: str) -> None:
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    store = pyoxigraph.Store()
    store.load(prefixes + UNSOUND[name], RdfFormat.TRIG, base_iri=BASE)
    query = (CHECKS / f"{name}.rq").read_text(encoding="utf-8")
    found = store.query(query, use_default_graph_as_union=True)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert len(list(found)) == 1
