"""Asking an OpenAI-compatible address, and telling apart what can go wrong there."""

import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cityrel.errors import LlmError, RunStopped
from cityrel.extraction.llm.prompt import Message
from cityrel.extraction.llm.schema import schema
from cityrel.extraction.llm.settings import Settings, Usage, key
from cityrel.extraction.llm.wording import shown

if TYPE_CHECKING:
    from openai import OpenAI

HOPELESS = frozenset((*range(300, 400), 401, 402, 403, 404, 405))
"""HTTP statuses that every article would meet: moved elsewhere, no right, no credit, no such model."""

NO_CREDIT = "insufficient_quota"
"""The code with which a 429 says that waiting will not help."""

NO_KEY = "none"
"""What is sent where no key is set: the client insists on one, a server without keys looks at none."""

BYTES_A_TOKEN = 3
"""Bytes of UTF-8 that a token is taken for where an address does not count: rather too many tokens."""

MOST_TOKENS = 100_000_000
"""A count of tokens beyond belief."""

CHATTY = ("openai", "httpx2", "httpcore2")
"""Loggers that would print requests, and with them articles and addresses."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What an address answers, and what that took.

    `content` is None where it is no chat completion; `trouble` says why a model has not said all, where it
    has not.
    """

    content: str | None
    trouble: str | None
    usage: Usage


def request(messages: Sequence[Message], settings: Settings) -> dict[str, Any]:
    """Give the body of a request."""
    body: dict[str, Any] = {
        "model": settings.model,
        "messages": list(messages),
        "max_completion_tokens": settings.answer_tokens,
    }
    if settings.temperature is not None:
        body["temperature"] = settings.temperature
    if settings.form == "json_schema":
        form = {"name": "facts", "strict": True, "schema": schema()}
        body["response_format"] = {"type": "json_schema", "json_schema": form}
    elif settings.form == "json_object":
        body["response_format"] = {"type": "json_object"}
    return body


def ask(asked: dict[str, Any], settings: Settings) -> Reply:
    """Make a request once, with the retries of the settings where a request fails in passing.

    Raises LlmError where this article gets no answer, RunStopped where no other one would.
    """
    with _errors_told(settings), _client(settings) as client:
        raw = client.chat.completions.with_raw_response.create(**asked)
        text = raw.http_response.text
    return _reply(_object(text), asked["messages"])


def _client(settings: Settings) -> "OpenAI":
    """Give a client that talks to the address of the settings and to no other, and keeps quiet."""
    from openai import OpenAI

    from cityrel.extraction.llm.patience import patient_client

    for name in CHATTY:
        logging.getLogger(name).setLevel(logging.ERROR)
    client = OpenAI(
        base_url=settings.url,
        api_key=key() or NO_KEY,
        timeout=settings.timeout,
        max_retries=settings.retries,
        http_client=patient_client(settings.timeout),
    )
    client.organization = client.project = (
        None  # which it takes from OPENAI_ORG_ID, meant for another service
    )
    return client


@contextmanager
def _errors_told(settings: Settings) -> Iterator[None]:
    """Turn the client's errors into ours, in words that hold no key."""
    import openai

    try:
        yield
    except openai.APITimeoutError as error:
        raise LlmError(f"the model gave no answer within {settings.timeout:g} seconds") from error
    except openai.APIStatusError as error:
        message = _mapping(error.body).get("message") or error.message
        raise _refused(error.status_code, error.code, str(message), settings) from error
    except openai.APIConnectionError as error:
        reason = error.__cause__ or error
        raise RunStopped(_told(f"{settings.url} cannot be reached", str(reason))) from error
    except openai.OpenAIError as error:
        raise LlmError(_told("the model gave no usable answer", str(error))) from error


def _refused(status: int, code: str | None, message: str, settings: Settings) -> LlmError | RunStopped:
    told = _told(f"the address of the model answers with status {status}", message)
    if status in HOPELESS or code == NO_CREDIT:
        return RunStopped(f"{told} (model {settings.model})")
    return LlmError(told)


def _told(what: str, why: str) -> str:
    """Give a line that says what is wrong and why, with the key blotted out should a server repeat it."""
    secret = key()
    return f"{what}: {shown(why.replace(secret, '[key]') if secret else why)}"


def _object(text: str) -> Mapping[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _reply(body: Mapping[str, Any], messages: Sequence[Message]) -> Reply:
    """Read a chat completion."""
    choices = body.get("choices")
    choice = _mapping(choices[0] if isinstance(choices, list) and choices else None)
    message = _mapping(choice.get("message"))
    content = message.get("content")
    answer = content if isinstance(content, str) and content.strip() else None
    return Reply(answer, _trouble(choice, message), _usage(_mapping(body.get("usage")), messages, answer))


def _trouble(choice: Mapping[str, Any], message: Mapping[str, Any]) -> str | None:
    """Say why an answer is refused or not complete, or None."""
    if refusal := message.get("refusal"):
        return _told("the model refuses to answer", str(refusal))
    match choice.get("finish_reason"):
        case "content_filter":
            return "the model's filter kept the answer back"
        case "length":
            return "the model's answer was cut off: allow a longer one with --llm-answer-tokens"
    return None


def _usage(told: Mapping[str, Any], messages: Sequence[Message], answer: str | None) -> Usage:
    """Give what the address says that a request took, or an estimate where it says nothing usable."""
    counts = [told.get(name) for name in ("prompt_tokens", "completion_tokens")]
    if all(isinstance(count, int) and 0 <= count < MOST_TOKENS for count in counts):
        return Usage(1, *counts)  # type: ignore[arg-type]
    sent = "".join(message["content"] for message in messages)
    return Usage(1, _estimate(sent), _estimate(answer or ""), estimated=1)


def _estimate(text: str) -> int:
    return -(-len(text.encode("utf-8", "replace")) // BYTES_A_TOKEN)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
