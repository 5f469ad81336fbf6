"""The API without a server: for a process that asks itself."""

from flask import Flask

from cityrel.web import api, formatting, problems
from cityrel.web.site import EXTENSION, Site
from cityrel.web.views import Views


def app_of(views: Views) -> Flask:
    """Give an application that answers the API from these views, and nothing else."""
    app = Flask("cityrel.web")
    app.extensions[EXTENSION] = Site(views, views.pool)
    for module in (formatting, problems, api):
        module.register(app)
    return app
