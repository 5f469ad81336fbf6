"""Persons named in the article."""

from rdflib import URIRef

from cityrel.graph.draft import Draft
from cityrel.graph.literals import plain
from cityrel.model import Person
from cityrel.vocabulary import FOAF, RDF, SKOS, person_iri


def write(draft: Draft, person: Person) -> URIRef:
    """Write a person, and give the IRI.

    Two spellings that share an IRI are one person: the first is the name, the other another spelling of it.
    """
    iri = person_iri(person, draft.article)
    if draft.is_new(person):
        draft.add(iri, RDF.type, FOAF.Person)
        main = draft.main_name(iri, person.name)
        draft.add(iri, FOAF.name, plain(main))
        for name in (person.name, *person.other_names):
            if name != main:
                draft.add(iri, SKOS.altLabel, plain(name))
    return iri
