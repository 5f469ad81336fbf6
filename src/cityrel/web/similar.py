"""Words that differ from another by a slip or two, out of many.

Candidates share groups of three letters with the word (Ukkonen, "Approximate string matching with q-grams",
1992); each is then measured by the optimal string alignment distance, in which a letter too many, too few,
another letter and two that changed places count one each.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

GROUP = 3
SPOILT = GROUP + 1
"""Groups that one slip can spoil: two letters that change places stand in four of them."""

MOST_CANDIDATES = 400
"""Words that are measured, those first that share most; it bounds the work on any input."""

LONGEST = 100
"""Characters of the longest word that is looked for."""

SHORTEST_FOR_ONE, SHORTEST_FOR_TWO = 4, 8


@dataclass(frozen=True)
class Words:
    """Words among which similar ones can be found."""

    words: tuple[str, ...]

    def near(self, word: str) -> list[tuple[int, str]]:
        """Give the words that may be meant, with their distance, the nearest first."""
        most = slips(word)
        if not most or len(word) > LONGEST:
            return []
        measured = ((distance(word, other, most), other) for other in self._candidates(word, most))
        return sorted(pair for pair in measured if pair[0] <= most)

    @cached_property
    def _by_group(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self.words):
            for group in groups(word):
                places[group].append(number)
        return dict(places)

    def _candidates(self, word: str, most: int) -> Iterable[str]:
        wanted = groups(word)
        shared = Counter(number for group in wanted for number in self._by_group.get(group, ()))
        enough = max(1, len(wanted) - SPOILT * most)
        likely = [number for number, count in shared.most_common(MOST_CANDIDATES) if count >= enough]
        return (self.words[number] for number in likely if abs(len(self.words[number]) - len(word)) <= most)


def slips(word: str) -> int:
    """Give how many slips a word of this length may have: none, one or two."""
    return (len(word) >= SHORTEST_FOR_ONE) + (len(word) >= SHORTEST_FOR_TWO)


def groups(word: str) -> set[str]:
    """Give the groups of three neighbouring letters, with the edges of the word as letters."""
    edged = f"  {word}  "
    return {edged[start : start + GROUP] for start in range(len(edged) - GROUP + 1)}


def distance(one: str, other: str, most: int) -> int:
    """Give the optimal string alignment distance of two words; anything above `most` where it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, another in enumerate(other, 1):
            row.append(min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (letter != another)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == another:
                row[j] = min(row[j], above[j - 2] + 1)
        if min(row) > most and min(before) > most:
            return most + 1
    return row[-1]
