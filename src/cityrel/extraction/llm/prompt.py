"""What a model is told: the rules, the keys, and the article as data between two marks."""

import json
from collections.abc import Mapping
from pathlib import Path
from string import Template

from cityrel.extraction.llm.schema import schema
from cityrel.extraction.llm.schemes import glossary
from cityrel.extraction.llm.settings import Settings
from cityrel.model import Article
from cityrel.vocabulary import text_digest

FOLDER = Path(__file__).parent

MOST_CHARACTERS = 60_000
"""How much of an article is sent: more than any news article has, and less than a model can read at once."""

Message = Mapping[str, str]


def messages(article: Article, settings: Settings) -> tuple[Message, Message]:
    """Give the two messages of a request: what to do, and the article.

    The marks around the article are made from its text, so that no article can hold its own.
    """
    text = article.text[:MOST_CHARACTERS]
    mark = text_digest(text)[:16]
    start, end = f"<article {mark}>", f"</article {mark}>"
    told = json.dumps({"language": article.language, "published": article.published})
    return (
        {"role": "system", "content": _rules(settings, start, end)},
        {"role": "user", "content": f"{told}\n{start}\n{_sendable(text)}\n{end}"},
    )


def _rules(settings: Settings, start: str, end: str) -> str:
    rules = _template("prompt.md").substitute(open=start, close=end, glossary=glossary())
    if settings.form == "json_schema":
        return rules
    return rules + _template("prompt_schema.md").substitute(schema=json.dumps(schema()))


def _template(name: str) -> Template:
    return Template((FOLDER / name).read_text(encoding="utf-8"))


def _sendable(text: str) -> str:
    """Give a text that can be sent as UTF-8: a lone surrogate cannot."""
    return text.encode("utf-8", "replace").decode("utf-8")
