"""The routes: one blueprint a file."""

from flask import Flask

from cityrel.web.pages import (
    articles,
    concepts,
    examples,
    graphs,
    health,
    home,
    offices,
    ontology,
    organisations,
    partnerships,
    persons,
    places,
    search,
    sparql,
    terms,
)

BLUEPRINTS = tuple(
    module.blueprint
    for module in (
        home,
        partnerships,
        places,
        persons,
        organisations,
        offices,
        articles,
        graphs,
        ontology,
        concepts,
        examples,
        search,
        sparql,
        terms,
        health,
    )
)


def register(app: Flask) -> None:
    """Give the application its routes."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
