"""The date of the stage that an article tells of a pair."""

from cityrel.extraction import extract
from cityrel.model import Article


def told(
    text: str, published: str | None = "2020-06-10", language: str = "en"
) -> dict[str, tuple[str, str | None]]:
    """Give the last stated stage and its date by either partner."""
    stages = extract(Article("test", text, language, published=published)).stages
    last = [one for one in stages if one.modality == "stated" and one.before is None]
    return {place.name: (one.stage, one.date) for one in last for place in (one.a, one.b)}


def test_names_that_share_an_entry_share_its_year() -> None:
    text = "The sister cities of Brisbane are Kobe and Semarang (both 1993); Chongqing (2005)."
    assert {date for _, date in told(text).values()} >= {"1993", "2005"}


def test_each_name_has_the_year_of_its_own_entry() -> None:
    text = (
        "Pemkot Semarang menjajaki kerja sama sister city dengan Kochi, Jepang. "
        "Kota ini sudah memiliki kota kembar Brisbane sejak 1993 dan Beihai sejak 2009."
    )
    found = told(text, language="id")
    assert (found["Brisbane"], found["Beihai"]) == (("active", "1993"), ("active", "2009"))


def test_a_day_of_long_ago_in_the_next_sentence_is_not_that_of_a_renewal() -> None:
    text = (
        "On Monday (8 June 2020) guests from Dortmund came to Leeds. Leeds and Dortmund renewed their "
        "twinning agreement that night. The twinning began in 1969."
    )
    assert told(text)["Dortmund"] == ("renewed", "2020-06-08")


def test_a_day_still_to_come_in_the_next_sentence_is_not_that_of_a_signing() -> None:
    text = (
        "The mayors met on 8 June 2020. Leeds and Dortmund signed a twinning agreement there. "
        "It comes into effect on 1 January 2021."
    )
    assert told(text)["Dortmund"] == ("signed", "2020-06-08")


def test_a_signing_on_a_day_to_come_is_but_a_plan() -> None:
    text = "On 12 June 2020 comes the signing of a twinning agreement between Leeds and Dortmund."
    assert told(text)["Dortmund"][0] == "proposed"


def test_a_signing_long_before_the_other_days_of_an_undated_article_tells_a_tie_that_stands() -> None:
    text = "Leeds and Dortmund signed a twinning agreement in 1969. On 8 June 2020 the guests went home."
    assert told(text, published=None)["Dortmund"] == ("active", "1969")


def test_a_founding_is_told_by_words_that_refer_to_the_tie() -> None:
    text = (
        "Guests from Dortmund came to Leeds, its twin town, on 8 June 2020. "
        "Since the relationship was founded in October 1969 many have come."
    )
    assert told(text)["Dortmund"] == ("active", "1969-10")


def test_a_founding_year_before_the_words_for_a_signing_dates_a_tie_that_stands() -> None:
    text = "The twinning between Leeds and Dortmund dates back to 1969, when the first agreement was signed."
    assert told(text)["Dortmund"] == ("active", "1969")


def test_a_bare_year_elsewhere_is_not_the_day_of_the_news_in_an_undated_article() -> None:
    text = "Leeds has approved a twinning agreement with Dortmund. Ties with Lille go back to 1953."
    assert told(text, published=None)["Dortmund"] == ("approved", None)
