"""How the reasons for a tie are shown."""

from cityrel.model import Explanation, Place, Reason, Weighing
from cityrel.showing.reasons import why

BOGOR, KISARAZU = Place("1648473", "Bogor", "city", "ID"), Place("1859088", "Kisarazu", "city", "JP")


def lines(*weighings: Weighing) -> list[str]:
    return [f"{level} {line.plain}" for level, line in why(Explanation(BOGOR, KISARAZU, weighings), level=2)]


def test_each_question_has_its_probability_its_sum_and_its_signs() -> None:
    reasons = (Reason("words for a signing", 2.5), Reason("a date of earlier years", -0.5))
    assert lines(Weighing("signed", "active", reasons, 0.81)) == [
        "2 why signed rather than active: probability 0.81, sum of log-odds +2.00",
        "3 +2.50  words for a signing",
        "3 -0.50  a date of earlier years",
    ]


def test_small_signs_are_added_up_in_one_line() -> None:
    reasons = (Reason("one", 0.3), Reason("two", 0.09), Reason("three", -0.05))
    assert lines(Weighing("partners", None, reasons, 0.6))[1:] == [
        "3 +0.30  one",
        "3 +0.04  lesser signs together (2)",
    ]


def test_an_answer_that_needed_no_signs_has_no_sum() -> None:
    assert lines(Weighing("letter_of_intent, as its entry says", None, (), 0.9)) == [
        "2 why letter of intent, as its entry says: probability 0.90"
    ]


def test_no_answer_is_shown_as_certain() -> None:
    sure = Weighing("partners", None, (Reason("one", 9.0),), 0.9999)
    assert lines(sure)[0] == "2 why partners: probability over 0.99, sum of log-odds +9.00"


def test_what_a_terminal_would_obey_is_not_passed_on() -> None:
    assert lines(Weighing("partners", None, (Reason("\x1b[2J", 1.0),), 0.5))[1] == "3 +1.00  \\x1b[2J"
