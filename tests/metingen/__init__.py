"""Metingen als verhoudingen: elk tegen iets kaals, om en om in dezelfde keer."""
