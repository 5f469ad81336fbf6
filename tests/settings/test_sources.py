"""Settings from options, the environment and a file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from cityrel.errors import UsageError
from cityrel.settings import SETTINGS, Setting, Settings, collect, shown, without_credentials
from cityrel.settings.kinds import Value
from cityrel.store import limits
from cityrel.web.app import MAX_REQUEST_BYTES

Run = Callable[..., Result]


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], Path]:
    """Give what writes a file with settings."""

    def write(text: str) -> Path:
        path = tmp_path / "cityrel.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_an_option_comes_before_the_environment_and_that_before_the_file(
    file: Callable[[str], Path],
) -> None:
    written = file('port = 1\nqueue = 1\nworkers = 1\nhost = "::1"\n')
    environment = {"CITYREL_SERVE_PORT": "2", "CITYREL_SERVE_QUEUE": "2", "HOME": "/"}
    found = collect({"port": "3", "queue": None}, environment, written)
    chosen = found.settings
    assert (chosen.port, chosen.queue, chosen.workers, chosen.host) == (3, 2, 1, "::1")
    origins = {each.field: found.origin(each) for each in SETTINGS}
    assert origins["port"] == "--port"
    assert origins["queue"] == "CITYREL_SERVE_QUEUE"
    assert origins["workers"] == f"{written}: workers"
    assert origins["idle_timeout"] == "unless set"


OTHERS: dict[str, Value] = {
    "store": "here",
    "host": "::1",
    "public_url": "https://example.org",
    "query_memory": 1000,
    "access_log": "-",
    "metrics": False,
}
"""Values that hold nowhere unless set; all other settings are numbers, and may be 60."""


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_can_be_given_in_all_three_ways(setting: Setting, file: Callable[[str], Path]) -> None:
    value = OTHERS.get(setting.field, 60)
    more: dict[str, Value | None] = {"public_url": "https://example.org"} if setting.field == "hsts" else {}
    by_option = collect({**more, setting.field: shown(value)}, {})
    by_variable = collect(more, {setting.variable: shown(value)})
    by_key = collect(more, {}, file(f"{setting.name} = {json.dumps(value)}\n"))
    assert getattr(by_option.settings, setting.field) == value != getattr(Settings(), setting.field)
    assert by_option.settings == by_variable.settings == by_key.settings
    assert by_variable.origin(setting) == setting.variable


@pytest.mark.parametrize(
    ("environment", "complaint"),
    [
        ({"CITYREL_SERVE_PORT": "x"}, "CITYREL_SERVE_PORT: must be a whole number from 0 to 65535, not 'x'"),
        ({"CITYREL_SERVE_PROT": "1"}, "CITYREL_SERVE_PROT: there is no such setting; did you mean .*_PORT"),
        ({"CITYREL_SERVER_PORT": "1"}, "CITYREL_SERVER_PORT: there is no such setting; did you mean"),
        ({"CITYREL_SERVE_HSTS": "60"}, "hsts: needs a public-url that begins with https"),
    ],
)
def test_a_variable_that_cannot_be_used_is_refused(environment: dict[str, str], complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        collect({}, environment)


def test_an_empty_variable_is_as_good_as_none() -> None:
    assert collect({}, {"CITYREL_SERVE_PORT": ""}).settings.port == Settings().port


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("port = 99999", r"cityrel\.toml: port: must be a whole number from 0 to 65535, not '99999'"),
        ("prot = 1", r"cityrel\.toml: prot: there is no such setting; did you mean port\?"),
        ("query_timeout = 1", r"cityrel\.toml: query_timeout: .* did you mean query-timeout\?"),
        ("[serve]\nport = 1", r"cityrel\.toml: serve: there is no such setting"),
        ("port =", r"cityrel\.toml: not TOML"),
        ("workers = [1]", r"cityrel\.toml: workers: must be a whole number"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(
    file: Callable[[str], Path], text: str, complaint: str
) -> None:
    with pytest.raises(UsageError, match=complaint):
        collect({}, {}, file(text))


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no\.toml: cannot be read: No such file"):
        collect({}, {}, tmp_path / "no.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match=r"bytes\.toml: not TOML"):
        collect({}, {}, tmp_path / "bytes.toml")


def test_what_a_program_gives_is_held_to_the_same() -> None:
    with pytest.raises(UsageError, match="port: must be a whole number from 0 to 65535"):
        Settings(port=99999)


def test_the_usual_limits_are_those_of_the_store() -> None:
    usual = Settings()
    assert usual.query_timeout == limits.DEFAULT_TIMEOUT
    assert usual.query_memory << 20 == limits.DEFAULT_MEMORY_LIMIT
    assert usual.query_output << 20 == limits.DEFAULT_OUTPUT_LIMIT
    assert usual.max_body << 10 == MAX_REQUEST_BYTES
    with pytest.raises(UsageError, match="query-memory"):
        Settings(query_memory=(limits.LEAST_MEMORY_LIMIT >> 20) - 1)


def test_the_command_refuses_what_is_wrong_with_one_line(cityrel: Run, file: Callable[[str], Path]) -> None:
    for arguments in (["--queue", "-1"], ["--config", str(file("x = 1"))], ["--access-log", ""]):
        result = cityrel("serve", *arguments)
        assert result.exit_code == 2
        assert len(result.stderr.splitlines()) == 1


def test_the_command_shows_what_is_in_force_and_why(cityrel: Run, file: Callable[[str], Path]) -> None:
    written = file("queue = 3\nmetrics = false\n")
    result = cityrel(
        "serve", "--show-settings", "--config", written, "--port", "81", store="http://u:p%40@h/x y://a:b@c"
    )
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert len(lines) == len(SETTINGS)
    assert "port = 81  # --port" in lines
    assert f"queue = 3  # {written}: queue" in lines
    assert f"metrics = false  # {written}: metrics" in lines
    assert 'store = "http://h/x y://c"  # CITYREL_STORE' in lines


def test_what_is_shown_can_be_taken_as_a_file(cityrel: Run, file: Callable[[str], Path]) -> None:
    shown = cityrel("serve", "--show-settings", store="here").stdout
    assert collect({}, {}, file(shown)).settings == collect({"store": "here"}, {}).settings


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("http://user:secret@host/x", "http://host/x"),
        ("a https://u:p@ss@host:1?q=a@b and http://x/@y", "a https://host:1?q=a@b and http://x/@y"),
        ("no address: me@example.org", "no address: me@example.org"),
    ],
)
def test_credentials_are_taken_out_of_addresses(text: str, shown: str) -> None:
    assert without_credentials(text) == shown
