"""From the parts of a date as written to its value: the calendar, and the publication day."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Self

from cityrel.languages.date_forms import Written

YEAR_OF_TEXT = "the year is that of the other dates of the text"
SAME_TIME = timedelta(days=183)
"""A day and month whose weekday fits is taken for the nearest one, before or after the publication day."""
SOON = timedelta(days=45)
"""A day and month is taken for the coming one where that is so near: further off, a year would be written."""
LEAP_DAYS = 8
"""29 February comes back after at most eight years."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a date means; see `DateMention`."""

    start: str | None
    end: str | None = None
    relative: bool = False
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """The publication date: its first and its last possible day."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str | None) -> Self | None:
        """Read an ISO 8601 date of any precision; None where there is none or it cannot be read."""
        numbers = [int(part) for part in (text or "")[:10].split("-") if part.isdecimal()]
        try:
            match numbers:
                case [year, month, day]:
                    return cls(date(year, month, day), date(year, month, day))
                case [year, month]:
                    return cls(date(year, month, 1), _month_end(year, month))
                case [year]:
                    return cls(date(year, 1, 1), date(year, 12, 31))
        except ValueError:
            return None
        return None

    @property
    def day(self) -> date | None:
        """The day, where it is known."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True)
class Resolver:
    """Gives dates their values.

    `stated` are the years of the full dates of the same text, `credited` those of the credits in it: the
    last resort where `reference` is None.
    """

    reference: Reference | None
    stated: Sequence[int]
    credited: Sequence[int]
    numeric_order: Sequence[str]

    def resolve(self, written: Written, *, ahead: bool) -> Value | None:
        """Give the value of a date, None where it cannot be told.

        `ahead` says that the words before it let it lie after the publication day.
        """
        if written.vague:
            return Value(None)
        try:
            return self._resolve(written, ahead=ahead)
        except (ValueError, OverflowError):  # before the first or after the last year of the calendar
            return None

    def _resolve(self, written: Written, *, ahead: bool) -> Value | None:
        if written.first is not None and written.second is not None:
            return self._numeric(written, written.first, written.second, ahead=ahead)
        if written.day is not None and written.month is not None:
            return self._day(written, written.day, written.month, ahead=ahead)
        if written.day is not None and written.weekday is not None:
            return _day_of_month(written.day, written.weekday, self.reference)
        if written.month is not None:
            return self._month(written, written.month, ahead=ahead)
        if written.year is not None:
            return _stretch(f"{written.year:04}", f"{written.year2:04}" if written.year2 else None)
        return self._relative(written, self.reference, ahead=ahead) if self.reference else None

    def _numeric(self, written: Written, first: int, second: int, *, ahead: bool) -> Value | None:
        """Read 3/4/2020 in the pack's order, or in the first one that gives a day, and the right weekday."""
        pairs = {"dmy": (first, second), "mdy": (second, first)}
        readings = [self._day(written, *pairs[order], ahead=ahead) for order in self.numeric_order]
        sound = [reading for reading in readings if reading and reading.start]
        fitting = [reading for reading in sound if not reading.warning]
        best = (fitting or sound or readings)[0]
        if best and written.weekday is None and len({reading.start for reading in fitting}) > 1:
            return replace(best, warning="day and month may be the other way round")
        return best

    def _day(self, written: Written, day: int, month: int, *, ahead: bool) -> Value | None:
        year, warning = self._year(written, day, month, ahead=ahead)
        if year is None:
            return None
        start = _iso(year, month, day)
        if start is None:
            return Value(None, warning=f"no such day: {day}/{month}/{year}")
        if written.weekday is not None and date.fromisoformat(start).weekday() != written.weekday:
            warning = f"{start} is not the day of the week that is written"
        return _stretch(start, self._end(written, year, month), warning)

    def _end(self, written: Written, year: int, month: int) -> str | None:
        if written.day2 is None:
            return None
        month2 = written.month2 or month
        return _iso(written.year2 or year + (month2 < month), month2, written.day2)

    def _year(self, written: Written, day: int, month: int, *, ahead: bool) -> tuple[int | None, str | None]:
        """Give the year of a day, and a warning where it stands elsewhere in the text."""
        if written.year is not None:
            return written.year, None
        if written.year2 is not None:
            return written.year2 - (month > (written.month2 or month)), None
        if self.reference and written.unit == "year" and written.side:
            return self.reference.first.year + SIGNS[written.side], None
        if self.reference:
            return _nearby_year(written, day, month, self.reference, ahead=ahead), None
        return self._stated_year(written, day, month), YEAR_OF_TEXT

    def _stated_year(self, written: Written, day: int, month: int) -> int | None:
        years = self.stated if written.weekday is None else sorted({*self.stated, *self.credited})
        days = [found for year in years for found in _dates(year, month, day)]
        if written.weekday is not None:
            days = [found for found in days if found.weekday() == written.weekday]
        return days[0].year if len(days) == 1 else None

    def _month(self, written: Written, month: int, *, ahead: bool) -> Value | None:
        if written.year is not None:
            end = f"{written.year:04}-{written.month2:02}" if written.month2 else None
            start = written.year - (written.month2 is not None and written.month2 < month)
            return _stretch(f"{start:04}-{month:02}", end)
        if self.reference is None:
            return None
        if written.unit == "year" and written.side:
            year = self.reference.first.year + SIGNS[written.side]
        else:
            year = _year_of_month(written.side, month, self.reference.last, ahead=ahead)
        return Value(f"{year:04}-{month:02}", relative=True)

    def _relative(self, written: Written, reference: Reference, *, ahead: bool) -> Value | None:
        if written.weekday is not None:
            return _weekday(written, written.weekday, reference.day, ahead=ahead)
        if written.days is not None:
            return _days_away(written.days, reference.day)
        count = 1 if written.count is None else written.count
        return _units_away(written.unit, count * SIGNS[written.side or "this"], reference)


SIGNS = {"past": -1, "this": 0, "coming": 1}


def _stretch(start: str, end: str | None, warning: str | None = None) -> Value:
    """Give a stretch of time; one that does not end after it begins is its beginning, with a warning."""
    if end is not None and end <= start:
        return Value(start, warning="ends before it begins")
    return Value(start, end, warning=warning)


def _nearby_year(written: Written, day: int, month: int, reference: Reference, *, ahead: bool) -> int | None:
    """Give the year of a day that is written without one, as newspapers mean it.

    That is the last such day up to the publication day, unless the next is near; the nearest one, past or
    not, where the weekday fits or the day is counted from the publication day ("besok (24/4)"); the next one
    where they say so, and where the words look ahead and the last is not just over.
    """
    years = range(reference.last.year - LEAP_DAYS, reference.last.year + LEAP_DAYS + 1)
    days = [found for year in years for found in _dates(year, month, day)]
    if not days:
        return reference.last.year
    nearest = min(days, key=lambda found: abs(found - reference.last))
    coming = ahead and not written.side and written.weekday is None and reference.last - nearest > SOON
    if written.side == "coming" or coming:
        return next((found.year for found in days if found > reference.last), None)
    fits = written.weekday == nearest.weekday() and abs(nearest - reference.last) <= SAME_TIME
    soon = written.weekday is None and nearest - reference.last <= SOON
    if written.side != "past" and (fits or soon or ahead or written.days is not None):
        return nearest.year
    return max((found.year for found in days if found <= reference.last), default=None)


def _year_of_month(side: str | None, month: int, today: date, *, ahead: bool) -> int:
    """Give the year of a month without one: the last such month, or the next where words look ahead."""
    if side == "coming" or (ahead and side is None):
        return today.year + (month < today.month or (side == "coming" and month == today.month))
    return today.year - (month > today.month or (side == "past" and month == today.month))


def _weekday(written: Written, weekday: int, today: date | None, *, ahead: bool) -> Value | None:
    """Give the last such day up to the publication day, or the one that the words point to."""
    if today is None:
        return None
    if written.unit == "week":
        weeks = (1 if written.count is None else written.count) * SIGNS[written.side or "this"]
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
        return Value((monday + timedelta(days=weekday)).isoformat(), relative=True)
    back, forth = (today.weekday() - weekday) % 7, (weekday - today.weekday()) % 7
    days = {"past": -(back or 7), "coming": forth or 7, "this": forth}.get(
        written.side or "", forth if ahead else -back
    )
    return Value((today + timedelta(days=days)).isoformat(), relative=True)


def _day_of_month(day: int, weekday: int, reference: Reference | None) -> Value | None:
    """Give the nearest day of that number in a month and of that weekday ("Friday the 13th")."""
    if reference is None or reference.day is None:
        return None
    today = reference.day
    months = [divmod(today.year * 12 + today.month - 1 + offset, 12) for offset in range(-6, 7)]
    days = [found for year, month in months for found in _dates(year, month + 1, day)]
    fitting = [found for found in days if found.weekday() == weekday]
    nearest = min(fitting, key=lambda found: abs(found - today), default=None)
    return Value(nearest.isoformat(), relative=True) if nearest else None


def _days_away(days: int, today: date | None) -> Value | None:
    return Value((today + timedelta(days=days)).isoformat(), relative=True) if today else None


def _units_away(unit: str | None, count: int, reference: Reference) -> Value | None:
    """Give the day, month or year that lies `count` units away; a week as what surely holds it."""
    if unit == "year":
        return Value(date(reference.first.year + count, 1, 1).strftime("%Y").zfill(4), relative=True)
    if unit == "month" and reference.first.month == reference.last.month:
        year, month = divmod(reference.first.year * 12 + reference.first.month - 1 + count, 12)
        return Value(date(year, month + 1, 1).isoformat()[:7], relative=True)
    if unit == "week" and reference.day:
        return _week(reference.day + timedelta(weeks=count))
    return _days_away(count, reference.day) if unit == "day" else None


def _week(day: date) -> Value | None:
    monday = day - timedelta(days=day.weekday())
    first, last = monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    shared = next((size for size in (7, 4) if first[:size] == last[:size]), 0)
    return Value(first[:shared], relative=True) if shared else None


def _dates(year: int, month: int, day: int) -> Iterator[date]:
    if _iso(year, month, day):
        yield date(year, month, day)


def _iso(year: int, month: int, day: int) -> str | None:
    """Give a day in ISO 8601, None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
