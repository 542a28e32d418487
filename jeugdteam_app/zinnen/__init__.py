"""De zin bij elke code: wat er aan de hand is en wat u kunt doen. Scherm en opdrachtregel gebruiken dezelfde."""
