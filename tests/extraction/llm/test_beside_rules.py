"""A model beside the rules, and articles that are odd."""

import pickle

import pytest
from tests.extraction.llm.conftest import EDUCATION, GOOD, SIGNED, TEXT, Ask, changed
from tests.llm_stub import Response, Stub, answer, fails, says

from cityrel.extraction import extract
from cityrel.extraction.llm import Asker, Ledger, LlmExtractor, Memory, Settings
from cityrel.model import Article


def test_beside_the_rules_what_both_say_is_one_claim_and_surer(
    stub: Stub, ask: Ask, article: Article
) -> None:
    stub.will(GOOD)
    (ruled,) = (stage for stage in extract(article).stages if stage.b.name == "Kisarazu")
    (stage,) = (stage for stage in ask(with_rules=True).stages if stage.b.name == "Kisarazu")
    assert {piece.rule.partition(":")[0] for piece in stage.evidence} > {"llm"}
    assert max(piece.confidence for piece in stage.evidence) > max(p.confidence for p in ruled.evidence)
    assert (stage.date, stage.kind) == (ruled.date, ruled.kind)


@pytest.mark.parametrize("response", [fails(500), says("{"), says(None, refusal="no")])
def test_beside_the_rules_a_model_that_fails_leaves_them_and_a_warning(
    stub: Stub, ask: Ask, article: Article, response: Response
) -> None:
    stub.will(response)
    facts = ask(with_rules=True, retries=0)
    assert facts.stages == extract(article).stages
    assert "left to the rules alone" in facts.article.warnings[-1]


def test_an_article_in_a_language_without_a_pack_is_read(stub: Stub, ask: Ask) -> None:
    text = "Bogor et Kisarazu ont signé un accord de jumelage le 3 mai 2021."
    stage = changed(SIGNED, kind="twinning", kind_as_written="jumelage", quotes=[text])
    stub.will(answer(stages=[stage]))
    (found,) = ask(about=Article("x", text, "fr")).stages
    assert {found.a.country, found.b.country} == {"ID", "JP"}
    assert found.date == "2021"


def test_an_empty_article_is_not_asked_about(stub: Stub, ask: Ask) -> None:
    assert list(ask(about=Article("x", " \n", "en")).claims()) == []
    assert stub.requests == []


def test_a_very_long_article_is_sent_in_part_with_a_warning(stub: Stub, ask: Ask) -> None:
    facts = ask(about=Article("x", TEXT * 200, "en"))
    assert len(stub.requests[0]["messages"][1]["content"]) < 61_000
    assert "only the first 60000 characters" in facts.article.warnings[0]


def test_many_refusals_are_summed_up(stub: Stub, ask: Ask) -> None:
    stub.will(answer(topics=[changed(EDUCATION, quotes=[f"nonsense {n}"]) for n in range(300)]))
    warnings = ask().article.warnings
    assert len(warnings) == 21
    assert warnings[-1].endswith("more were refused")


def test_odd_characters_of_an_answer_do_not_reach_the_terminal(stub: Stub, ask: Ask) -> None:
    stub.will(answer(topics=[changed(EDUCATION, quotes=["\u001b[31mred\u0007 \ud800 \u202e words"])]))
    (warning,) = ask().article.warnings
    assert warning.isprintable()
    warning.encode()


def test_the_extractor_can_be_sent_to_another_process_without_the_key(
    stub: Stub, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITYREL_LLM_KEY", "sk-very-secret")
    extractor = LlmExtractor(Asker(Settings(stub.url, "stub"), ledger, Memory()))
    assert pickle.loads(pickle.dumps(extractor)) == extractor  # noqa: S301
    assert b"sk-very-secret" not in pickle.dumps(extractor)
    assert "sk-very-secret" not in repr(extractor)
