"""Addresses without the credentials that they may hold."""

import re

CREDENTIALS = re.compile(r"(?<=://)[^/?#\s]*@")
"""User and password of an address, up to the last sign that parts them from the host."""


def without_credentials(text: object) -> str:
    """Give a text in which no address tells user or password."""
    return CREDENTIALS.sub("", str(text))
