"""A language model as a second reader, or the only one: the optional extra `llm`.

What it says is never believed for its own sake: each claim has to stand on words that the article has, in
keys that the ontology has, on places that the gazetteer has. What does not is refused, and told.
"""

from cityrel.extraction.llm.asking import Asker
from cityrel.extraction.llm.extractor import LlmExtractor
from cityrel.extraction.llm.ledger import Ledger
from cityrel.extraction.llm.memory import Memory
from cityrel.extraction.llm.settings import Limits, Prices, Settings, Usage

NEEDED = ("httpx2", "jsonschema", "openai", "rapidfuzz")
"""The packages of the extra."""

__all__ = ["NEEDED", "Asker", "Ledger", "Limits", "LlmExtractor", "Memory", "Prices", "Settings", "Usage"]
