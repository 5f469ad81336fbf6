"""What becomes of a good answer."""

from tests.extraction.llm.conftest import GOOD, Ask, quotes_match
from tests.llm_stub import Stub


def test_a_good_answer_becomes_claims_in_the_articles_own_words(stub: Stub, ask: Ask) -> None:
    stub.will(GOOD)
    facts = ask()
    (stage,), (holding,), (event,) = facts.stages, facts.holdings, facts.events
    assert (stage.a.name, stage.b.name, stage.stage, stage.date) == (
        "Bogor",
        "Kisarazu",
        "signed",
        "2021-05-03",
    )
    assert stage.evidence[0].quote.endswith("signed a  sister city agreement")
    assert stage.evidence[0].rule == "llm:stub"
    assert 0 < stage.evidence[0].confidence < 1
    assert (holding.person.name, holding.role, holding.of) == ("Bima Arya", "mayor", stage.a)
    assert (event.type, event.place, event.modality) == ("ceremony", stage.a, "stated")
    assert facts.quotations[0].text == "We will send students to  Kisarazu every year"
    assert facts.quotations[0].direct
    assert facts.quotations[0].speaker == holding.person
    assert [claim.topic for claim in facts.topics] == ["education"]
    assert quotes_match(facts)
    assert facts.article.warnings == ()
