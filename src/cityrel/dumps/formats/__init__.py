"""The formats of the dumps, one module each; a new module is a new format."""

import importlib
import pkgutil

from cityrel.dumps.format import Format


def known() -> dict[str, Format]:
    """Give every format by its name, in the order of the names."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return {module.FORMAT.name: module.FORMAT for module in modules}
