"""De hoofdstukken van het dossier. Elk staat op zichzelf; ze kennen elkaar niet."""
