"""The settings of the web front, from the command line, the environment and a file."""

from cityrel.settings.secrets import without_credentials
from cityrel.settings.service import SETTINGS, Setting, Settings, shown
from cityrel.settings.sources import InForce, collect

__all__ = ["SETTINGS", "InForce", "Setting", "Settings", "collect", "shown", "without_credentials"]
