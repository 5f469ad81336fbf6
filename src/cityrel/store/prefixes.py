"""Our prefixes in a query, for who asks by hand."""

import re

from cityrel.vocabulary import PREFIXES


def with_prefixes(query: str) -> str:
    """Give a query with those of our prefixes that it uses undeclared; its lines keep their numbers."""
    declared = {name.lower() for name in re.findall(r"\bPREFIX\s+([\w.-]*):\s*<", query, re.IGNORECASE)}
    wanted = (name for name in PREFIXES if name not in declared and f"{name}:" in query)
    ours = (f"PREFIX {name}: <{PREFIXES[name]}>" for name in wanted)
    return " ".join((*ours, query))
