"""How the rules' facts and a model's become one."""

from dataclasses import replace

from cityrel.extraction.llm.combining import SUREST, combine, once
from cityrel.model import (
    Article,
    Event,
    Evidence,
    Facts,
    Holding,
    Person,
    Place,
    Quotation,
    Stage,
    TopicClaim,
)

ARTICLE = Article("x", "x" * 200, "en")
A, B, C = (Place(key, name, "city", "ID") for key, name in (("1", "A"), ("2", "B"), ("3", "C")))


def proof(rule: str, start: int = 0, confidence: float = 0.8) -> tuple[Evidence, ...]:
    return (Evidence(start, start + 10, "x" * 10, "", "", rule, confidence),)


def stage(rule: str, **fields: object) -> Stage:
    plain = Stage(
        A, B, "signed", "sister_city", None, None, "stated", None, (), (), (), None, None, proof(rule)
    )
    return replace(plain, **fields)  # type: ignore[arg-type]


def holding(rule: str, name: str = "Bima Arya", **fields: object) -> Holding:
    plain = Holding(Person(name), "Mayor", "mayor", None, None, None, proof(rule))
    return replace(plain, **fields)  # type: ignore[arg-type]


RULE, MODEL = "stage-signed", "llm:stub"


def test_what_both_say_becomes_one_surer_claim_with_the_evidence_of_both() -> None:
    (joined,) = combine(
        Facts(ARTICLE, stages=(stage(RULE),)), Facts(ARTICLE, stages=(stage(MODEL, a=B, b=A),))
    ).stages
    assert [piece.rule for piece in joined.evidence] == [RULE, MODEL]
    assert [piece.confidence for piece in joined.evidence] == [0.96, 0.96]


def test_nothing_becomes_surer_than_can_be() -> None:
    certain = stage(RULE, evidence=proof(RULE, confidence=1.0))
    (joined,) = combine(Facts(ARTICLE, stages=(certain,)), Facts(ARTICLE, stages=(stage(MODEL),))).stages
    assert {piece.confidence for piece in joined.evidence} == {SUREST}


def test_the_rules_win_where_both_tell_and_the_model_fills_what_they_leave_open() -> None:
    ruled = stage(RULE, date="2021", kind="twinning")
    told = stage(MODEL, date="1999", kind="cooperation", instrument="MoU")
    (joined,) = combine(Facts(ARTICLE, stages=(ruled,)), Facts(ARTICLE, stages=(told,))).stages
    assert (joined.date, joined.kind, joined.instrument) == ("2021", "twinning", "MoU")


def test_a_finer_stage_of_the_model_is_the_broad_one_of_the_rules() -> None:
    ruled, told = stage(RULE, stage="intended"), stage(MODEL, stage="letter_of_intent")
    assert len(combine(Facts(ARTICLE, stages=(ruled,)), Facts(ARTICLE, stages=(told,))).stages) == 1


def test_other_pairs_stages_and_modalities_are_added_behind() -> None:
    others = (stage(MODEL, b=C), stage(MODEL, stage="renewed"), stage(MODEL, modality="planned"))
    both = combine(Facts(ARTICLE, stages=(stage(RULE),)), Facts(ARTICLE, stages=others)).stages
    assert both == (stage(RULE), *others)


def test_a_short_name_is_the_known_person_with_the_known_home() -> None:
    ruled = holding(RULE, person=Person("Bima Arya", home=A), of=A)
    told = holding(MODEL, name="Bima", role="chair", title="Chair", evidence=proof(MODEL, 50))
    said = Quotation(Person("Arya"), "x" * 10, True, "stated", proof(MODEL))
    both = combine(Facts(ARTICLE, holdings=(ruled,)), Facts(ARTICLE, holdings=(told,), quotations=(said,)))
    assert [one.person for one in both.holdings] == [ruled.person, ruled.person]
    assert both.quotations[0].speaker == ruled.person


def test_a_name_that_two_persons_bear_stays_a_person_of_its_own() -> None:
    ruled = (holding(RULE, "Siti Aminah"), holding(RULE, "Siti Rahma", evidence=proof(RULE, 40)))
    said = Quotation(Person("Siti"), "x" * 10, True, "stated", proof(MODEL))
    both = combine(Facts(ARTICLE, holdings=ruled), Facts(ARTICLE, quotations=(said,)))
    assert both.quotations[0].speaker == Person("Siti")


def test_another_role_for_the_same_title_in_the_same_words_gives_way() -> None:
    told = holding(MODEL, role="chair", of=A)
    (joined,) = combine(Facts(ARTICLE, holdings=(holding(RULE),)), Facts(ARTICLE, holdings=(told,))).holdings
    assert (joined.role, joined.of) == ("mayor", A)


def test_an_event_without_a_day_is_the_one_with_a_day() -> None:
    ruled = Event("visit", None, "2021-05-03", None, False, (), (), proof(RULE))
    told = Event("visit", "Study Visit", None, A, False, (), (), proof(MODEL))
    other = replace(told, date="2020")
    both = combine(Facts(ARTICLE, events=(ruled,)), Facts(ARTICLE, events=(told, other))).events
    assert [(event.date, event.name) for event in both] == [
        ("2021-05-03", "Study Visit"),
        ("2020", "Study Visit"),
    ]


def test_a_virtual_event_gets_no_place() -> None:
    ruled = Event("meeting", None, None, None, True, (), (), proof(RULE))
    told = replace(ruled, virtual=False, place=A, evidence=proof(MODEL))
    (joined,) = combine(Facts(ARTICLE, events=(ruled,)), Facts(ARTICLE, events=(told,))).events
    assert joined.virtual
    assert joined.place is None


def test_quotations_of_overlapping_words_and_equal_topics_are_one() -> None:
    said = Quotation(None, "x" * 10, True, "stated", proof(RULE))
    told = replace(said, speaker=Person("Bima"), evidence=proof(MODEL, 5))
    topics = [(TopicClaim("trade", proof(rule)),) for rule in (RULE, MODEL)]
    both = combine(
        Facts(ARTICLE, quotations=(said,), topics=topics[0]),
        Facts(ARTICLE, quotations=(told,), topics=topics[1]),
    )
    assert [one.speaker for one in both.quotations] == [Person("Bima")]
    assert len(both.topics) == 1


def test_unresolved_names_of_both_are_counted_once() -> None:
    both = combine(Facts(ARTICLE, unresolved=("P", "Q")), Facts(ARTICLE, unresolved=("Q", "R")))
    assert both.unresolved == ("P", "Q", "R")


def test_a_repetition_by_one_model_is_one_claim_and_no_surer() -> None:
    told = (stage(MODEL), stage(MODEL, evidence=proof(MODEL, 30)))
    (joined,) = once(Facts(ARTICLE, stages=told)).stages
    assert [piece.confidence for piece in joined.evidence] == [0.8, 0.8]
