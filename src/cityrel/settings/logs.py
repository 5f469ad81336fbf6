"""The log of errors: lines on standard error that tell no credentials."""

import logging

from cityrel.settings.secrets import without_credentials


class Redacting(logging.Formatter):
    """Writes a record, with its traceback, without the credentials of any address in it."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the text of a record."""
        return without_credentials(super().format(record))


def start_logging(level: int) -> None:
    """Have records of at least this level written; a second call changes nothing."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting("%(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler])
