"""How many times as fast extraction is as in another working tree, and whether it gives the same facts.

    python benchmarks/compare.py TREE [ARTICLES] [ROUNDS]

Two processes take the same article in turn, and of each article the least processor time of all rounds
counts, so that what else the machine does falls out: a tree beside a copy of itself gives 1.00. Both are set
up as workers are, as far as their tree knows how.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from subprocess import PIPE, Popen
from time import process_time

HERE = Path(__file__).parent
SERVE = "serve"
KEPT = ("HOME", "PATH", "CITYREL_CACHE")
"""The variables of the environment that a process needs, among others to find the gazetteer."""

Answer = list[str]
"""Language, words, seconds, and a digest of the facts."""


@dataclass(frozen=True)
class Measured:
    """One article: its words, the least seconds in the other tree and in this one, whether they agree."""

    language: str
    words: int
    before: float
    after: float
    same: bool


def main(other: str, number: int = 40, rounds: int = 10) -> None:
    """Measure and print, by language."""
    with ExitStack() as stack:
        sides = [stack.enter_context(_start(tree, number)) for tree in (Path(other), HERE.parent)]
        found = [_measured(sides, article, rounds) for article in range(number)]
    for language in sorted({one.language for one in found}):
        _report(language, [one for one in found if one.language == language])


def _report(language: str, found: Sequence[Measured]) -> None:
    words, before = sum(one.words for one in found), sum(one.before for one in found)
    after, same = sum(one.after for one in found), sum(one.same for one in found)
    print(
        f"{language}: {words / before:,.0f} -> {words / after:,.0f} words/s, {before / after:.2f} times as "
        f"fast; the same facts of {same} of {len(found)} articles"
    )


def _start(tree: Path, number: int) -> Popen[str]:
    """Start a process that extracts with the package of a tree."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    environment = {"PYTHONPATH": str((tree / "src").resolve()), "PYTHONHASHSEED": "0", **kept}
    command = [sys.executable, __file__, SERVE, str(number)]
    return Popen(command, stdin=PIPE, stdout=PIPE, text=True, env=environment)


def _measured(sides: Sequence[Popen[str]], article: int, rounds: int) -> Measured:
    answers = [[_ask(side, article) for side in sides] for _ in range(rounds)]
    before, after = (min(float(answer[side][2]) for answer in answers) for side in (0, 1))
    one, other = answers[0]
    return Measured(one[0], int(one[1]), before, after, one[3] == other[3])


def _ask(side: Popen[str], article: int) -> Answer:
    print(article, file=side.stdin, flush=True)
    return side.stdout.readline().split() if side.stdout else []


def serve(number: int) -> None:
    """Extract the article of each number that is read, and print its answer."""
    for answer in _answers(number):
        print(answer, flush=True)


def _answers(number: int) -> Iterator[str]:
    import articles
    from cityrel import parallel
    from cityrel.extraction import extract
    from cityrel.model import Article

    getattr(parallel, "collect_seldom", lambda: None)()
    texts = list(articles.varied(number))
    for line in sys.stdin:
        language, text = texts[int(line)]
        start = process_time()
        facts = extract(Article(f"benchmark:{int(line)}", text, language))
        seconds = process_time() - start
        yield f"{language} {len(text.split())} {seconds} {sha256(repr(facts).encode()).hexdigest()}"


if __name__ == "__main__":
    if sys.argv[1:2] == [SERVE]:
        serve(int(sys.argv[2]))
    else:
        main(sys.argv[1], *map(int, sys.argv[2:]))
