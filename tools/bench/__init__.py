"""Measures what people wait for against the least that does the same work; see `docs/speed.md`."""
