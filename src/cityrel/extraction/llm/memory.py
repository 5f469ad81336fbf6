"""Answers that were paid for once, kept so that the same question costs nothing and is answered the same."""

import hashlib
import json
import logging
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Memory:
    """A folder with one file for each answer, which several processes may use; None keeps nothing.

    The files hold passages of the articles, so that the folder is the user's alone.
    """

    folder: Path | None = None

    def recall(self, question: Any) -> str | None:
        """Give the answer to a question (a value of JSON) that was asked before, or None."""
        if self.folder is None:
            return None
        try:
            return self._file(self.folder, question).read_text(encoding="utf-8")
        except (OSError, UnicodeError):
            return None

    def keep(self, question: Any, answer: str) -> None:
        """Keep an answer. Where that cannot be done, it is asked for again some day: no error."""
        if self.folder is None:
            return
        try:
            self._write(self._file(self.folder, question), answer)
        except (OSError, UnicodeError) as error:
            log.warning("an answer could not be kept in %s: %s", self.folder, error)

    def _write(self, file: Path, answer: str) -> None:
        """Write a file that is there as a whole or not at all."""
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as opened:
            opened.write(answer)
        Path(draft).replace(file)

    def _file(self, folder: Path, question: Any) -> Path:
        asked = json.dumps(question, sort_keys=True)
        return folder / f"{hashlib.sha256(asked.encode()).hexdigest()}.json"
