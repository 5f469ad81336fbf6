"""The gate before the store: an article's graph keeps the rules in `shapes/`, or says which it breaks."""

from cityrel.validation.gate import shapes, validate, validate_file
from cityrel.validation.report import Finding, Report

__all__ = ["Finding", "Report", "shapes", "validate", "validate_file"]
