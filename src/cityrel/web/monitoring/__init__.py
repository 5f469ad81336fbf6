"""What those who run the service see of it: requests, queries and workers, and nothing of who asked what."""
