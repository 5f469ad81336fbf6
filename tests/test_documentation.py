"""What is documented exists, and what exists is documented."""

import re
import subprocess
from pathlib import Path

import click
import pytest

from cityrel.cli import main
from cityrel.client import Connection, Result
from cityrel.resources import folder
from cityrel.settings import SETTINGS
from cityrel.settings.service import FAMILY
from cityrel.store import open_store
from cityrel.web import close, create_app
from cityrel.web.api.operation import Operation
from cityrel.web.api.operations import OPERATIONS

REPOSITORY = Path(__file__).parents[1]
DOCUMENTS = [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").glob("*.md")]
SETTING = re.compile(r"\bCITYREL_[A-Z_]+\b")


def commands(group: click.Group, above: str = "") -> dict[str, click.Command]:
    """Give the commands of a group, and of the groups in it by both names ("language check")."""
    found: dict[str, click.Command] = {}
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            found |= commands(command, f"{above}{name} ")
        elif not command.hidden:
            found[f"{above}{name}"] = command
    return found


COMMANDS = commands(main)
GROUPS = {name.partition(" ")[0] for name in COMMANDS if " " in name}
SHOWN = re.compile(r"(?<![\w/.-])cityrel ([a-z]+)(?: ([a-z]+))?\b([^`\n|]*)")


def shown(document: str) -> list[tuple[str, str]]:
    """Give the commands that a document shows in code, with what stands behind them."""
    found = []
    for name, second, rest in SHOWN.findall(code(document)):
        both = f"{name} {second}".strip()
        inside = name in GROUPS and second
        found.append((both if inside else name, rest if inside else f" {second}{rest}"))
    return found


def text(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def everything() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in DOCUMENTS)


def section(document: str, heading: str) -> str:
    """Give what stands under a heading, up to the next one."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", document, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def options(command: click.Command) -> set[str]:
    return {
        name
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
        for name in (*parameter.opts, *parameter.secondary_opts)
        if name.startswith("--")
    }


def code(document: str) -> str:
    """Give what is written as code, in blocks and in running text."""
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", document, re.DOTALL))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_and_its_options_are_documented(name: str) -> None:
    documented = section(text("docs/commands.md"), f"cityrel {name}")
    assert documented, f"docs/commands.md has no section about {name}"
    assert {option for option in options(COMMANDS[name]) if f"`{option}`" not in documented} == set()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_an_option_that_is_documented_exists(name: str) -> None:
    documented = set(re.findall(r"`(--[a-z-]+)`", section(text("docs/commands.md"), f"cityrel {name}")))
    assert documented - options(COMMANDS[name]) == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_command_that_a_document_shows_exists(path: Path) -> None:
    named = {name for name, _ in shown(path.read_text(encoding="utf-8"))}
    assert named - set(COMMANDS) - GROUPS == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_an_option_that_a_document_shows_belongs_to_the_command(path: Path) -> None:
    wrong = [
        (name, option)
        for name, rest in shown(path.read_text(encoding="utf-8"))
        for option in re.findall(r"(?<!\S)(--[a-z-]+)", rest)
        if name not in COMMANDS or option not in options(COMMANDS[name])
    ]
    assert wrong == []


def test_every_setting_is_documented_and_every_documented_setting_is_read() -> None:
    sources = (REPOSITORY / "src").rglob("*.py")
    read = {name for path in sources for name in SETTING.findall(path.read_text(encoding="utf-8"))}
    read = (read - {FAMILY}) | {each.variable for each in SETTINGS}
    assert set(SETTING.findall(text("docs/settings.md"))) == read


def test_the_settings_of_the_service_are_documented_as_they_are() -> None:
    rows = re.findall(r"^\| `--.*$", text("docs/settings.md"), re.MULTILINE)
    assert rows == [
        f"| `{each.option}` | `{each.variable}` | {each.meaning} | {each.unless} |" for each in SETTINGS
    ]


def test_every_setting_that_any_document_names_exists() -> None:
    assert set(SETTING.findall(everything())) <= set(SETTING.findall(text("docs/settings.md")))


@pytest.fixture(scope="module")
def routes(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Give the rules of the web front, without the types of their parts."""
    folder = str(tmp_path_factory.mktemp("empty") / "store")
    with open_store(folder, write=True) as store:
        store.publish()
    app = create_app(folder)
    rules = {re.sub(r"<(?:\w+:)?(\w+)>", r"<\1>", rule.rule) for rule in app.url_map.iter_rules()}
    close(app)
    return rules


def test_every_route_is_documented_and_every_documented_route_exists(routes: set[str]) -> None:
    tables = text("docs/http.md") + text("docs/api.md")
    assert set(re.findall(r"^\| `(/[^`]*)`", tables, re.MULTILINE)) == routes


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.name)
def test_the_parameters_of_an_operation_are_those_that_are_documented(operation: Operation) -> None:
    route = re.escape(f"/api/{operation.path}".replace("{", "<").replace("}", ">"))
    [row] = re.findall(rf"^\| `{route}` \|[^|]*\|([^|]*)\|$", text("docs/api.md"), re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", row)) == {parameter.name for parameter in operation.own}


def test_every_parameter_and_every_schema_of_the_api_is_explained() -> None:
    explained = section(text("docs/api.md"), "Parameters")
    names = {parameter.name for operation in OPERATIONS for parameter in operation.parameters}
    assert set(re.findall(r"^\| `(\w+)` \|", explained, re.MULTILINE)) == names


def test_every_method_of_a_connection_and_of_a_result_is_documented_and_exists() -> None:
    documented = text("docs/python.md")
    for name, one in (("connection", Connection), ("result", Result)):
        public = {member for member in (*vars(one), *one.__annotations__) if not member.startswith("_")}
        assert set(re.findall(rf"^\| `{name}\.(\w+)", documented, re.MULTILINE)) == public - {"source"}


def test_the_python_that_is_documented_is_python() -> None:
    for block in re.findall(r"```python\n(.*?)```", text("docs/python.md"), re.DOTALL):
        compile(block, "docs/python.md", "exec")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_make_knows_every_target_that_a_document_names(path: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = re.findall(r"\bmake ([a-z]+)\b", code(path.read_text(encoding="utf-8")))
    assert set(named) <= targets


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_inside_the_repository_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_query_that_a_document_names_exists() -> None:
    names = set(re.findall(r"\bqueries/[\w/-]+\.r[qu]\b", everything()))
    assert {name for name in names if not (folder("queries").parent / name).is_file()} == set()


def test_the_readme_opens_with_the_two_commands() -> None:
    blocks = re.findall(r"```\w*\n(.*?)```", text("README.md"), re.DOTALL)
    commands = [line.split("#")[0].strip() for line in blocks[0].splitlines()]
    assert commands == ["make demo", "make test"]


def test_the_two_commands_are_understood_by_make() -> None:
    for target in ("demo", "test"):
        done = subprocess.run(
            ["make", "-n", target], cwd=REPOSITORY, capture_output=True, text=True, check=True
        )
        assert "cityrel demo" in done.stdout if target == "demo" else "pytest" in done.stdout
