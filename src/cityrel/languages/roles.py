"""What a pack says about offices (`roles.toml`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cityrel.languages.ties import Phrases


@dataclass(frozen=True)
class Roles:
    """Titles by role, as phrases (`languages.phrases`), and the words around them.

    `titles` are whole; `units` go on over the name of a unit or a field ("Kepala Dinas Perhubungan"), and
    where they don't, they are titles like the others. `plurals` are titles of several persons.
    `deputies.words` stand for the deputy of the office named before ("wakilnya"), and `deputy_roles` says
    which role that is; `counterparts.words` stand for the same office elsewhere. `qualifiers` stand before
    a title and `afterwards` behind it; a
    "candidate" holds no office, nor does the wife of one who does.

    `links.name` lead from a title to its name, `links.title` from a name to its title, `links.past` of these
    to a past one; `links.between` may stand between the two. `links.and` join titles or names, `links.joint`
    of these two offices of one person,
    `links.double` two titles of one person. `links.tail` lead from a title to the place or body it belongs
    to (those also in `links.host`, to where its holder is posted), `links.of` and `links.for` from a name to
    its place, and `links.side` behind a name say which side it is of. `links.where` stand before places in
    general, `links.nickname` lead to another name of the person before, and `links.pronoun` before a title
    or `links.that` behind it refer to that person.

    Roles in `local` belong to the home of an article where nothing else is named, those in `state` to a
    country, for which `own_state` are short names where it is the home country. Roles in `styles` are mere
    styles beside another office. `bodies` are words in the names of bodies by their kind, and `body_roles`
    says what a role is in one of that kind (a chair of a council). The words of `referring` before a title
    ("its mayor"), or `referring_ending` behind it ("wali kotanya"), refer to a place named before.
    `compounds` are titles only behind the name of a unit, a level or a body ("tourism chief"). Titles in
    `tongues` are those of some countries only, by their codes with blanks between, and those in `regional`
    belong to a state or province though their role is national ("chief minister"); behind those in `placed`
    a place hardly ever fails, though no gazetteer has it ("camat"). `place_before` says that
    a place may stand before the title ("Darwin mayor").

    `context` tells sides apart: `context.group` are words for a group of people, `context.led` stand before
    its head and `context.leads` behind him or her, `context.including` before its members;
    `context.beside` may stand between two of one side, `context.company` bring in those with the person
    named before ("with him"); `context.received` stand before those who receive a group,
    `context.receives` behind them, and `context.sent` between a place and the one it sends;
    `context.stands` stand between a person and the place he or she acts for or comes from;
    `context.their` before a title refer to a group, `context.there` behind one to a place named before,
    and `context.latter` to the last of two.
    """

    titles: Phrases = field(default_factory=dict)
    units: Phrases = field(default_factory=dict)
    plurals: Phrases = field(default_factory=dict)
    deputies: Phrases = field(default_factory=dict)
    counterparts: Phrases = field(default_factory=dict)
    deputy_roles: Mapping[str, str] = field(default_factory=dict)
    compounds: Phrases = field(default_factory=dict)
    qualifiers: Phrases = field(default_factory=dict)
    afterwards: Phrases = field(default_factory=dict)
    links: Phrases = field(default_factory=dict)
    bodies: Phrases = field(default_factory=dict)
    body_roles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    referring: tuple[str, ...] = ()
    referring_ending: str = ""
    styles: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    own_state: tuple[str, ...] = ()
    place_before: bool = False
    context: Phrases = field(default_factory=dict)
    tongues: Phrases = field(default_factory=dict)
    regional: tuple[str, ...] = ()
    placed: tuple[str, ...] = ()
