"""Fit the weights of extraction/weights.toml to articles with known facts, and say what to expect of them.

    python benchmarks/calibrate.py GOLD_DIR... [--write]

GOLD_DIR holds <language>/<name>.txt with the facts beside it in <name>.json. The examples of the language
packs are learned from too. What is printed is cross-validated: every article is judged by weights that were
fitted without it. With --write the weights of all articles together replace the file.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import goldset
import learning
from cityrel.extraction import weighing
from cityrel.extraction.days import days
from cityrel.extraction.hearing import Subject, hearing
from cityrel.extraction.pairs import LIKELY, Pair, candidate_pairs, homes_of, make_pair, weighed
from cityrel.extraction.presence import place_signs, presences
from cityrel.extraction.scopes import scope
from cityrel.extraction.stages import ADVANCE
from cityrel.extraction.survey import Survey, survey
from cityrel.extraction.ties import main_pair
from cityrel.extraction.traces import Trace
from cityrel.languages.examples import Example
from cityrel.matching import same_places
from cityrel.model import BROAD_STAGE, Place
from goldset import Record, Signs, Tables

PRIORS = Path(__file__).parent / "priors.toml"
FOLDS, INNER = 6, 4
SPREAD = {"partner": 0.1, "pair": 0.1, "stage": 0.2}
LEVELLING = 0.3
FIFTHS = 5
HEADING = (
    "How much each sign counts, in log-odds.",
    "Written by benchmarks/calibrate.py; not to be edited.",
)


@dataclass(frozen=True)
class Case:
    """An article as surveyed, with the partnerships that it is known to state."""

    name: str
    language: str
    found: Survey
    gold: Sequence[Record]


@dataclass(frozen=True)
class Candidate:
    """Two places of a case with their traces and signs; `answer` is the number of the partnership, or -1."""

    case: Case
    traces: tuple[Trace, ...]
    signs: Signs
    answer: int


def main() -> None:
    """Fit, measure, print and, if asked, write."""
    chosen = goldset.arguments(__doc__)
    told = list(articles(chosen.gold))
    cases = [*told, *examples()]
    tallies = cross_validated(cases, {case.name for case in told})
    report(told, tallies)
    report_confidence(tallies.values())
    if chosen.write:
        goldset.write(weighing.WEIGHTS, HEADING, fit(cases))


def articles(folders: Iterable[Path]) -> Iterator[Case]:
    """Give the articles of gold folders that are in a language with a pack."""
    for one in goldset.articles(folders):
        yield Case(one.name, one.language, survey(one.document), one.gold["partnerships"])


def examples() -> Iterator[Case]:
    """Give the examples of all packs that tell of ties."""
    for name, article, example in goldset.examples():
        if example.ties is not None:
            for one in goldset.told(name, article, {"partnerships": list(_gold(example))}):
                yield Case(one.name, one.language, survey(one.document), one.gold["partnerships"])


def _gold(example: Example) -> Iterator[Record]:
    """Give the last stated stage of each pair of an example."""
    last = {frozenset((tie.a, tie.b)): tie for tie in example.ties or () if tie.modality == "stated"}
    for tie in last.values():
        (a, a_country), (b, b_country) = (side.split(", ")[:2] for side in (tie.a, tie.b))
        yield {"a": a, "a_country": a_country, "b": b, "b_country": b_country,
               "status": BROAD_STAGE.get(tie.stage, tie.stage)}  # fmt: skip


def candidates(cases: Iterable[Case]) -> list[Candidate]:
    """Give every two places that may be partners, with the weights in force."""
    found = []
    for case in cases:
        document, places = case.found.document, case.found.candidates
        if places and "kind" in document.cues:
            for traces, told in candidate_pairs(document, places, presences(document, places)):
                found.append(Candidate(case, traces, told, _answer(case, traces[0])))
    return found


def _answer(case: Case, trace: Trace) -> int:
    record = {"a": _place(trace.a), "b": _place(trace.b)}
    hits = (number for number, gold in enumerate(case.gold) if same_places(gold, record))
    return next(hits, -1)


def _place(place: Place) -> Record:
    return {"name": place.name, "country": place.country}


def fit(cases: Sequence[Case]) -> Tables:
    """Give all weights; those for pairs are learned from odds for places fitted without the article."""
    learned: list[Candidate] = []
    for fold, rest in goldset.folds(cases, INNER):
        weighing.use({"partner": fit_partner(rest)})
        learned += candidates(fold)
    tables = {"partner": fit_partner(cases)}
    answers = [int(candidate.answer >= 0) for candidate in learned]
    tables["pair"] = learning.binary(
        [one.signs for one in learned], answers, goldset.priors(PRIORS, "pair"), SPREAD["pair"]
    )
    weighing.use(tables)
    return tables | fit_stages(cases)


def fit_partner(cases: Iterable[Case]) -> learning.Table:
    """Give the weights that tell how likely a place has part in any tie."""
    rows, answers = [], []
    for case in cases:
        for own, told in place_signs(case.found.document, case.found.candidates).values():
            rows.append(told)
            answers.append(int(_takes_part(case, own[0].place)))
    return learning.binary(rows, answers, goldset.priors(PRIORS, "partner"), SPREAD["partner"])


def _takes_part(case: Case, place: Place) -> bool:
    one = _place(place)
    sides = (({"a": gold[side], "a_country": gold[f"{side}_country"], "a_alt": gold.get(f"{side}_alt")})
             for gold in case.gold for side in "ab")  # fmt: skip
    return any(
        same_places({**side, "b": "", "b_country": None}, {"a": one, "b": {"name": ""}}) for side in sides
    )


def fit_stages(cases: Iterable[Case]) -> Tables:
    """Give the weights that tell the stage of a pair, a table for each broad stage."""
    told = [(signs, gold["status"]) for _, gold, signs in stage_rows(cases)]
    rows, answers = [signs for signs, _ in told], [status for _, status in told]
    thought = {stage: goldset.priors(PRIORS, f"stage-{stage}") for stage in ADVANCE}
    found = learning.classes(rows, answers, thought, SPREAD["stage"], LEVELLING)
    return {f"stage-{stage}": table for stage, table in found.items()}


def stage_rows(cases: Iterable[Case]) -> Iterator[tuple[Case, Record, Signs]]:
    """Give each known partnership that is found, with the signs of its stage."""
    for case in cases:
        pairs = _known_pairs(case)
        if not pairs:
            continue
        document, places = case.found.document, case.found.candidates
        main = main_pair(document, [pair for pair, _ in pairs])
        told = days(document, case.found.dates)
        for index, (pair, gold) in enumerate(pairs):
            about = scope(document, [one for one, _ in pairs], pair, places, is_main=index == main)
            subject = Subject(pair, about, len(pairs), index == main)
            yield case, gold, hearing(document, places, told, subject).signs


def _known_pairs(case: Case) -> list[tuple[Pair, Record]]:
    homes = homes_of(presences(case.found.document, case.found.candidates)) if case.found.candidates else ()
    found: dict[int, Pair] = {}
    for one in candidates([case]):
        if one.answer >= 0 and one.answer not in found:
            found[one.answer] = make_pair(one.traces, homes, weighing.log_odds(one.signs, "pair"))
    return [(pair, case.gold[answer]) for answer, pair in found.items()]


@dataclass
class Tally:
    """Counts of what was found, was right, and was to be found; of stages; and how likely each pair was."""

    hits: int = 0
    found: int = 0
    gold: int = 0
    staged: int = 0
    stages: int = 0
    chances: list[tuple[float, bool]] = field(default_factory=list)


def cross_validated(cases: Sequence[Case], judged: Collection[str]) -> dict[str, Tally]:
    """Judge the cases of some names, each by weights fitted without it; counts by language.

    The examples of the packs are learned from only: they show what is hard, not what is common.
    """
    tallies: dict[str, Tally] = {}
    for part, rest in goldset.folds(cases, FOLDS):
        weighing.use(fit(rest))
        asked = [case for case in part if case.name in judged]
        for case in asked:
            _judge(case, tallies.setdefault(case.language, Tally()))
        for case, gold, signs in stage_rows(asked):
            chances = weighing.likeliest(signs, "stage", ADVANCE)
            tally = tallies[case.language]
            tally.stages += 1
            accepted = (gold["status"], *(gold.get("status_alt") or ()))
            tally.staged += max(ADVANCE, key=lambda stage: chances[stage]) in accepted
    return tallies


def _judge(case: Case, tally: Tally) -> None:
    mine = candidates([case])
    odds = list(weighed([(one.traces, weighing.log_odds(one.signs, "pair")) for one in mine]))
    likely = [one for one, (_, chance) in zip(mine, odds, strict=True) if chance >= LIKELY]
    tally.chances += [(chance, one.answer >= 0) for one, (_, chance) in zip(mine, odds, strict=True)]
    tally.hits += len({one.answer for one in likely if one.answer >= 0})
    tally.found += len(likely)
    tally.gold += len(case.gold)


def report(cases: Sequence[Case], tallies: Mapping[str, Tally]) -> None:
    """Print what to expect."""
    print(f"{len(cases)} articles, cross-validated")
    for language, tally in sorted(tallies.items()):
        precision, recall, f1 = goldset.figures(tally.hits, tally.found, tally.gold)
        print(f"{language}: pairs P {precision:.3f} R {recall:.3f} F1 {f1:.3f}; "
              f"stage of a known pair {tally.staged / max(tally.stages, 1):.3f}")  # fmt: skip


def report_confidence(tallies: Iterable[Tally]) -> None:
    """Print how many of the pairs of each confidence are right: what confidence is worth."""
    told = [pair for tally in tallies for pair in tally.chances]
    for fifth in range(FIFTHS):
        here = [right for chance, right in told if min(int(chance * FIFTHS), FIFTHS - 1) == fifth]
        if here:
            low, share = fifth / FIFTHS, sum(here) / len(here)
            print(f"confidence {low:.1f} to {low + 1 / FIFTHS:.1f}: {share:.2f} right of {len(here)}")


if __name__ == "__main__":
    main()
