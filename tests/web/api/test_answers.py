"""What the API tells: the same as the pages, with every fact's words and source."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from cityrel.web import close, create_app
from cityrel.web.api.operations import OPERATIONS

Ask = Callable[[str], dict[str, Any]]
LISTINGS = [operation.path for operation in OPERATIONS if "after" in {one.name for one in operation.own}]


def names(items: list[dict[str, Any]]) -> list[str]:
    return [item["name"] for item in items]


def test_a_place_tells_its_partners_with_stage_kind_dates_sources_and_links(ask: Ask) -> None:
    place = ask("/api/places/1645528")
    assert (place["name"], place["country"], place["geonames"], place["level"]) == (
        "Denpasar",
        "ID",
        1645528,
        "city",
    )
    assert (place["lat"], place["long"]) == (-8.65, 115.21667)
    assert "http://www.wikidata.org/entity/Q11506" in place["same_as"]
    [darwin, nansha] = place["partners"]
    assert (nansha["partner"]["name"], darwin["partner"]["name"]) == ("Nansha", "Darwin")
    tie = darwin["partnership"]
    assert (tie["stage"], tie["standing"], tie["kind"]) == ("exploring", "talks", "sister_city")
    assert (tie["first"], tie["sources"], tie["topics"]) == ("2020-11-20", 1, ["creative_economy", "tourism"])
    assert tie["links"] == {
        "self": "/api/partnerships/1645528-2073124",
        "page": "/partnership/1645528-2073124",
    }
    assert place["complete"] is True


def test_a_place_tells_who_was_seen_in_office_and_its_events_with_their_words(ask: Ask) -> None:
    [mayor] = ask("/api/places/2073124")["office_holders"]
    assert (mayor["person"]["name"], mayor["role"], mayor["title"]) == ("Kon Vatskalis", "mayor", "Walikota")
    assert mayor["evidence"][0]["quote"] == "Walikota Darwin Kon Vatskalis"
    [event] = ask("/api/places/1645528")["events"]
    assert (event["name"], event["event_type"], event["virtual"]) == (
        "Friendship City Session",
        "meeting",
        True,
    )
    assert names(event["attendees"]) == ["Kon Vatskalis"]


def test_a_partnership_tells_its_history_and_the_words_that_state_it(ask: Ask) -> None:
    found = ask("/api/partnerships/1650357-2945024")
    assert [(step["stage"], step["date"]) for step in found["history"]] == [
        ("signed", "1960-05-24"),
        ("renewed", "2000"),
    ]
    assert found["since"] == "1960-05-24"
    claims = {claim["id"]: claim for claim in found["claims"]}
    [signed] = [claims[iri] for iri in found["history"][0]["claims"]]
    [evidence] = signed["evidence"]
    assert evidence["quote"] == "signed a sister-city agreement in May 1960"
    assert (evidence["start"], evidence["end"], evidence["rule"]) == (20, 60, "tie.signed")
    assert signed["article"]["headline"] == "Bandung and Braunschweig renew old ties"
    assert signed["article"]["publisher"] == "City Gazette"


def test_plans_are_claims_and_never_history(ask: Ask) -> None:
    found = ask("/api/partnerships/1645528-2073124")
    assert [(claim["stage"], claim["modality"]) for claim in found["claims"]] == [
        ("exploring", "stated"),
        ("signed", "planned"),
    ]
    assert [step["stage"] for step in found["history"]] == ["exploring"]


def test_an_article_tells_all_it_states_by_type(ask: Ask) -> None:
    found = ask("/api/articles/aaaaaaaaaaaaaaaa")
    assert (found["lang"], found["published"], found["claim_count"]) == ("id", "2020-11-21", 7)
    assert {claim["type"] for claim in found["claims"]} == {"stage", "holding", "event", "quotation", "topic"}
    [said] = [claim for claim in found["claims"] if claim["type"] == "quotation"]
    assert (said["speaker"]["key"], said["direct"]) == ("kon-vatskalis/2073124", True)


@pytest.mark.parametrize("key", ["kon-vatskalis/2073124", "kon-vatskalis%2F2073124"])
def test_a_key_may_have_its_slash_plain_or_encoded(ask: Ask, key: str) -> None:
    assert ask(f"/api/persons/{key}")["also_written"] == ["Vatskalis"]


def test_offices_and_organisations_tell_whose_they_are(ask: Ask) -> None:
    office = ask("/api/offices/2073124/mayor")
    assert (office["role"], office["of"]["name"]) == ("mayor", "Darwin")
    assert [claim["person"]["name"] for claim in office["claims"]] == ["Kon Vatskalis"]
    organisation = ask("/api/organisations/1645528/bagian-kerjasama")
    assert organisation["place"]["key"] == "1645528"


def test_names_come_in_the_language_that_is_asked_for(ask: Ask) -> None:
    assert ask("/api/places/1799869?lang=id")["country_name"] == "Tiongkok"
    assert ask("/api/places/1799869?lang=en")["country_name"] == "China"


def test_the_network_has_ties_in_force_unless_others_are_asked_for(ask: Ask) -> None:
    usual = ask("/api/network")
    assert {link["standing"] for link in usual["links"]} == {"tied"}
    assert {node["key"] for node in usual["nodes"]} == {
        end for link in usual["links"] for end in (link["source"], link["target"])
    }
    assert {link["stage"] for link in ask("/api/network?standing=talks")["links"]} == {"exploring"}
    assert [link["key"] for link in ask("/api/network?stage=ended")["links"]] == ["1650357-4407066"]


@pytest.mark.parametrize(
    ("filters", "keys"),
    [
        ("stage=signed", []),
        ("stage=renewed", ["1650357-2945024"]),
        ("stage=renewed&stage=ended", ["1650357-2945024", "1650357-4407066"]),
        ("standing=ended", ["1650357-4407066"]),
        ("kind=twinning", ["1650357-4407066", "281184-293397"]),
        ("topic=tourism", ["1645528-2073124"]),
        ("topic=health", []),
        ("country=au", ["1645528-2073124"]),
        ("country=AU&country=DE", ["1645528-2073124", "1650357-2945024"]),
        ("place=1645528", ["1645528-1799869", "1645528-2073124"]),
        ("place=1645528&kind=twinning", []),
        ("from=1970&to=1980", ["1650357-2945024"]),
        ("from=2001&to=2011", ["1650357-4407066"]),
        ("to=1959", []),
        ("from=2012&to=2020", ["1645528-1799869", "1645528-2073124"]),
        ("min_sources=2", []),
    ],
)
def test_filters_narrow_and_several_values_of_one_widen(ask: Ask, filters: str, keys: list[str]) -> None:
    assert [item["key"] for item in ask(f"/api/partnerships?{filters}")["items"]] == keys


def test_places_can_be_filtered(ask: Ask) -> None:
    assert names(ask("/api/places?country=ID&min_partners=2")["items"]) == ["Denpasar", "Bandung"]
    assert ask("/api/places?level=province")["items"] == []


@pytest.mark.parametrize("path", LISTINGS)
def test_pages_give_every_item_once_and_lead_on_by_link_and_header(
    client: FlaskClient, ask: Ask, path: str
) -> None:
    members = "links" if path == "network" else "items"
    whole = ask(f"/api/{path}?limit=1000")
    assert whole["next"] is None
    address, seen = f"/api/{path}?limit=1", []
    while address:
        body = ask(address)
        seen += body[members]
        header = client.get(address).headers.get("Link")
        assert header == (f'<{body["next"]}>; rel="next"' if body["next"] else None)
        address = body["next"]
    assert seen == whole[members]
    assert len(seen) == whole["total"] > 0


def test_a_page_after_a_key_that_is_gone_goes_on_where_it_was(ask: Ask) -> None:
    assert ask("/api/partnerships?after=1645528-2&limit=1")["items"][0]["key"] == "1645528-2073124"
    assert ask("/api/partnerships?after=~")["items"] == []


def test_what_a_client_has_is_not_sent_again_until_the_data_change(client: FlaskClient) -> None:
    first = client.get("/api/places/1645528")
    tag = first.headers["ETag"]
    again = client.get("/api/places/1645528", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get("/api/places/1645528?lang=id", headers={"If-None-Match": tag})
    assert other.status_code == 200


def test_scripts_of_every_site_may_ask(client: FlaskClient) -> None:
    for path in ("/api/", "/api/places", "/api/nothing", "/api/places?x=1"):
        assert client.get(path).headers["Access-Control-Allow-Origin"] == "*"
    allowed = client.options("/api/places", headers={"Origin": "https://example.org"})
    assert allowed.status_code == 200
    assert "GET" in allowed.headers["Allow"]


def test_head_gives_the_headers_alone(client: FlaskClient) -> None:
    response = client.head("/api/places")
    assert (response.status_code, response.data) == (200, b"")
    assert response.headers["ETag"]


def test_unknown_parameters_are_errors_that_name_them(refuse: Callable[..., dict[str, Any]]) -> None:
    body = refuse("/api/partnerships?colour=red&limit=9999")
    assert (body["status"], body["title"], body["type"]) == (400, "Bad Request", "about:blank")
    assert [error["parameter"] for error in body["errors"]] == ["colour", "limit"]
    assert "colour" in body["detail"]


@pytest.mark.parametrize(
    "path", ["places/1", "partnerships/1-2", "persons/x", "articles/x", "offices/x", "organisations/x"]
)
def test_what_is_not_there_is_told_by_its_key(refuse: Callable[..., dict[str, Any]], path: str) -> None:
    body = refuse(f"/api/{path}")
    assert body["status"] == 404
    assert body["detail"].endswith(path.partition("/")[2])


@pytest.mark.parametrize(
    "path", ["/api/nothing", "/api/places/%00", "/api/places/%3E%20x", "/api/places/" + "x" * 3000]
)
def test_addresses_that_lead_nowhere_are_problems(refuse: Callable[..., dict[str, Any]], path: str) -> None:
    assert refuse(path)["status"] == 404


def test_what_only_reads_refuses_other_methods(
    client: FlaskClient, refuse: Callable[..., dict[str, Any]]
) -> None:
    assert refuse("/api/places", method="DELETE")["status"] == 405
    assert "GET" in client.post("/api/places").headers["Allow"]


def test_a_form_that_nobody_offers_is_refused(refuse: Callable[..., dict[str, Any]]) -> None:
    assert refuse("/api/places", accept="text/csv")["status"] == 406
    assert refuse("/api/", accept="text/csv")["status"] == 406


def test_trouble_with_the_store_is_told_without_its_folder(
    location: str, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(location)
    close(app)
    response = app.test_client().get("/api/places")
    assert (response.status_code, response.content_type) == (503, "application/problem+json")
    assert response.headers["Retry-After"]
    assert location not in response.text
    assert "stopped" in caplog.text


def test_an_unexpected_error_tells_nothing(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("cityrel.web.api.partnerships.tie", lambda *_: 1 / 0)
    response = client.get("/api/partnerships/1-2")
    assert (response.status_code, response.content_type) == (500, "application/problem+json")
    assert "ZeroDivision" not in response.text
    assert "unexpected error" in caplog.text


def test_where_the_application_is_mounted_is_part_of_every_address(app: Flask) -> None:
    client = app.test_client()
    body = client.get("/api/partnerships?limit=1", base_url="http://localhost/data").get_json()
    assert body["next"].startswith("/data/api/partnerships?limit=1&after=")
    assert body["items"][0]["links"]["page"].startswith("/data/partnership/")
