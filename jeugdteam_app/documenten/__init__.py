"""De documenten op papier: het besluit, het plan van de familie, en het lege intakeformulier."""
