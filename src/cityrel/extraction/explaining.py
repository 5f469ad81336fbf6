"""Why an article is taken to tell a tie, and why of that stage: the signs that decided, in words.

Made only when somebody asks: the article is read once more, and what `pairs` and `ties` weighed is kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import log

from cityrel.extraction.days import days
from cityrel.extraction.document import Document
from cityrel.extraction.extract import pack_of
from cityrel.extraction.hearing import Hearing, Subject, hearing
from cityrel.extraction.pairs import Pair, candidate_pairs, pairs, weighed
from cityrel.extraction.scopes import scope
from cityrel.extraction.sign_words import words_of
from cityrel.extraction.stages import ADVANCE
from cityrel.extraction.survey import Survey, survey
from cityrel.extraction.ties import ENTERED, main_pair
from cityrel.extraction.weighing import Signs, likeliest, log_odds, weights
from cityrel.model import Article, Explanation, Reason, Weighing

IN_LIST = "list"
"""The sign, of labels only, that stands for what the other entries of a list say of one."""

NOTHING = 1e-6
"""Log-odds that are but what is lost in reckoning."""


def explain(article: Article) -> tuple[Explanation, ...]:
    """Give for each tie that the rules find in an article what decided it, in the order of the text."""
    pack = pack_of(article.language)
    if pack is None:
        return ()
    found = survey(Document(article, pack))
    ties = pairs(found.document, found.candidates, found.known)
    if not ties:
        return ()
    told, main = _told_of_pairs(found), main_pair(found.document, ties)
    return tuple(
        Explanation(pair.a, pair.b, (told[_key(pair)], _of_stage(found, ties, index, main)))
        for index, pair in enumerate(ties)
    )


def _key(pair: Pair) -> frozenset[str]:
    return frozenset({pair.a.id, pair.b.id})


def _told_of_pairs(found: Survey) -> Mapping[frozenset[str], Weighing]:
    """Give what decided on every two places that may be partners."""
    candidates = candidate_pairs(found.document, found.candidates, found.known)
    likely = weighed([(own, log_odds(signs, "pair")) for own, signs in candidates])
    return {
        frozenset({own[0].a.id, own[0].b.id}): _of_pair(signs, chance)
        for (own, signs), (_, chance) in zip(candidates, likely, strict=True)
    }


def _of_pair(signs: Signs, chance: float) -> Weighing:
    reasons = list(_reasons(signs, weights("pair"), "pair"))
    others = log(chance / (1.0 - chance)) - sum(reason.weight for reason in reasons)
    if abs(others) > NOTHING:
        reasons.append(Reason(words_of(IN_LIST, "pair"), others))
    return Weighing("partners", None, _weightiest_first(reasons), chance)


def _of_stage(found: Survey, ties: Sequence[Pair], index: int, main: int) -> Weighing:
    document, is_main = found.document, index == main
    about = scope(document, ties, ties[index], found.candidates, is_main=is_main)
    subject = Subject(ties[index], about, len(ties), is_main)
    heard = hearing(document, found.candidates, days(document, found.dates), subject)
    if heard.of_entry is not None:
        return Weighing(f"{heard.of_entry.stage}, as its entry in the list says", None, (), ENTERED)
    return _likeliest(heard)


def _likeliest(heard: Hearing) -> Weighing:
    """Give what speaks for the likeliest stage rather than for the one after it."""
    chances = likeliest(heard.signs, "stage", ADVANCE)
    best, second = sorted(ADVANCE, key=lambda stage: -chances[stage])[:2]
    mine, others = weights(f"stage-{best}"), weights(f"stage-{second}")
    apart = {sign: mine.get(sign, 0.0) - others.get(sign, 0.0) for sign in {*mine, *others}}
    reasons = _reasons(heard.signs, apart, "stage")
    return Weighing(best, second, _weightiest_first(reasons), chances[best])


def _reasons(signs: Signs, counting: Mapping[str, float], model: str) -> Iterator[Reason]:
    for sign, value in signs.items():
        weight = value * counting.get(sign, 0.0)
        if weight:
            yield Reason(words_of(sign, model), weight)


def _weightiest_first(reasons: Iterator[Reason] | Sequence[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.words)))
