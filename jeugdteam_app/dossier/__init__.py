"""Het dossier: per hoofdstuk welke feiten er zijn en hoe ze uit het journaal gelezen worden.

De eenheid van de wet is het kind: elk kind heeft een eigen dossier. Wat kinderen in een gezin delen
(huishouden, netwerk, familiegroepsplan) staat in de stroom van het gezin.
"""
