"""The extraction by a language model, alone or beside the rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from cityrel.errors import LlmError
from cityrel.extraction.extract import extract
from cityrel.extraction.llm.answers import Answer
from cityrel.extraction.llm.asking import Asker
from cityrel.extraction.llm.claims import Reader
from cityrel.extraction.llm.combining import combine, once
from cityrel.extraction.llm.ground import Ground
from cityrel.extraction.llm.prompt import MOST_CHARACTERS
from cityrel.model import Article, Facts

MOST_WARNINGS = 20
"""Warnings about one answer that are told; a model that makes up all it says needs no more."""


@dataclass(frozen=True, slots=True)
class LlmExtractor:
    """Gives the facts of articles as a model reads them, with those of the rules if so wished.

    It can be pickled, and used by several processes.
    """

    asker: Asker
    with_rules: bool = False

    waits: ClassVar[bool] = True
    """Whether most of the time is spent waiting for an answer, so that articles are best given out singly."""

    def __call__(self, article: Article) -> Facts:
        """Give the facts of an article.

        Raises what `Asker.answer` raises; beside the rules, LlmError is only a warning.
        """
        if not self.with_rules:
            return once(self._facts(article))
        ruled = extract(article)
        try:
            told = self._facts(article)
        except LlmError as error:
            return _warned(ruled, [f"llm: left to the rules alone: {error}"])
        return _warned(combine(ruled, told), told.article.warnings[len(article.warnings) :])

    def _facts(self, article: Article) -> Facts:
        if not article.text.strip():
            return Facts(article)
        answer = self.asker.answer(article)
        reader = Reader(Ground(article, _names(answer)), f"llm:{self.asker.settings.model}")
        facts = reader.facts(answer)
        refused = _few([*_cut(article), *answer.refused, *reader.warnings])
        return _warned(facts, [f"llm: {one}" for one in refused])


def _names(answer: Answer) -> tuple[str, ...]:
    """Give the names of persons in an answer."""
    holders = [item["person"] for item in answer.items.get("holdings", ())]
    speakers = [item["speaker"] for item in answer.items.get("quotations", ())]
    return tuple(dict.fromkeys(name for name in (*holders, *speakers) if name))


def _warned(facts: Facts, warnings: Sequence[str]) -> Facts:
    """Give facts whose article has further warnings."""
    article = facts.article
    return replace(facts, article=replace(article, warnings=(*article.warnings, *warnings)))


def _cut(article: Article) -> Sequence[str]:
    """Say that an article was too long to be sent as a whole, if it was."""
    if len(article.text) <= MOST_CHARACTERS:
        return ()
    return (f"only the first {MOST_CHARACTERS} characters of the text were read",)


def _few(warnings: Sequence[str]) -> Sequence[str]:
    if len(warnings) <= MOST_WARNINGS:
        return warnings
    return (*warnings[:MOST_WARNINGS], f"{len(warnings) - MOST_WARNINGS} more were refused")
