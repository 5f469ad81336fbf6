"""Facts put together by hand, as extraction should give them, for tests of what comes after it.

The events are real, the sentences are ours. Offsets are looked up in the text, never counted.
"""

from collections.abc import Callable
from dataclasses import replace

from cityrel.model import (
    Article,
    Event,
    Evidence,
    Facts,
    Focus,
    Holding,
    Modality,
    Organisation,
    Person,
    Place,
    Quotation,
    Stage,
    TopicClaim,
)

DENPASAR = Place(
    "1645528", "Denpasar", "city", "ID", -8.65, 115.21667, labels=(("id", "Denpasar"), ("ja", "デンパサール"))
)
DARWIN = Place("2073124", "Darwin", "city", "AU", -12.46113, 130.84185, labels=(("id", "Darwin"),))
NANSHA = Place("8540821", "Nansha", "district", "CN", 22.80423, 113.5682)
JAKARTA = Place("1642911", "Jakarta", "province", "ID", -6.21462, 106.84513, "Q3630", (("id", "Jakarta"),))
MOSCOW = Place(
    "524901", "Moscow", "city", "RU", 55.75204, 37.61781, "Q649", (("id", "Moskwa"), ("ru", "Москва"))
)
SURABAYA = Place("1625822", "Surabaya", "city", "ID", -7.24917, 112.75083, labels=(("id", "Surabaya"),))
LIVERPOOL = Place("2644210", "Liverpool", "city", "GB", 53.41058, -2.97794, "Q24826")
BARCELONA = Place("3128760", "Barcelona", "city", "ES", 41.38879, 2.15899, "Q1492")
TEL_AVIV = Place("293397", "Tel Aviv", "city", "IL", 32.08088, 34.78057, "Q33935")
INDONESIA = Place("ID", "Indonesia", "country", "ID")

SENTENCE_ENDS = (". ", ".\n", "\n")


def evidence(article: Article, quote: str, rule: str = "sample", confidence: float = 0.9) -> Evidence:
    """Give the first place of a quote in an article, with the rest of its sentence around it."""
    text = article.text
    start = text.index(quote)
    end = start + len(quote)
    first = max(
        (text.rfind(mark, 0, start) + len(mark) for mark in SENTENCE_ENDS if mark in text[:start]), default=0
    )
    ends = [text.find(mark, end) + 1 for mark in SENTENCE_ENDS if mark in text[end:]]
    last = min(ends, default=len(text))
    return Evidence(start, end, quote, text[first:start], text[end:last].rstrip("\n"), rule, confidence)


def said(
    article: Article, speaker: Person | None, text: str, *, direct: bool = True, modality: Modality = "stated"
) -> Quotation:
    """Give a quotation that stands in an article word for word."""
    return Quotation(speaker, text, direct, modality, (evidence(article, text),))


def told(article: Article, a: Place, b: Place, stage: str, words: str) -> Stage:
    """Give a stated stage of a sister city without anything more; tests replace what they want otherwise."""
    return Stage(
        a=a,
        b=b,
        stage=stage,
        kind="sister_city",
        kind_as_written="sister city",
        date=None,
        modality="stated",
        instrument=None,
        focus=(),
        agents=(),
        facilitators=(),
        event=None,
        before=None,
        evidence=(evidence(article, words),),
    )


def in_office(
    article: Article, person: Person, role: str, of: Place | Organisation | None, title: str
) -> Holding:
    """Give a holding that its title evidences."""
    return Holding(person, title, role, of, None, None, (evidence(article, title),))


DENPASAR_DARWIN = Article(
    source="articles/denpasar-darwin.txt",
    language="id",
    headline="Denpasar Jajaki Sister City dengan Darwin",
    dateline="DENPASAR",
    byline="bs",
    text="""\
Denpasar Jajaki Sister City dengan Darwin
DENPASAR – Pemerintah Kota Denpasar menjajaki kerja sama dengan Kota Darwin, Australia. Sebelumnya Denpasar \
melakukan penjajakan dengan Nansha City, China. Penjajakan sister city itu dibahas dalam International \
Friendship City Track Sharing Session pada Jumat (20/11/2020).
Sesi virtual tersebut difasilitasi Bagian Kerjasama Setda Kota Denpasar. Walikota Darwin Kon Vatskalis hadir \
bersama Moh Hanifa dari Konsulat Indonesia di Darwin Bidang Ekonomi dan Cerry Cai selaku Manager \
International Business Relations. Denpasar diwakili Kabag Kerjasama Setda Kota Denpasar I Gusti Ayu Laxmy \
Saraswati, pimpinan OPD, dan para undangan.
Laxmy Saraswati menerangkan bahwa kedua kota membicarakan peluang di bidang budaya, pariwisata, dan ekonomi \
kreatif. “Dengan sister city ini kami ingin memberi manfaat bagi warga kedua kota,” katanya.
Ada empat fokus kerja sama, yakni potensi dan promosi pariwisata; ekonomi kreatif; SDM dan teknologi \
informasi; pertukaran budaya dan akses perdagangan bagi UMKM. Kerja sama Denpasar dan Darwin itu akan segera \
direalisasikan.
“Kami berharap sister city Denpasar dan Darwin dapat terwujud,” tutup Laxmy Saraswati. (bs)
""",
)

DIVISION = Organisation("Bagian Kerjasama Setda Kota Denpasar", DENPASAR)
CONSULATE = Organisation("Konsulat Indonesia di Darwin", DARWIN)
VATSKALIS = Person("Kon Vatskalis", home=DARWIN)
HANIFA = Person("Moh Hanifa", home=CONSULATE)
CAI = Person("Cerry Cai")
LAXMY = Person("I Gusti Ayu Laxmy Saraswati", ("Laxmy Saraswati",), DIVISION)


def denpasar_darwin() -> Facts:
    """Give talks of Denpasar with Darwin, earlier ones with Nansha, a plan and a hope; nothing is signed."""
    article = DENPASAR_DARWIN
    return Facts(
        article,
        stages=_denpasar_stages(article),
        holdings=_denpasar_holdings(article),
        events=(_sharing_session(article),),
        quotations=_denpasar_quotations(article),
        topics=tuple(
            TopicClaim(topic, (evidence(article, words),))
            for topic, words in (
                ("culture", "budaya"),
                ("tourism", "pariwisata"),
                ("creative_economy", "ekonomi kreatif"),
            )
        ),
    )


def _denpasar_stages(article: Article) -> tuple[Stage, ...]:
    return (
        replace(
            told(
                article,
                DENPASAR,
                NANSHA,
                "exploring",
                "Denpasar melakukan penjajakan dengan Nansha City, China",
            ),
            kind="cooperation",
            kind_as_written=None,
            agents=(DENPASAR,),
            before=1,
        ),
        replace(
            told(
                article, DENPASAR, DARWIN, "exploring", "menjajaki kerja sama dengan Kota Darwin, Australia"
            ),
            date="2020-11-20",
            focus=_denpasar_focus(article),
            agents=(DENPASAR,),
            facilitators=(DIVISION,),
            event=0,
            evidence=(
                evidence(article, "menjajaki kerja sama dengan Kota Darwin, Australia"),
                evidence(article, "Penjajakan sister city itu dibahas", rule="sample-kind", confidence=0.8),
            ),
        ),
        replace(
            told(article, DARWIN, DENPASAR, "active", "akan segera direalisasikan"),
            kind_as_written=None,
            modality="planned",
        ),
        replace(
            told(
                article, DENPASAR, DARWIN, "active", "berharap sister city Denpasar dan Darwin dapat terwujud"
            ),
            modality="hoped",
        ),
    )


def _denpasar_focus(article: Article) -> tuple[Focus, ...]:
    points = (
        ("potensi dan promosi pariwisata", ("tourism",)),
        ("ekonomi kreatif;", ("creative_economy",)),
        ("SDM dan teknologi informasi", ("human_resources", "technology")),
        ("pertukaran budaya dan akses perdagangan bagi UMKM", ("culture", "trade")),
    )
    return tuple(Focus(words.rstrip(";"), topics, (evidence(article, words),)) for words, topics in points)


def _denpasar_holdings(article: Article) -> tuple[Holding, ...]:
    holdings = (
        in_office(article, VATSKALIS, "mayor", DARWIN, "Walikota"),
        in_office(article, HANIFA, "consul", CONSULATE, "Bidang Ekonomi"),
        in_office(article, CAI, "manager", None, "Manager International Business Relations"),
        in_office(article, LAXMY, "head_of_division", DIVISION, "Kabag Kerjasama Setda Kota Denpasar"),
    )
    return tuple(replace(holding, attested_on="2020-11-20") for holding in holdings)


def _sharing_session(article: Article) -> Event:
    name = "International Friendship City Track Sharing Session"
    return Event(
        type="meeting",
        name=name,
        date="2020-11-20",
        place=None,
        virtual=True,
        facilitators=(DIVISION,),
        attendees=(VATSKALIS, HANIFA, CAI, LAXMY),
        evidence=(evidence(article, name),),
    )


def _denpasar_quotations(article: Article) -> tuple[Quotation, ...]:
    return (
        said(
            article,
            LAXMY,
            "kedua kota membicarakan peluang di bidang budaya, pariwisata, dan ekonomi kreatif",
            direct=False,
        ),
        said(article, LAXMY, "Dengan sister city ini kami ingin memberi manfaat bagi warga kedua kota,"),
        said(
            article, LAXMY, "Kami berharap sister city Denpasar dan Darwin dapat terwujud,", modality="hoped"
        ),
    )


def signed_tie() -> Facts:
    """Give Surabaya and Liverpool, signed on a day, with an MoU, an event and those who signed."""
    article = Article(
        source="articles/surabaya.jsonl:3",
        language="id",
        headline="Surabaya dan Liverpool Teken MoU",
        published="2018-03-20",
        publisher="Contoh Berita",
        url="https://news.example/surabaya-liverpool",
        text="""\
Surabaya dan Liverpool Teken MoU
Kota Surabaya dan Kota Liverpool, Inggris, menandatangani MoU sister city di Surabaya pada 19 Maret 2018. \
Naskahnya diteken Wali Kota Surabaya Tri Rismaharini dan Wali Kota Liverpool Joe Anderson. Kerja sama itu \
mencakup pengelolaan pelabuhan.
""",
    )
    risma, anderson = Person("Tri Rismaharini", home=SURABAYA), Person("Joe Anderson", home=LIVERPOOL)
    day = "2018-03-19"
    words = "menandatangani MoU sister city di Surabaya"
    harbour = Focus("pengelolaan pelabuhan", ("maritime",), (evidence(article, "pengelolaan pelabuhan"),))
    signed = told(article, SURABAYA, LIVERPOOL, "signed", words)
    signing = Event("signing", None, day, SURABAYA, False, (), (risma, anderson), (evidence(article, words),))
    return Facts(
        article,
        stages=(replace(signed, date=day, instrument="MoU", focus=(harbour,), event=0),),
        holdings=(
            replace(in_office(article, risma, "mayor", SURABAYA, "Wali Kota"), attested_on=day),
            replace(
                in_office(article, anderson, "mayor", LIVERPOOL, "Wali Kota"),
                attested_on=day,
                evidence=(evidence(article, "Wali Kota Liverpool"),),
            ),
        ),
        events=(signing,),
        topics=(TopicClaim("maritime", harbour.evidence),),
    )


def renewed_tie() -> Facts:
    """Give Jakarta, a province, and Moscow, renewed on a day and active since a year."""
    article = Article(
        source="articles/jakarta-moskow.txt",
        language="id",
        headline="Jakarta dan Moskwa Perpanjang Sister City",
        published="2017-08-04",
        text="""\
Jakarta dan Moskwa Perpanjang Sister City
DKI Jakarta dan Moskwa, Rusia, memperpanjang nota kesepahaman sister city pada 3 Agustus 2017. Keduanya \
menjalin sister city sejak 2006.
""",
    )
    renewed = told(article, JAKARTA, MOSCOW, "renewed", "memperpanjang nota kesepahaman sister city")
    active = told(article, JAKARTA, MOSCOW, "active", "menjalin sister city sejak 2006")
    return Facts(
        article,
        stages=(
            replace(renewed, date="2017-08-03", instrument="nota kesepahaman"),
            replace(active, date="2006", before=0),
        ),
    )


def ended_tie() -> Facts:
    """Give Barcelona and Tel Aviv: signed in a year, suspended in a month, ended on a day; a former mayor."""
    article = Article(
        source="articles/barcelona.html",
        language="en",
        headline="Barcelona breaks with Tel Aviv",
        published="2025-05-30",
        publisher="Example News",
        url="https://news.example/barcelona?a=1&b=2",
        text="""\
Barcelona breaks with Tel Aviv
The council of Barcelona ended its friendship agreement with Tel Aviv, Israel, on 30 May 2025. The two \
cities signed it in 1998. In February 2023 the former mayor Ada Colau had suspended the twinning.
""",
    )
    council = Organisation("council of Barcelona", BARCELONA)
    ended = told(article, BARCELONA, TEL_AVIV, "ended", "ended its friendship agreement with Tel Aviv")
    signed = told(article, TEL_AVIV, BARCELONA, "signed", "The two cities signed it in 1998")
    suspended = told(article, BARCELONA, TEL_AVIV, "suspended", "suspended the twinning")
    kind, written = "friendship_city", "friendship agreement"
    colau = Person("Ada Colau", home=BARCELONA)
    return Facts(
        article,
        stages=(
            replace(ended, kind=kind, kind_as_written=written, date="2025-05-30", agents=(council,)),
            replace(signed, kind=kind, kind_as_written=written, date="1998", before=2),
            replace(suspended, kind="twinning", kind_as_written="twinning", date="2023-02", before=0),
        ),
        holdings=(replace(in_office(article, colau, "mayor", BARCELONA, "mayor"), qualifier="former"),),
    )


def nothing_found() -> Facts:
    """Give an article in an unknown language that states nothing of ours."""
    return Facts(Article(source="-", text="Lorem ipsum dolor sit amet.", language="und"))


ALL: dict[str, Callable[[], Facts]] = {
    "denpasar-darwin": denpasar_darwin,
    "signed-tie": signed_tie,
    "renewed-tie": renewed_tie,
    "ended-tie": ended_tie,
    "nothing-found": nothing_found,
}
"""All samples by name."""
