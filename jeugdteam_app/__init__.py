"""Alles wat waar is zonder scherm: de kamers van het huis, van kern tot opdrachtregel."""

VERSIE = "0.1.0"
