"""Getting an answer on an article: from memory, or from the model within the limits of the run."""

from dataclasses import dataclass

from cityrel.errors import LlmError, RunStopped
from cityrel.extraction.llm.answers import Answer, Malformed, parse
from cityrel.extraction.llm.client import Reply, ask, request
from cityrel.extraction.llm.ledger import Ledger
from cityrel.extraction.llm.memory import Memory
from cityrel.extraction.llm.prompt import messages
from cityrel.extraction.llm.settings import Settings, Usage
from cityrel.model import Article

ATTEMPTS = 2
"""How often an article is asked about: once more where an answer has not the form that was asked for."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks about articles; all processes of a run share the ledger and the memory."""

    settings: Settings
    ledger: Ledger
    memory: Memory

    def answer(self, article: Article) -> Answer:
        """Give the answer on an article.

        Raises RunStopped where a limit of the run is reached or the model cannot be asked at all, and
        LlmError where it gives no usable answer.
        """
        asked = request(messages(article, self.settings), self.settings)
        question = [self.settings.url, asked]
        known = self._remembered(question)
        if known is not None:
            return known
        content, answer = self._asked(asked)
        self.memory.keep(question, content)
        return answer

    def _remembered(self, question: object) -> Answer | None:
        """Give the answer that is kept, unless somebody has spoilt it."""
        content = self.memory.recall(question)
        try:
            answer = parse(content) if content is not None else None
        except Malformed:
            return None
        if answer is not None:
            self.ledger.add(Usage(remembered=1))
        return answer

    def _asked(self, asked: dict[str, object]) -> tuple[str, Answer]:
        """Ask until there is an answer of the form that was asked for."""
        for _ in range(ATTEMPTS):
            self._check_limits()
            reply = ask(asked, self.settings)
            self.ledger.add(reply.usage)
            try:
                return _read(reply)
            except Malformed as error:
                why = error
        raise LlmError(f"{why}, {ATTEMPTS} times")

    def _check_limits(self) -> None:
        """Raise RunStopped where the run has used what it may."""
        used, limits, prices = self.ledger.total(), self.settings.limits, self.settings.prices
        if limits.tokens is not None and used.tokens >= limits.tokens:
            raise RunStopped(f"the model's limit of {limits.tokens} tokens for this run is used up")
        if limits.cost is not None and prices and prices.cost(used) >= limits.cost:
            raise RunStopped(f"the model's limit on the cost of this run, {limits.cost:g}, is reached")


def _read(reply: Reply) -> tuple[str, Answer]:
    """Read a reply.

    Raises LlmError where asking again would not help, Malformed where it may.
    """
    if reply.trouble:
        raise LlmError(reply.trouble)
    if reply.content is None:
        raise Malformed("the address of the model did not give a chat completion")
    return reply.content, parse(reply.content)
