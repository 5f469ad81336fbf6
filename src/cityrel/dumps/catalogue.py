"""A description of the dumps for machines: DCAT 3 for the files, VoID for what they hold.

No time of day goes into it: the same articles give the same description.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef

from cityrel.dumps.files import sha256
from cityrel.dumps.format import Format
from cityrel.vocabulary import BASE, CR, DCTERMS, ONTOLOGY, PREFIXES

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
VOID = Namespace("http://rdfs.org/ns/void#")
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"

DATASET = URIRef(f"{BASE}dumps/")
LICENCE = URIRef("https://creativecommons.org/licenses/by/4.0/")
TITLES = {
    "en": "cityrel: partnerships of cities, as the news tells them",
    "id": "cityrel: kemitraan antarkota menurut berita",
}
DESCRIPTION = (
    "Stages of partnerships, offices, events and quotations of city diplomacy, each with the words of the "
    "article that state it."
)
RIGHTS = (
    "The statements are licensed under CC BY 4.0. Names and coordinates of places come from GeoNames "
    "(https://www.geonames.org/), licensed under CC BY 4.0. Headlines and quotations belong to the "
    "publishers of the articles and are quoted as evidence."
)

Statement = tuple[URIRef, URIRef, URIRef | Literal]


def describe(files: Mapping[Path, Format], triples: int, classes: Mapping[str, int]) -> str:
    """Describe the files in Turtle: `triples` in the union of all graphs, things by class."""
    graph = Graph()
    for prefix, namespace in {**PREFIXES, "dcat": DCAT, "spdx": SPDX, "void": VOID}.items():
        graph.bind(prefix, namespace)
    for statement in (*_dataset(triples), *_classes(classes), *_distributions(files)):
        graph.add(statement)
    return graph.serialize(format="turtle")


def _dataset(triples: int) -> Iterator[Statement]:
    yield DATASET, RDF.type, DCAT.Dataset
    yield DATASET, RDF.type, VOID.Dataset
    for language, title in TITLES.items():
        yield DATASET, DCTERMS.title, Literal(title, language)
    yield DATASET, DCTERMS.description, Literal(DESCRIPTION, "en")
    yield DATASET, DCTERMS.license, LICENCE
    yield DATASET, DCTERMS.rights, Literal(RIGHTS, "en")
    yield DATASET, DCTERMS.source, URIRef("https://www.geonames.org/")
    yield DATASET, DCTERMS.conformsTo, ONTOLOGY
    yield DATASET, VOID.vocabulary, URIRef(str(CR))
    yield DATASET, VOID.uriSpace, Literal(BASE)
    yield DATASET, VOID.triples, Literal(triples)


def _classes(classes: Mapping[str, int]) -> Iterator[Statement]:
    for iri, count in sorted(classes.items()):
        part = URIRef(f"{DATASET}#{iri.rpartition('#')[2]}")
        yield DATASET, VOID.classPartition, part
        yield part, VOID["class"], URIRef(iri)
        yield part, VOID.entities, Literal(count)


def _distributions(files: Mapping[Path, Format]) -> Iterator[Statement]:
    for path, form in sorted(files.items()):
        file, checksum = URIRef(f"{DATASET}{path.name}"), URIRef(f"{DATASET}{path.name}#sha256")
        yield DATASET, DCAT.distribution, file
        yield DATASET, VOID.dataDump, file
        yield file, RDF.type, DCAT.Distribution
        yield file, DCAT.downloadURL, file
        yield file, DCAT.mediaType, URIRef(f"{MEDIA_TYPES}{form.media_type}")
        yield file, DCAT.compressFormat, URIRef(f"{MEDIA_TYPES}application/gzip")
        yield file, DCAT.byteSize, Literal(path.stat().st_size, datatype=XSD.nonNegativeInteger)
        yield file, SPDX.checksum, checksum
        yield checksum, RDF.type, SPDX.Checksum
        yield checksum, SPDX.algorithm, SPDX.checksumAlgorithm_sha256
        yield checksum, SPDX.checksumValue, Literal(sha256(path), datatype=XSD.hexBinary)
