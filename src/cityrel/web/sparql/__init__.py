"""The query half of the SPARQL 1.1 Protocol: reading a request, choosing a format, answering."""
