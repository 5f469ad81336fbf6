"""Things by a part of one of their names, whatever its accents."""

from cityrel.vocabulary import slug
from cityrel.web.views import Row, Views


def found(views: Views, words: str) -> list[Row]:
    """Give the things, each once and by the first name that fits; a name that begins so comes first."""
    wanted = plain(words)
    if not wanted:
        return []
    fitting = [row for row in views.kept("searchable", lambda: _searchable(views)) if wanted in row["plain"]]
    fitting.sort(key=lambda row: not row["plain"].startswith(wanted))
    return list({row["thing"]: row for row in reversed(fitting)}.values())[::-1]


def plain(name: str) -> str:
    """Give a name as it is compared: its words in small letters; nothing where it has none."""
    return "" if not any(map(str.isalnum, name)) else slug(name)


def _searchable(views: Views) -> list[Row]:
    return [{**row, "plain": plain(row["name"])} for row in views.rows("searchable")]
