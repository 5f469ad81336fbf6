"""The log of errors."""

import io
import logging
import sys

from cityrel.settings.logs import Redacting


def test_a_record_and_its_traceback_tell_no_credentials() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Redacting("%(name)s: %(message)s"))
    try:
        int("https://user:secret@example.org/query")
    except ValueError:
        trouble = sys.exc_info()
    handler.emit(
        logging.makeLogRecord({"name": "x", "msg": "at %s", "args": ("http://a:b@c/",), "exc_info": trouble})
    )
    assert stream.getvalue().startswith("x: at http://c/\n")
    assert "https://example.org/query" in stream.getvalue()
    assert "secret" not in stream.getvalue()
