"""Bad input: one line that names the file and the reason, the others stored, no traceback, status 1."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cityrel.cli import SAMPLES

ARTICLE = SAMPLES / "id" / "bogor-kisarazu.html"

Run = Callable[..., Result]
Count = Callable[[Path], int]


@pytest.fixture
def complaint_about(cityrel: Run, articles_in: Count, tmp_path: Path) -> Callable[[Path], str]:
    """Give what ingests a bad input between two good ones, and the one line said about it."""

    def ingest(bad: Path) -> str:
        other = SAMPLES / "en" / "yellowknife.txt"
        result = cityrel("ingest", ARTICLE, bad, other, "--store", tmp_path / "store")
        assert result.exit_code == 1
        assert articles_in(tmp_path / "store") == 2
        (line,) = result.stderr.splitlines()
        assert line.startswith(str(bad))
        return line.removeprefix(str(bad))

    return ingest


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "half.jsonl": b'{"title": "Bogor", "text": "Pemerintah Kota Bog',
}


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_one_line_and_the_others_are_stored(
    complaint_about: Callable[[Path], str], tmp_path: Path, name: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(BAD[name])
    assert len(complaint_about(bad)) > len(": no")


def test_a_text_of_fifty_megabytes_is_one_line_and_the_others_are_stored(
    complaint_about: Callable[[Path], str], tmp_path: Path
) -> None:
    bad = tmp_path / "huge.txt"
    bad.write_bytes(b"Pemerintah Kota Bogor menandatangani kerja sama dengan Kota Kisarazu. " * 750_000)
    assert len(complaint_about(bad)) > len(": no")


def test_an_unreadable_file_is_one_line_and_the_others_are_stored(
    complaint_about: Callable[[Path], str], tmp_path: Path
) -> None:
    bad = tmp_path / "gone.txt"
    bad.symlink_to(tmp_path / "nowhere.txt")
    assert len(complaint_about(bad)) > len(": no")


def test_a_file_without_permission_is_one_line_and_the_others_are_stored(
    complaint_about: Callable[[Path], str], tmp_path: Path
) -> None:
    bad = tmp_path / "secret.txt"
    bad.write_text("Rahasia.", encoding="utf-8")
    bad.chmod(0)
    if os.access(bad, os.R_OK):
        pytest.skip("this user may read everything")
    assert len(complaint_about(bad)) > len(": no")


def test_a_missing_folder_is_one_line_and_the_others_are_stored(
    complaint_about: Callable[[Path], str], tmp_path: Path
) -> None:
    assert len(complaint_about(tmp_path / "no-such-folder")) > len(": no")


def test_broken_utf8_is_read_as_far_as_it_goes_and_said(
    cityrel: Run, articles_in: Count, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"Pemerintah Kota Bogor bertemu dengan tamu dari Jepang. Tamu itu berkata \xff\xfe.\n")
    result = cityrel("ingest", broken, "--store", tmp_path / "store")
    assert result.exit_code == 0, result.output
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{broken}: not UTF-8")
    assert articles_in(tmp_path / "store") == 1


def test_a_text_in_a_language_that_nobody_reads_is_named_and_has_no_facts(
    cityrel: Run, articles_in: Count, tmp_path: Path
) -> None:
    source = tmp_path / "kazakh.txt"
    source.write_text("Қалалық әкімдік серіктес қаламен келісімге қол қойды деп хабарлады. " * 9, "utf-8")
    result = cityrel("ingest", source, "--store", tmp_path / "store")
    assert result.exit_code == 0, result.output
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{source}: no language pack for 'kk'")
    assert articles_in(tmp_path / "store") == 1


def test_malformed_html_is_read_as_far_as_it_goes(cityrel: Run, articles_in: Count, tmp_path: Path) -> None:
    page = (
        ARTICLE.read_text(encoding="utf-8")
        .replace("</p>", "")
        .replace("</h1>", "<b><i>")
        .replace("</html>", "<")
    )
    (tmp_path / "malformed.html").write_text(page, encoding="utf-8")
    result = cityrel("ingest", tmp_path / "malformed.html", "--store", tmp_path / "store")
    assert result.exit_code == 0, result.output
    assert articles_in(tmp_path / "store") == 1


def test_a_folder_that_is_no_store_is_one_line(cityrel: Run, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to-my-aunt.txt").write_text("Bibi yang baik,", encoding="utf-8")
    for arguments in (("ingest", ARTICLE), ("query", "ASK { ?s ?p ?o }"), ("dump", tmp_path / "dump")):
        result = cityrel(*arguments, "--store", tmp_path / "letters")
        assert result.exit_code == 1
        (line,) = result.stderr.splitlines()
        assert str(tmp_path / "letters") in line
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["to-my-aunt.txt"]


def test_a_store_that_is_not_there_is_one_line(cityrel: Run, tmp_path: Path) -> None:
    result = cityrel("query", "ASK { ?s ?p ?o }", "--store", tmp_path / "none")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


NEARLY_FULL = """
import resource, sys
from cityrel.cli import main
from cityrel.reading.language import detect
detect("Yang dibuka dari berkas sementara dibuka lebih dulu.")
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
main(sys.argv[1:])
"""
"""The command line where no file can grow beyond 100 kB: what a full disk does, without filling one."""


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits of the system")
def test_a_full_disk_is_one_line_and_leaves_the_store_as_it_was(
    cityrel: Run, articles_in: Count, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    assert cityrel("ingest", ARTICLE, "--store", store).exit_code == 0
    command = [
        sys.executable,
        "-c",
        NEARLY_FULL,
        "ingest",
        str(SAMPLES),
        "--store",
        str(store),
        "--workers",
        "1",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.splitlines()
    assert str(store) in line
    assert articles_in(store) == 1
    assert cityrel("ingest", SAMPLES, "--store", store).exit_code == 0


def test_a_second_writer_is_told_so(tmp_path: Path) -> None:
    from cityrel.store import open_store

    with open_store(str(tmp_path / "store"), write=True):
        command = [
            sys.executable,
            "-m",
            "cityrel.cli",
            "ingest",
            str(ARTICLE),
            "--store",
            str(tmp_path / "store"),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "another process" in done.stderr
    assert len(done.stderr.splitlines()) == 1
