"""RSS and Atom feeds: an item is an article; what is broken, dangerous or no feed is named."""

import io
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading import feed as feeds
from cityrel.reading.feed import SUMMARY_ONLY, count_items, read_feed

BODY = "Wali kota menandatangani nota kesepahaman dengan kota tetangga di Jepang."
PAGE = f"<p>{BODY}</p><p>Kerja sama itu mencakup pendidikan dan kebudayaan.</p>"
RSS_NAMES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def rss(*items: str, head: str = "<title>Kabar Contoh</title>", before: str = "") -> bytes:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'{before}<rss version="2.0" {RSS_NAMES}><channel>{head}{inner}</channel></rss>'.encode()


def atom(*entries: str) -> bytes:
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>City News</title>{inner}</feed>'.encode()


def item(text: str = escape(PAGE), more: str = "") -> str:
    return f"<title>Dua Kota Bertemu</title><content:encoded>{text}</content:encoded>{more}"


def read(data: bytes) -> list[Article | ReadError]:
    return list(read_feed("a.xml", io.BytesIO(data)))


def only(data: bytes) -> Article:
    (article,) = read(data)
    assert isinstance(article, Article), article
    return article


def errors(data: bytes) -> list[str]:
    return [str(found) for found in read(data) if isinstance(found, ReadError)]


def test_an_item_of_rss_gives_an_article_with_all_that_it_states() -> None:
    more = (
        "<link>https://kabar.example/1</link><pubDate>Fri, 20 Nov 2020 10:00:00 +0700</pubDate>"
        f"<description>{escape('Ringkasan saja.')}</description>"
    )
    assert only(rss(item(more=more))) == Article(
        source="a.xml:1",
        text=f"Dua Kota Bertemu\n\n{BODY}\nKerja sama itu mencakup pendidikan dan kebudayaan.",
        language="id",
        headline="Dua Kota Bertemu",
        published="2020-11-20",
        publisher="Kabar Contoh",
        url="https://kabar.example/1",
    )


def test_an_entry_of_atom_gives_an_article_with_all_that_it_states() -> None:
    entry = (
        '<title>Two Cities Meet</title><link href="https://news.example/1"/><id>urn:x:1</id>'
        "<published>2020-11-20T23:30:00-08:00</published><updated>2020-11-22T00:00:00Z</updated>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        "<p>The mayor signed a memorandum with the partner city.</p></div></content>"
    )
    article = only(atom(entry))
    assert (article.text, article.published) == (
        "Two Cities Meet\n\nThe mayor signed a memorandum with the partner city.",
        "2020-11-20",
    )
    assert (article.url, article.publisher) == ("https://news.example/1", "City News")


def test_an_item_without_its_text_is_read_as_the_summary_with_a_warning() -> None:
    article = only(rss(f"<title>Dua Kota Bertemu</title><description>{BODY}</description>"))
    assert (article.text, article.warnings) == (f"Dua Kota Bertemu\n\n{BODY}", (SUMMARY_ONLY,))


def test_plain_text_in_a_feed_is_not_taken_for_markup() -> None:
    entry = f'<title>Dua Kota</title><content type="text">{BODY} Nilainya 3 &lt; 4.</content>'
    assert only(atom(entry)).text == f"Dua Kota\n\n{BODY} Nilainya 3 < 4."


def test_a_gathered_item_is_its_own_publishers() -> None:
    more = '<source url="https://kabar.example/rss">Kabar Lain</source>'
    assert only(rss(item(more=more))).publisher == "Kabar Lain"


def test_the_language_is_that_of_the_text_not_the_one_that_the_feeds_software_states() -> None:
    assert only(rss(item(), head="<language>en-US</language>")).language == "id"


def test_an_identifier_that_is_no_address_is_not_taken_for_the_link() -> None:
    assert only(rss(item(more='<guid isPermaLink="false">kabar-1</guid>'))).url is None


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("Fri, 20 Nov 2020 01:00:00 +0900", "2020-11-20"),
        ("20 Nov 2020 23:59 -0800", "2020-11-20"),
        ("2020-11-20T01:00:00+09:00", "2020-11-20"),
        ("Jumat, 20 November 2020", "2020-11-20"),
    ],
)
def test_an_item_is_dated_by_its_publishers_own_clock(stated: str, day: str) -> None:
    assert only(rss(item(more=f"<pubDate>{stated}</pubDate>"))).published == day


def test_a_date_that_is_not_understood_is_warned_of() -> None:
    article = only(rss(item(more="<pubDate>kapan saja</pubDate>")))
    assert (article.published, article.warnings) == (
        None,
        ("publication date 'kapan saja' is not understood",),
    )


def test_an_item_without_text_is_named_and_the_others_are_read() -> None:
    first, second, third = read(rss(item(), "<title>Hanya judul</title>", item()))
    assert isinstance(first, Article)
    assert str(second) == "a.xml:2: the item holds no text, only a title"
    assert third.source == "a.xml:3"


def test_an_item_above_the_limit_is_named_and_the_next_one_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MAX_ARTICLE_BYTES", 1000)
    first, second = read(rss(item("kota " * 300), item()))
    assert str(first) == "a.xml:1: larger than the limit of 5,000,000 bytes an article"
    assert isinstance(second, Article)


def test_a_feed_above_the_limit_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MAX_DOCUMENT_BYTES", 100)
    assert errors(rss(item())) == ["a.xml: larger than 100 bytes"]


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_a_feed_is_read_in_the_encoding_that_it_declares(encoding: str) -> None:
    before = f'<?xml version="1.0" encoding="{encoding}"?>'
    data = rss(item(f"{BODY} São Paulo juga hadir."), before=before).decode().encode(encoding)
    assert only(data).text.endswith("São Paulo juga hadir.")


def test_a_feed_cut_off_is_read_up_to_the_item_that_is_not_whole() -> None:
    data = rss(item(), item())
    first, second = read(data[: data.rindex(b"kebudayaan")])
    assert isinstance(first, Article)
    assert first.warnings == ("the feed is not well-formed XML (line 1: no element found)",)
    assert str(second) == "a.xml:2: the item holds no text, only a title"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b" \n", "is empty"),
        (b"<!DOCTYPE html><html><body><p>Halaman</p></body></html>", "is a web page, not a feed"),
        (
            b"\xef\xbb\xbf<!-- x --><html><head><title>Halaman</title></head></html>",
            "is a web page, not a feed",
        ),
        (b"<urlset><url/></urlset>", "is no feed"),
        (b"Bukan XML sama sekali.", "is no feed (line 1: syntax error)"),
        (rss(), "the feed has no items"),
        (bytes(range(256)) * 20, "binary, not text"),
    ],
)
def test_what_is_no_feed_is_one_error(data: bytes, reason: str) -> None:
    assert errors(data) == [f"a.xml: {reason}"]


BOMB = '<!DOCTYPE rss [<!ENTITY a "{a}"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_entities_that_a_feed_declares_are_not_expanded(encoding: str) -> None:
    before = f'<?xml version="1.0" encoding="{encoding}"?>' + BOMB.format(a="kota " * 20_000)
    data = rss(item("&b;" * 2000), before=before).decode().encode(encoding)
    assert errors(data) == ["a.xml: declares entities of its own, which are not read"]


def test_items_are_counted_without_parsing() -> None:
    assert count_items(io.BytesIO(rss(item(), "<title>Hanya judul</title>"))) == 2
    assert count_items(io.BytesIO(atom("<title>Satu</title>"))) == 1
    assert count_items(io.BytesIO(b"no feed")) == 1


PIECES = [
    "<rss>",
    "<item>",
    "<title>",
    "</item>",
    "&amp;",
    "&#x0;",
    "<![CDATA[",
    "]]>",
    "<content:encoded>",
    "kota ",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=100))
def test_any_feed_gives_articles_or_errors_that_name_it(text: str) -> None:
    assert {found.source.partition(":")[0] for found in read(text.encode("utf-8", "replace"))} == {"a.xml"}
