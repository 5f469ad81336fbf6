"""Where a partnership stands, by all that articles state of it: edges, current stage and kind, dates."""

import pytest
from tests.queries.derivation.reading import PARTNERS, TALKS, add, short, stands
from tests.store.graphs import Says

from cityrel import model, resources
from cityrel.store import Store

CASES: dict[str, tuple[list[Says], tuple[str, str]]] = {
    "exploring": ([Says("a", "exploring", "2020-11-20")], (TALKS, "exploring")),
    "exploring, then signed": (
        [Says("a", "exploring", "2020-11-20"), Says("b", "signed", "2021-03-01")],
        (PARTNERS, "signed"),
    ),
    "signed, and told of the exploring later": (
        [Says("b", "signed", "2021-03-01"), Says("a", "exploring", "2020-11-20", published="2022")],
        (PARTNERS, "signed"),
    ),
    "signed, then ended": (
        [Says("a", "signed", "1990"), Says("b", "ended", "2022-03")],
        ("-", "ended"),
    ),
    "signed, then suspended": (
        [Says("a", "signed", "1990"), Says("b", "suspended", "2022-03")],
        ("-", "suspended"),
    ),
    "ended in the year of the signing": (
        [Says("a", "signed", "2022-01-15"), Says("b", "ended", "2022")],
        ("-", "ended"),
    ),
    "lapsed, then renewed": (
        [Says("a", "signed", "1990"), Says("b", "lapsed", "2010"), Says("c", "renewed", "2015-06-01")],
        (PARTNERS, "renewed"),
    ),
    "lapsed, then talks again": (
        [Says("a", "signed", "1990"), Says("b", "lapsed", "2010"), Says("c", "exploring", "2015-06-01")],
        (TALKS, "exploring"),
    ),
    "ended after talks": (
        [Says("a", "letter_of_intent", "2015"), Says("b", "ended", "2016")],
        ("-", "ended"),
    ),
    "talks in the year of the end are not known to be later": (
        [Says("a", "ended", "2016"), Says("b", "exploring", "2016-11-01")],
        ("-", "ended"),
    ),
    "active in a newer article, founded before the end: a mention does not undo it": (
        [Says("a", "ended", "2010"), Says("b", "active", "1985", published="2021-05-05")],
        ("-", "ended"),
    ),
    "active in a newer article after an end, no founding stated": (
        [Says("a", "ended", "2010"), Says("b", "active", published="2021-05-05")],
        ("-", "ended"),
    ),
    "active, founded anew after the end": (
        [Says("a", "ended", "2010"), Says("b", "active", "2012", published="2021-05-05")],
        (PARTNERS, "active"),
    ),
    "ended, signed again, and standing since": (
        [Says("a", "ended", "2010"), Says("b", "signed", "2012"), Says("c", "active", published="2021")],
        (PARTNERS, "active"),
    ),
    "signed, and an older stage told by a later article": (
        [Says("a", "signed", "2022-03-01"), Says("b", "approved", "2021", published="2023-01-01")],
        (PARTNERS, "signed"),
    ),
    "active in an older article than the end": (
        [Says("a", "active", "1985", published="2009-05-05"), Says("b", "ended", "2010")],
        ("-", "ended"),
    ),
    "active without a day of publication counts from its founding": (
        [Says("a", "active", "1985"), Says("b", "ended", "1984")],
        (PARTNERS, "active"),
    ),
    "an end on the day of publication of its article": (
        [Says("a", "signed", "2010"), Says("b", "ended", published="2022-03-01")],
        ("-", "ended"),
    ),
    "an end without any time counts as later": (
        [Says("a", "signed", "2010"), Says("b", "ended")],
        ("-", "ended"),
    ),
    "signed without any time": ([Says("a", "signed")], (PARTNERS, "signed")),
    "signed without any time loses against any end": (
        [Says("a", "signed"), Says("b", "suspended", "1950")],
        ("-", "suspended"),
    ),
    "the later of two ends": (
        [Says("a", "suspended", "2022-03"), Says("b", "ended", "2023-01")],
        ("-", "ended"),
    ),
    "signed and renewed on one day": (
        [Says("a", "signed", "2022-03-01"), Says("b", "renewed", "2022-03-01")],
        (PARTNERS, "renewed"),
    ),
    "of two stages without time the more advanced": (
        [Says("a", "exploring"), Says("b", "letter_of_intent")],
        (TALKS, "letter_of_intent"),
    ),
    "of one with time and one without the more advanced": (
        [Says("a", "approved"), Says("b", "exploring", "2020")],
        (TALKS, "approved"),
    ),
    "of one to the month and one to the year the more advanced": (
        [Says("a", "approved", "2017"), Says("b", "letter_of_intent", "2017-05")],
        (TALKS, "approved"),
    ),
    "the later of two talks": (
        [Says("a", "proposed", "2019"), Says("b", "exploring", "2020")],
        (TALKS, "exploring"),
    ),
    "only planned": ([Says("a", "signed", "2030", modality="planned")], ("-", "-")),
    "only hoped": ([Says("a", "signed", modality="hoped")], ("-", "-")),
    "denied": (
        [Says("a", "exploring", "2020"), Says("b", "signed", "2021", modality="denied")],
        (TALKS, "exploring"),
    ),
    "a planned end": (
        [Says("a", "signed", "2020"), Says("b", "ended", "2021", modality="planned")],
        (PARTNERS, "signed"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_where_a_partnership_stands(store: Store, case: str) -> None:
    articles, expected = CASES[case]
    assert stands(add(store, *articles)) == expected


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_the_articles_makes_no_difference(store: Store, case: str) -> None:
    articles, expected = CASES[case]
    assert stands(add(store, *reversed(articles))) == expected


def test_every_stage_of_the_model_has_its_place_in_the_derivation() -> None:
    text = (resources.folder("queries") / "derive" / "20-events.ru").read_text(encoding="utf-8")
    ranks = [text.index(f"(stage:{stage} ") for stage in model.STAGES if stage != "intended"]
    assert ranks == sorted(ranks)
    assert "(stage:intended " in text


def test_first_and_last_date_are_as_precise_as_stated(store: Store) -> None:
    facts = add(store, Says("a", "active", "1985", published="2021-05-05"), Says("b", "signed", "1985-07"))
    assert facts["partnership/1-2", "firstDate"] == {"1985"}
    assert facts["partnership/1-2", "lastDate"] == {"2021-05-05"}
    dates = {str(q.object) for q in store.quads() if short(q.predicate) in ("firstDate", "lastDate")}
    assert dates == {
        '"1985"^^<http://www.w3.org/2001/XMLSchema#gYear>',
        '"2021-05-05"^^<http://www.w3.org/2001/XMLSchema#date>',
    }


def test_an_undated_tie_has_a_stage_and_no_dates(store: Store) -> None:
    facts = add(store, Says("a", "signed"))
    assert ("partnership/1-2", "firstDate") not in facts
    assert facts["partnership/1-2", "currentStage"] == {"stage/signed"}


def test_the_current_kind_is_the_last_one_that_is_specific(store: Store) -> None:
    facts = add(
        store,
        Says("a", "signed", "2000", kind="friendship_city"),
        Says("b", "signed", "2010", kind="sister_city"),
        Says("c", "active", published="2020", kind="cooperation"),
    )
    assert facts["partnership/1-2", "currentKind"] == {"kind/sister_city"}
