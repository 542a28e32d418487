"""Het lege intakeformulier: de eerste blik op veiligheid en de negen punten van de vraagverheldering."""

from __future__ import annotations

from jeugdteam_app.documenten import invulblad
from jeugdteam_app.documenten.invulblad import Vraag

_VRAGEN = (
    Vraag("naam", "Hoe heet het kind?", 1.0),
    Vraag("geboren", "Wanneer is het kind geboren?", 1.0),
    Vraag("contact", "Wie vult dit in, en hoe bereiken we u?", 1.0),
    Vraag("taal", "Welke taal spreekt u thuis? Wilt u een tolk?", 1.0),
    Vraag("veilig", "Is het nu veilig voor het kind?", 1.8),
    Vraag("reden", "1. Waarom komt u bij ons?", 3.0),
    Vraag("zorgen", "2. Wat zijn de zorgen? Van wie zijn ze?", 3.0),
    Vraag("wanneer", "3. Wat gebeurt er, wanneer en waar?", 3.0),
    Vraag("netwerk", "4. Wie helpt er al? Wie kan er helpen?", 2.4),
    Vraag("conclusie", "5. Hoe erg vindt u het? Hoe snel is er hulp nodig?", 2.4),
    Vraag("verwacht", "6. Wat verwacht het kind? Wat verwacht u?", 3.0),
    Vraag("afspraken", "7. Wat spreken we af, en voor wanneer?", 2.4),
    Vraag("informeren", "8. Wie krijgt bericht van ons?", 1.8),
    Vraag("anderen", "9. Bij wie mogen wij informatie vragen?", 1.8),
)
_INLEIDING = "Vul in wat u wilt. Wat u niet wilt of niet weet, laat u leeg."


def maak() -> bytes:
    """Het formulier als PDF met invulvelden."""
    return invulblad.maak("Intakeformulier jeugdteam", _INLEIDING, _VRAGEN)
