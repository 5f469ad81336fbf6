"""The files for a public service, as far as they can be checked without what reads them."""

import re
import shlex
import shutil
import subprocess
import tomllib
from configparser import ConfigParser
from pathlib import Path

import click
import pytest

from cityrel.cli import main
from cityrel.settings import SETTINGS, Settings, collect


@pytest.fixture(scope="session")
def deploy(repository: Path) -> Path:
    return repository / "deploy"


def serve_options() -> set[str]:
    return {
        name
        for option in main.commands["serve"].params
        if isinstance(option, click.Option)
        for name in option.opts
    }


def test_the_unit_runs_a_command_that_exists_with_options_that_exist(deploy: Path) -> None:
    unit = ConfigParser(interpolation=None, strict=False)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(deploy / "cityrel.service", encoding="utf-8")
    program, command, *rest = shlex.split(unit["Service"]["ExecStart"])
    assert (Path(program).name, command) == ("cityrel", "serve")
    assert {word for word in rest if word.startswith("--")} <= serve_options()
    assert unit["Service"]["KillMode"] == "mixed"
    assert float(unit["Service"]["TimeoutStopSec"]) > Settings().stop_timeout
    for hardening in ("NoNewPrivileges", "ProtectSystem", "RestrictAddressFamilies", "SystemCallFilter"):
        assert unit["Service"][hardening]


def test_systemd_understands_the_unit(deploy: Path, tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("needs systemd-analyze")
    unit = (deploy / "cityrel.service").read_text(encoding="utf-8")
    (tmp_path / "cityrel.service").write_text(unit.replace("/opt/cityrel/bin/cityrel", "/bin/true"), "utf-8")
    verify = ["systemd-analyze", "verify", "--man=no", str(tmp_path / "cityrel.service")]
    done = subprocess.run(verify, capture_output=True, text=True, check=False)
    assert "cityrel.service" not in done.stderr


def test_the_settings_file_is_one(deploy: Path) -> None:
    chosen = collect({}, {}, deploy / "cityrel.toml").settings
    assert chosen.public_url == "https://cities.example.org"


def test_the_container_file_names_what_exists(deploy: Path, repository: Path) -> None:
    text = (deploy / "Containerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    variables = set(re.findall(r"\bCITYREL_[A-Z_]+(?==)", text))
    known = {each.variable for each in SETTINGS} | {"CITYREL_CACHE"}
    assert variables <= known
    assert main.commands[re.search(r'^CMD \["(\w+)"\]$', text, re.MULTILINE)[1]]  # type: ignore[index]
    assert 'ENTRYPOINT ["cityrel"]' in text
    copied = re.findall(r"^COPY (?!--from)(\S+)", text, re.MULTILINE)
    assert all((repository / name).exists() for name in copied)
    scripts = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert "cityrel" in scripts
    assert re.search(r"^USER (?!root|0\b)", text, re.MULTILINE)
    check = re.search(r'HEALTHCHECK.*"-c", "(.*?)"\]', text)
    assert check
    compile(check[1], "healthcheck", "exec")
    assert "/ready" in check[1]


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_a_proxy_closes_connections_before_the_service_does_and_takes_no_more(
    deploy: Path, name: str
) -> None:
    text = (deploy / name).read_text(encoding="utf-8")
    usual = Settings()
    assert text.count("{") == text.count("}")
    assert f"127.0.0.1:{usual.port}" in text
    kept = [int(found) for found in re.findall(r"keepalive(?:_timeout)? (\d+)s", text)]
    assert kept
    assert max(kept) < usual.idle_timeout
    [body] = re.findall(r"(?:client_max_body_size|max_size) (\d+)(?:m|MB)", text)
    assert int(body) * 1024 <= usual.max_body
    assert "/metrics" in text
