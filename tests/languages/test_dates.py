"""Dates in running text, in the languages that have a pack."""

import pytest
from tests.languages.dating import only, values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("pada Jumat (20/11/2020).", "2020-11-20"),
        ("pada Selasa, (25/08/2020), saat", "2020-08-25"),
        ("Bandung, Kamis, 22/08/19, dipakai", "2019-08-22"),
        ("Jumat, 26 April 2024, saat", "2024-04-26"),
        ("Selasa malam, 9 Juli 2024, rumah", "2024-07-09"),
        ("Sabtu 28 Jan 2012 16:00 WIB", "2012-01-28"),
        ("pada 6 Oktober 2016, lalu", "2016-10-06"),
        ("tanggal 2 Juli 2003 dan", "2003-07-02"),
        ("pada 19 November 2021 lalu", "2021-11-19"),
        ("Jum'at, 7 Pebruari 2020", "2020-02-07"),
        ("Juma’t 6 Nopember 2020", "2020-11-06"),
        ("1 Agt. 2017", "2017-08-01"),
        ("15.09.2017 dilihat", "2017-09-15"),
        ("2020-11-20 10:00", "2020-11-20"),
        ("April 2017 giliran", "2017-04"),
        ("MEI 2017", "2017-05"),
        ("sejak tahun 2006 terjalin", "2006"),
        ("Sejak 2006 Jakarta", "2006"),
        ("pada 1998 dibekukan", "1998"),
        ("sudah berjalan 2006 silam", "2006"),
        ("Busan (1994), Kochi", "1994"),
        ("dibuka 22/04/25 pagi", "2025-04-22"),
        ("dibuka 2025/04/22 pagi", "2025-04-22"),
        ("Selasa ( 22 / 4 / 2025 )", "2025-04-22"),
        ("22 April '25", "2025-04-22"),
        ("April 22, 2025", "2025-04-22"),
        ("pada 5 Mac 2024", "2024-03-05"),
        ("Khamis, 5 Disember 2024", "2024-12-05"),
        ("Selasa (22/4/2025)", "2025-04-22"),
    ],
)
def test_an_indonesian_date_has_the_value_and_precision_of_its_words(text: str, value: str) -> None:
    mention = only(text)
    assert (mention.value, mention.relative, mention.warning) == (value, False, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on November 20, 2020.", "2020-11-20"),
        ("On 10 April 2023 the", "2023-04-10"),
        ("the 3rd of May 2012", "2012-05-03"),
        ("on Oct. 1, 2005 it", "2005-10-01"),
        ("Friday, November 20, 2020", "2020-11-20"),
        ("in March 2013.", "2013-03"),
        ("since 1994, when", "1994"),
        ("back to 1994", "1994"),
        ("held on 11/20/2020", "2020-11-20"),
        ("held on 20/11/2020", "2020-11-20"),
        ("held on 11/20/20", "2020-11-20"),
        ("March 5th, 2007", "2007-03-05"),
        ("the 5th of March, 2007", "2007-03-05"),
        ("the twenty-first of March 2007", "2007-03-21"),
        ("March the 5th, 2007", "2007-03-05"),
        ("March 5, '07", "2007-03-05"),
        ("last Friday, March 5, 2021", "2021-03-05"),
        ("in mid-March 2007", "2007-03"),
        ("since mid-2007", "2007"),
    ],
)
def test_an_english_date_has_the_value_and_precision_of_its_words(text: str, value: str) -> None:
    mention = only(text, "en")
    assert (mention.value, mention.relative, mention.warning) == (value, False, None)


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("id", "18-22 Maret 2018 nanti", "2018-03-18", "2018-03-22"),
        ("id", "dari 9 hingga 11 Agustus itu", "2017-08-09", "2017-08-11"),
        ("id", "3 sampai 7 Agustus 2017", "2017-08-03", "2017-08-07"),
        ("id", "28 Desember - 3 Januari 2018", "2017-12-28", "2018-01-03"),
        ("id", "Sabtu-Minggu (21-22/11/2020)", "2020-11-21", "2020-11-22"),
        ("id", "periode 1978-1986", "1978", "1986"),
        ("id", "Maret-Mei 2018", "2018-03", "2018-05"),
        ("id", "November-Februari 2018", "2017-11", "2018-02"),
        ("en", "from Feb 7 till 11, and", "2017-02-07", "2017-02-11"),
        ("en", "July 28 to August 3, 2018", "2018-07-28", "2018-08-03"),
        ("en", "5-7 March 2018", "2018-03-05", "2018-03-07"),
        ("en", "12-15 May 2024", "2024-05-12", "2024-05-15"),
        ("en", "March 5, 6 and 7, 2018", "2018-03-05", "2018-03-07"),
        ("id", "3, 4, dan 5 Maret 2018", "2018-03-03", "2018-03-05"),
        ("id", "dari 3 hingga 7 Maret", "2017-03-03", "2017-03-07"),
        ("id", "dari tahun 2015 sampai tahun 2020", "2015", "2020"),
    ],
)
def test_a_stretch_of_time_has_a_start_and_an_end(language: str, text: str, start: str, end: str) -> None:
    mention = only(text, language)
    assert (mention.value, mention.end) == (start, end)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "It will lapse on 31 December.", "2017-12-31"),
        ("en", "It will be held on 3 January.", "2018-01-03"),
        ("en", "It lapsed on 31 December.", "2016-12-31"),
        ("id", "Acara akan digelar 3 Januari.", "2018-01-03"),
    ],
)
def test_a_day_without_a_year_is_the_next_where_words_look_ahead(
    language: str, text: str, value: str
) -> None:
    assert only(text, language).value == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("id", "kata dia kemarin.", "2017-08-08"),
        ("id", "Hari ini kedua kota", "2017-08-09"),
        ("id", "digelar besok", "2017-08-10"),
        ("id", "kata dia, Rabu.", "2017-08-09"),
        ("id", "kata dia, Jumat.", "2017-08-04"),
        ("id", "pada Rabu lalu", "2017-08-02"),
        ("id", "Jumat pekan lalu", "2017-08-04"),
        ("id", "akan digelar Jumat.", "2017-08-11"),
        ("id", "Jumat mendatang", "2017-08-11"),
        ("id", "pekan ini", "2017-08"),
        ("id", "bulan lalu", "2017-07"),
        ("id", "tahun depan", "2018"),
        ("id", "dua tahun lalu", "2015"),
        ("id", "setahun silam", "2016"),
        ("id", "sejak Februari lalu", "2017-02"),
        ("id", "Mei tahun lalu", "2016-05"),
        ("id", "digelar lusa", "2017-08-11"),
        ("id", "kata dia tadi siang", "2017-08-09"),
        ("id", "pekan lalu", "2017"),
        ("id", "dua puluh lima tahun lalu", "1992"),
        ("id", "lima belas tahun silam", "2002"),
        ("id", "100 tahun lalu", "1917"),
        ("id", "Senin dua pekan lalu", "2017-07-24"),
        ("id", "Minggu tanggal 13", "2017-08-13"),
        ("en", "next Tuesday", "2017-08-15"),
        ("en", "three weeks ago", "2017-07"),
        ("en", "earlier this month", "2017-08"),
        ("en", "twenty-five years ago", "1992"),
        ("en", "Friday of last week", "2017-08-04"),
        ("en", "Monday, two weeks ago", "2017-07-24"),
        ("en", "in March last year", "2016-03"),
        ("en", "Sunday the 13th", "2017-08-13"),
        ("en", "said yesterday", "2017-08-08"),
        ("en", "on Friday evening", "2017-08-04"),
        ("en", "last Friday", "2017-08-04"),
        ("en", "will meet on Friday", "2017-08-11"),
        ("en", "last year", "2016"),
        ("en", "two years ago", "2015"),
        ("en", "next month", "2017-09"),
    ],
)
def test_relative_words_count_from_the_publication_day(language: str, text: str, value: str) -> None:
    mention = only(text, language)
    assert (mention.value, mention.relative) == (value, True)


@pytest.mark.parametrize(
    ("text", "reference", "value"),
    [
        ("Kamis (2/2)", "2023-02-03", "2023-02-02"),
        ("Rabu (30/11)", "2022-12-01", "2022-11-30"),
        ("Sabtu (30/12)", "2018-01-02", "2017-12-30"),
        ("kemarin (28/1)", "2012-01-29", "2012-01-28"),
        ("Selasa (22/4)", "2025-04-23", "2025-04-22"),
        ("(22/4)", "2025-04-23", "2025-04-22"),
        ("besok (24/4)", "2025-04-23", "2025-04-24"),
        ("5 Mei tahun ini", "2025-04-23", "2025-05-05"),
        ("5 Mei tahun lalu", "2025-04-23", "2024-05-05"),
        ("17 Agustus", "2017-08-09", "2017-08-17"),
        ("20 November", "2017-08-09", "2016-11-20"),
        ("9 Agustus", "2017-08", "2017-08-09"),
        ("akan diteken 12 Agustus", "2017-08-09", "2017-08-12"),
        ("12 Agustus mendatang", "2017-08-09", "2017-08-12"),
        ("Kamis, 3 Agustus", "2017-08-01", "2017-08-03"),
        ("29 Februari", "2017-08-09", "2016-02-29"),
    ],
)
def test_a_day_without_a_year_takes_it_from_the_publication_date(
    text: str, reference: str, value: str
) -> None:
    assert values(text, reference=reference) == [value]
