"""Herbruikbare, toegankelijke onderdelen: velden, kaarten, meldingen, iconen en de stijl."""
