"""Files, folders, JSON lines and standard input; what cannot be read is named and the rest goes on."""

import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading import MAX_ARTICLE_BYTES, count, formats, read
from cityrel.reading.formats import FORMATS, known_suffixes

TEXT = "Wali kota menandatangani nota kesepahaman dengan kota tetangga di Jepang."


def texts(*sources: Path | str) -> list[str]:
    return [item.text for item in read(sources) if isinstance(item, Article)]


def reasons(*sources: Path | str) -> list[str]:
    return [str(item) for item in read(sources) if isinstance(item, ReadError)]


def lines(*records: object) -> str:
    return "\n".join(record if isinstance(record, str) else json.dumps(record) for record in records)


def test_a_folder_is_read_with_its_folders_in_sorted_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/2.txt", "b/1.txt", "a.txt"):
        (tmp_path / name).write_text(f"{TEXT} {name}", encoding="utf-8")
    assert [item.source for item in read([tmp_path])] == [
        str(tmp_path / name) for name in ("a.txt", "b/1.txt", "b/2.txt", "c.txt")
    ]


def test_gold_files_and_hidden_files_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in ("a.txt", "a.json", ".hidden.txt", ".git"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    assert (texts(tmp_path), reasons(tmp_path)) == ([TEXT], [])


def test_what_lies_beside_a_text_is_not_read_as_its_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.json").write_text('{"published": "2020-01-01", "lang": "en"}', encoding="utf-8")
    (article,) = read([tmp_path])
    assert isinstance(article, Article)
    assert (article.published, article.language) == (None, "id")


def test_a_file_of_an_unknown_kind_is_reported_in_a_folder_and_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK")
    reason = f"{path}: unknown kind of file .docx; known are {known_suffixes()}"
    assert (reasons(tmp_path), reasons(path)) == ([reason], [reason])


def test_gold_given_by_itself_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}", encoding="utf-8")
    assert reasons(path) == [f"{path}: unknown kind of file .json; known are {known_suffixes()}"]


def test_a_missing_path_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    sources = (tmp_path / "none", tmp_path / "a.txt")
    assert (texts(*sources), reasons(*sources)) == (
        [TEXT],
        [f"{sources[0]}: there is no such file or folder"],
    )


def test_a_folder_without_articles_is_reported(tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text("{}", encoding="utf-8")
    assert reasons(tmp_path) == [f"{tmp_path}: no article in this folder; they end in {known_suffixes()}"]


def test_an_unreadable_file_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(Path, "open", refused)
    assert reasons(path) == [f"{path}: cannot be read: Permission denied"]


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert texts(tmp_path) == [TEXT]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_a_folder_is_reported_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert reasons(tmp_path) == [f"{tmp_path / 'a.txt'}: is not a regular file"]


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_file_above_the_limit_is_reported_with_the_limit(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"kota " * (MAX_ARTICLE_BYTES // 5 + 1))
    assert reasons(path) == [f"{path}: larger than the limit of 5,000,000 bytes an article"]


def test_a_json_line_gives_an_article_with_all_that_it_states(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    record = {
        "text": TEXT,
        "title": "Dua Kota Bertemu",
        "published": "2020-11-20T10:00:00+08:00",
        "publisher": "Kabar Contoh",
        "url": "https://kabar.example/1",
        "lang": "id-ID",
    }
    path.write_text(lines(record), encoding="utf-8")
    assert list(read([path])) == [
        Article(
            source=f"{path}:1",
            text=f"Dua Kota Bertemu\n\n{TEXT}",
            language="id",
            headline="Dua Kota Bertemu",
            published="2020-11-20",
            publisher="Kabar Contoh",
            url="https://kabar.example/1",
        )
    ]


def test_a_json_line_may_hold_html_and_its_statements_go_before_the_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    page = f"<html><head><title>Judul Halaman</title></head><body><p>{TEXT}</p></body></html>"
    path.write_text(lines({"html": page, "title": "Judul Kiriman"}), encoding="utf-8")
    assert texts(path) == [f"Judul Kiriman\n\n{TEXT}"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "half', "is not JSON: Unterminated string"),
        ("[1, 2]", "is not a JSON object"),
        ('{"text": 3}', "the value of 'text' is no text"),
        ('{"title": "only"}', "has neither 'text' nor 'html'"),
        ('{"text": " "}', "is empty"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_a_bad_json_line_is_reported_with_its_number_and_the_others_are_read(
    tmp_path: Path, line: str, reason: str
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines({"text": TEXT}, "", line, {"text": f"{TEXT} Lagi."}), encoding="utf-8")
    assert texts(path) == [TEXT, f"{TEXT} Lagi."]
    (error,) = reasons(path)
    assert error.startswith(f"{path}:3: {reason}")


def test_a_json_line_above_the_limit_is_reported_and_the_next_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines({"text": "a" * (2 * MAX_ARTICLE_BYTES)}, {"text": TEXT}), encoding="utf-8")
    assert texts(path) == [TEXT]
    assert reasons(path) == [f"{path}:1: larger than the limit of 5,000,000 bytes an article"]


def test_an_empty_file_of_json_lines_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n\n", encoding="utf-8")
    assert reasons(path) == [f"{path}: is empty"]


@pytest.mark.parametrize(
    ("record", "warning"),
    [
        ({"author": "x"}, "unknown key 'author' was passed over"),
        ({"published": "kapan saja"}, "publication date 'kapan saja' is not understood"),
        ({"published": "2020-13-45"}, "publication date '2020-13-45' is not understood"),
        ({"lang": "Bahasa"}, "language 'Bahasa' is not an ISO 639 code; detected id"),
    ],
)
def test_what_a_json_line_says_in_a_wrong_way_is_warned_of(
    tmp_path: Path, record: dict[str, str], warning: str
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines({"text": TEXT, **record}), encoding="utf-8")
    (article,) = read([path])
    assert isinstance(article, Article)
    assert (article.published, article.language, article.warnings) == (None, "id", (warning,))


@pytest.mark.parametrize(
    ("published", "iso"),
    [("2020", "2020"), ("2020-11", "2020-11"), ("Jumat, 20 November 2020", "2020-11-20")],
)
def test_a_publication_date_is_kept_as_precise_as_it_is_stated(
    tmp_path: Path, published: str, iso: str
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines({"text": TEXT, "published": published}), encoding="utf-8")
    (article,) = read([path])
    assert isinstance(article, Article)
    assert article.published == iso


@pytest.mark.parametrize(
    ("data", "source"),
    [
        (TEXT, "-"),
        (f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>", "-"),
        (lines({"text": TEXT}), "-:1"),
    ],
)
def test_standard_input_is_read_as_what_it_begins_like(
    monkeypatch: pytest.MonkeyPatch, data: str, source: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    (article,) = read(["-"])
    assert isinstance(article, Article)
    assert (article.source, article.text) == (source, TEXT)
    assert not sys.stdin.closed


def test_reading_the_same_twice_gives_the_same(shared: Path) -> None:
    folder = shared / "corpus" / "dev" / "id"
    assert list(read([folder])) == list(read([folder]))


def sources_of(data: bytes) -> list[str]:
    """Read bytes as every format, and give the sources that the articles and errors name."""
    streams = {suffix: io.BytesIO(data) for suffix in FORMATS}
    return [item.source for suffix, stream in streams.items() for item in FORMATS[suffix].read("a", stream)]


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_give_articles_or_errors_that_name_their_source(data: bytes) -> None:
    assert {source.partition(":")[0] for source in sources_of(data)} == {"a"}


def test_the_number_of_articles_to_come_is_told_before_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Judul\n\nIsi berita.", encoding="utf-8")
    (tmp_path / "two.jsonl").write_text('{"text": "Satu."}\n\n{"text": "Dua."}\n', encoding="utf-8")
    (tmp_path / "gold.json").write_text("{}", encoding="utf-8")
    assert count([tmp_path, tmp_path / "missing.txt"]) == 4
    assert count([tmp_path, "-"]) is None


def test_items_of_a_feed_are_counted_and_an_archive_is_not(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text("<rss><channel><item>1</item><item>2</item></channel></rss>", "utf-8")
    assert count([tmp_path]) == 2
    (tmp_path / "a.warc.gz").write_bytes(b"\x1f\x8b")
    assert count([tmp_path]) is None


def test_a_format_is_told_by_the_whole_ending_whatever_its_case(tmp_path: Path) -> None:
    (tmp_path / "A.WARC.GZ").write_bytes(b"")
    (tmp_path / "b.gz").write_bytes(b"")
    assert reasons(tmp_path) == [
        f"{tmp_path / 'A.WARC.GZ'}: there is no HTML page in this archive",
        f"{tmp_path / 'b.gz'}: unknown kind of file .gz; known are {known_suffixes()}",
    ]


@pytest.mark.parametrize(
    ("beginning", "known"),
    [
        (b'\xef\xbb\xbf {"text"', formats.JSON_LINES),
        (b"%PDF-1.7", formats.PDF),
        (b'<?xml version="1.0"?>\n<!-- x --><rss version="2.0">', formats.FEED),
        (b'<!DOCTYPE rss PUBLIC "-//x" "http://x"><rss>', formats.FEED),
        (b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">', formats.FEED),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', formats.FEED),
        (b'<?xml version="1.0"?><!DOCTYPE html><html>', formats.HTML),
        (b"<HTML>", formats.HTML),
        (b"Wali kota", formats.TEXT),
    ],
)
def test_a_format_is_told_by_how_it_begins(beginning: bytes, known: formats.Format) -> None:
    assert formats.of_beginning(beginning) is known
