"""An RDF file, gzipped or not, as one graph."""

import gzip
from pathlib import Path

from rdflib import Dataset, Graph

from cityrel.errors import ReadError

FORMATS = {
    ".ttl": "turtle",
    ".nt": "nt",
    ".nq": "nquads",
    ".trig": "trig",
    ".jsonld": "json-ld",
    ".rdf": "xml",
}


def load(path: Path) -> Graph:
    """Read a file into a graph, the graphs of a dataset into one.

    Raises ReadError where the file cannot be read, has an unknown ending or is not RDF.
    """
    plain = path.with_suffix("") if path.suffix == ".gz" else path
    form = FORMATS.get(plain.suffix)
    if form is None:
        raise ReadError(str(path), f"no RDF format has this ending; known are {', '.join(FORMATS)}")
    dataset = Dataset(default_union=True)
    try:
        dataset.parse(data=_text(path), format=form)
    except OSError as error:
        raise ReadError(str(path), error.strerror or str(error)) from error
    except Exception as error:  # rdflib's parsers have no common error
        raise ReadError(str(path), f"not {form}: {' '.join(str(error).split())[:200]}") from error
    return _merged(dataset)


def _text(path: Path) -> str:
    content = path.read_bytes()
    return (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")


def _merged(dataset: Dataset) -> Graph:
    graph = Graph()
    for subject, predicate, value, _ in dataset.quads():
        graph.add((subject, predicate, value))
    return graph
