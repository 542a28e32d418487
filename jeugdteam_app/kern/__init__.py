"""Waarden die niet fout kunnen zijn: bsn, geld, periode, omvang, klok, bron en de fouten zelf."""
