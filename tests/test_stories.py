"""Several articles on the life of one pair, carried down the whole road, make one history."""

import json
from collections.abc import Callable, Iterable
from itertools import permutations
from pathlib import Path

import pytest

from cityrel import pipeline, resources
from cityrel.store import Store, open_store
from cityrel.vocabulary import BASE, CR, PREFIXES

STORY = Path(__file__).parent / "golden" / "stories" / "surabaya-liverpool" / "articles.jsonl"
PAIR = "1625822-2644210"
PROLOGUE = "\n".join(f"PREFIX {prefix}: <{iri}>" for prefix, iri in PREFIXES.items())
SIGNING = -1
Article = dict[str, str]
Ingest = Callable[[Iterable[Article]], Store]


def story() -> list[Article]:
    return [json.loads(line) for line in STORY.read_text(encoding="utf-8").splitlines()]


def copy_of(article: Article, publisher: str, day: str) -> Article:
    """Give an article as a newsroom prints it: with a headline and a link of its own."""
    text = f"{article['text']}\n\nBaca juga: Jadwal pameran di balai kota"
    return {
        **article,
        "title": f"{publisher}: dua kota",
        "text": text,
        "publisher": publisher,
        "published": day,
    }


@pytest.fixture
def ingest(tmp_path: Path) -> Ingest:
    """Give a function that brings articles into one store, batch after batch."""

    def add(articles: Iterable[Article]) -> Store:
        source = tmp_path / "batch.jsonl"
        source.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        with open_store(str(tmp_path / "store"), write=True) as store:
            summary = pipeline.ingest([source], store, quarantine=tmp_path / "quarantine", workers=1)
        assert summary.complete
        return open_store(str(tmp_path / "store"))

    return add


def rows(store: Store, query: str) -> list[tuple[str, ...]]:
    """Give the rows of a query with names in short; what is unbound is empty."""
    head = query.partition("WHERE")[0].partition("SELECT")[2]
    names = [word.removeprefix("?") for word in head.split() if word.startswith("?")]
    return [
        tuple(_short(getattr(row.get(name), "value", "")) for name in names) for row in store.select(query)
    ]


def _short(value: str) -> str:
    return value.removeprefix(str(CR)).removeprefix(BASE)


def history(store: Store) -> list[tuple[str, ...]]:
    """Ask the competency query: when, stage, modality, words, publisher."""
    text = (resources.folder("queries") / "competency" / "history-of-a-partnership.rq").read_text(
        encoding="utf-8"
    )
    found = rows(store, text.replace("1645528-2073124", PAIR))
    return [(row[0], row[1], row[3], row[5], row[7]) for row in found]


def edges(store: Store) -> list[tuple[str, ...]]:
    return rows(store, f"{PROLOGUE} SELECT ?a ?b WHERE {{ ?a cr:partnersWith ?b FILTER(STR(?a) < STR(?b)) }}")


def sources(store: Store) -> str:
    query = f"{PROLOGUE} SELECT ?n WHERE {{ <{BASE}partnership/{PAIR}> cr:sourceCount ?n }}"
    return rows(store, query)[0][0]


def test_four_articles_give_four_dated_steps_with_their_words_in_order(ingest: Ingest) -> None:
    with ingest(story()) as store:
        stated = [row for row in history(store) if row[2] == "modality/stated"]
    assert {(when, stage) for when, stage, *_ in stated} == {
        ("2017-04", "stage/exploring"),
        ("2017-05", "stage/letter_of_intent"),
        ("2017", "stage/approved"),
        ("2018-03-19", "stage/signed"),
    }
    assert all(words for *_, words, _ in stated)
    assert [row[0] for row in stated] == sorted(row[0] for row in stated)


def test_they_are_partners_from_the_signing_on_and_not_before(ingest: Ingest) -> None:
    with ingest(story()[:SIGNING]) as store:
        assert edges(store) == []
    with ingest(story()[SIGNING:]) as store:
        assert edges(store) == [("place/1625822", "place/2644210")]
        since = f"{PROLOGUE} SELECT ?day WHERE {{ <{BASE}partnership/{PAIR}> cr:partnersSince ?day }}"
        assert rows(store, since) == [("2018-03-19",)]


def test_the_office_holders_are_those_that_the_articles_name(ingest: Ingest) -> None:
    query = """SELECT DISTINCT ?name ?role ?of
        WHERE { ?person cr:holdsRole ?office ; foaf:name ?name . ?office org:role ?role ; cr:officeOf ?of }"""
    with ingest(story()) as store:
        holders = set(rows(store, f"{PROLOGUE} {query}"))
    assert {row for row in holders if row[1].endswith("mayor")} == {
        ("Whisnu Sakti Buana", "role/deputy_mayor", "place/1625822"),
        ("Tri Rismaharini", "role/mayor", "place/1625822"),
        ("Joe Anderson", "role/mayor", "place/2644210"),
    }


def test_copies_in_newsrooms_add_no_source(ingest: Ingest) -> None:
    copies = [copy_of(story()[1], f"Warta {number}", f"2017-05-{15 + number}") for number in range(1, 10)]
    with ingest(story()) as store:
        before = sources(store)
    with ingest(copies) as store:
        assert sources(store) == before == "4"
        articles = rows(store, f"{PROLOGUE} SELECT ?copy ?from WHERE {{ ?copy cr:copyOf ?from }}")
    assert len(articles) == len(copies)
    assert len({original for _, original in articles}) == 1


def test_another_day_of_the_signing_is_a_disagreement_that_names_both(ingest: Ingest) -> None:
    other = {
        **story()[SIGNING],
        "publisher": "Warta Lain",
        "published": "2018-04-02",
        "title": "Dua kota bersaudara",
    }
    other["lang"] = "id"
    other["text"] = (
        "SURABAYA – Wali Kota Surabaya Tri Rismaharini menandatangani nota kesepahaman sister city antara "
        "Kota Surabaya dan Kota Liverpool, Inggris, pada 20 Maret 2018."
    )
    text = (resources.folder("queries") / "competency" / "disagreements.rq").read_text(encoding="utf-8")
    with ingest([*story(), other]) as store:
        found = [(row[1], row[2], row[3], row[6]) for row in rows(store, text)]
    assert found == [
        ("date", "stage/signed", "2018-03-19", "Cityrel Samples"),
        ("date", "stage/signed", "2018-03-20", "Warta Lain"),
    ]


def test_another_mayor_at_the_same_time_is_a_disagreement_that_names_both(ingest: Ingest) -> None:
    signing = story()[SIGNING]
    other = {
        **signing,
        "lang": "id",
        "publisher": "Warta Lain",
        "title": "Dua kota bersaudara",
        "text": (
            "SURABAYA – Wali Kota Surabaya Fulan Contoh menerima delegasi Kota Liverpool, Inggris. "
            "Kerja sama sister city kedua kota terus berjalan, kata Fulan Contoh."
        ),
    }
    text = (resources.folder("queries") / "competency" / "disagreeing-holders.rq").read_text("utf-8")
    with ingest(story()) as store:
        assert rows(store, text) == []
    with ingest([other]) as store:
        found = {(row[0], row[1], row[5]) for row in rows(store, text)}
    assert found == {
        ("Mayor, Surabaya", "Tri Rismaharini", "Cityrel Samples"),
        ("Mayor, Surabaya", "Fulan Contoh", "Warta Lain"),
    }


def test_the_order_and_the_batches_make_no_difference(tmp_path_factory: pytest.TempPathFactory) -> None:
    articles = [*story()[1:], copy_of(story()[1], "Warta", "2017-05-16")]
    dumps = []
    for order in list(permutations(articles))[::11]:
        folder = tmp_path_factory.mktemp("order")
        with open_store(str(folder / "store"), write=True) as store:
            for article in order:
                source = folder / "one.jsonl"
                source.write_text(json.dumps(article), encoding="utf-8")
                pipeline.ingest([source], store, quarantine=folder / "quarantine", workers=1)
            dumps.append({quad for quad in store.quads() if not quad.predicate.value.endswith("/source")})
    assert len(dumps) > 1
    assert all(dump == dumps[0] for dump in dumps)
