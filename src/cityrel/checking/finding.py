"""What a check of a pack finds, and how it is written down."""

import json
from dataclasses import asdict, dataclass
from typing import Literal

Problem = Literal["missing", "ambiguous", "unused"]

SHOWN = 8
"""How many phrases a line names; the JSON has all."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a pack that its author should look at.

    `file` is a file of the pack or of `ontology/`; `key` says where in it ("stages.signed"), empty for the
    whole file. `phrases` are those that `message` speaks of.
    """

    problem: Problem
    file: str
    key: str
    message: str
    phrases: tuple[str, ...] = ()

    @property
    def serious(self) -> bool:
        """Whether the pack should be changed: what no text has used yet may be right none the less."""
        return self.problem != "unused"


def as_line(finding: Finding) -> str:
    """Give a finding as a line for people."""
    where = f"{finding.file}: {finding.key}" if finding.key else finding.file
    named = ", ".join(f"“{phrase}”" for phrase in finding.phrases[:SHOWN])
    more = f" and {len(finding.phrases) - SHOWN} more" if len(finding.phrases) > SHOWN else ""
    return f"{where}: {finding.problem}: {finding.message}{': ' if named else ''}{named}{more}"


def as_json(finding: Finding) -> str:
    """Give a finding as a line of JSON."""
    return json.dumps(asdict(finding), ensure_ascii=False)
