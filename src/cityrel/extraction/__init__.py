"""From an article to the facts it states."""
