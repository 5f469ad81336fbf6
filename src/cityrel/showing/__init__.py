"""An article in the terminal: its mentions in colour, and under it the facts with what they rest on."""

from cityrel.showing.page import show

__all__ = ["show"]
