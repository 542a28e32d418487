"""Wat er bij de berichten aan de beurt is: klaarzetten, antwoord geven, en kijken of er iets terugkwam."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.lopend import Lopend, lopend, opvolger
from jeugdteam_app.dossier.post import (
    IN_ORDE,
    VAN_ONS,
    Berichtsoort,
    Post,
    Poststuk,
    Verzoek,
    Verzoekantwoord,
    verstuurde_antwoorden,
)
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.kern.bron import Bron
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.taal import N_
from jeugdteam_app.productenboek.profiel import Termijnsoort
from jeugdteam_app.regels.punt import AFSPRAAK, Plaatselijk, Punt
from jeugdteam_app.regels.termijnen import Einde, na_werkdagen

_PAS_GELEDEN = timedelta(days=14)
_ANTWOORD = Bron("iJw 3.2", "OP274: binnen vijf werkdagen antwoord op een verzoek van een aanbieder")
_ONDERZOCHT = Bron("iJw 3.2", "OP346: wat in onderzoek is, krijgt uiterlijk acht weken na het verzoek antwoord")


def van_berichten(dossier: Dossier, op: date, hier: Plaatselijk) -> Iterator[Punt]:
    """Wat er bij de berichten van en naar aanbieders open staat."""
    yield from _post(dossier)
    yield from _zonder_retour(dossier)
    yield from _onbekende_nummers(dossier)
    yield from _beantwoorde_verzoeken(dossier, op)
    yield from _klaar_te_zetten(dossier, hier)


def _klaar_te_zetten(dossier: Dossier, hier: Plaatselijk) -> Iterator[Punt]:
    for een, dag in _nog_te_sturen(dossier):
        einde, bron = _uiterlijk(dossier, een, dag, hier)
        wat, naam = N_("Zet het bericht aan de aanbieder klaar"), een.inhoud.productnaam
        yield Punt("bericht", einde.dag, wat, "overhandigen", bron, naam, verschoven=einde.verschoven)


def _uiterlijk(dossier: Dossier, een: Lopend, dag: date, hier: Plaatselijk) -> tuple[Einde, Bron]:
    """Wanneer het bericht weg moet zijn. Is het het antwoord op een verzoek, dan telt de termijn van dat verzoek."""
    onze = Bron("Onze keuze", "binnen vijf werkdagen na het besluit; anders weet de aanbieder het niet")
    dagen, bron = hier.termijn(Termijnsoort.BERICHT, 5, onze)
    gewoon = na_werkdagen(dag, dagen)
    verzoek = waarde(Verzoek(dossier.kind, een.vast.inhoud.verzoek).inhoud) if een.vast.inhoud.verzoek else None
    if verzoek is None:
        return gewoon, bron
    onderzocht = Verzoekantwoord.IN_ONDERZOEK in verstuurde_antwoorden(dossier.alle(Post), een.vast.inhoud.verzoek)
    van_hen = Einde(verzoek.dagtekening + timedelta(weeks=8)) if onderzocht else na_werkdagen(verzoek.dagtekening, 5)
    return min((gewoon, bron), (van_hen, _ONDERZOCHT if onderzocht else _ANTWOORD), key=lambda paar: paar[0].dag)


def _nog_te_sturen(dossier: Dossier) -> Iterator[tuple[Lopend, date]]:
    """Elke toewijzing waar de aanbieder nog geen bericht over kreeg, met de dag van het laatste besluit erover."""
    stukken = [(s, op) for p in dossier.alle(Post) if (s := waarde(p.inhoud)) and (op := waarde(p.op))]
    gegaan = [(s, op) for s, op in stukken if s.soort is Berichtsoort.TOEWIJZING]
    for een in lopend(dossier):
        nummer, veilig = waarde(een.item.nummer), not waarde(een.item.geen_bericht)
        if nummer is None or not een.inhoud.gaat_in_bericht or not veilig:
            continue
        if een.is_verwijderd and not any(nummer in s.nummers for s, _op in gegaan):
            # De aanbieder hoorde er nooit van; dan hoeft hij ook niet te horen dat het weg is.
            continue
        later = opvolger(dossier, een.item.sleutel)
        dag = max(een.vast.datum, later.datum) if later else een.vast.datum
        # De aanbieder gaat uit van het laatste bericht. Op dezelfde dag kan er daarna nog iets veranderd zijn: dan telt
        # wat erin stond, en niet de dag.
        laatste = max(((op, plek, s) for plek, (s, op) in enumerate(gegaan) if nummer in s.nummers), default=None,
                      key=lambda een_stuk: een_stuk[:2])  # fmt: skip
        if laatste is None or laatste[0] < dag or not _stond_zo(een, laatste[2]):
            yield een, dag


def _stond_zo(een: Lopend, stuk: Poststuk) -> bool:
    """Of deze toewijzing zo in het bericht stond; van een oud bericht weten we dat niet."""
    return not stuk.stond_erin or een.afdruk in stuk.stond_erin


def _post(dossier: Dossier) -> Iterator[Punt]:
    """Verzoeken van aanbieders die op antwoord wachten, en berichten van ons die zijn afgekeurd."""
    for verzoek in dossier.alle(Verzoek):
        inhoud, antwoord = waarde(verzoek.inhoud), waarde(verzoek.antwoord)
        # Gekozen is nog niet geantwoord: pas als het bericht klaarstaat, weet de aanbieder het.
        gegeven = verstuurde_antwoorden(dossier.alle(Post), verzoek.sleutel)
        if inhoud is None or antwoord is Verzoekantwoord.TOEGEWEZEN or Verzoekantwoord.AFGEWEZEN in gegeven:
            continue
        over = inhoud.referentie
        if Verzoekantwoord.IN_ONDERZOEK not in gegeven:
            bron = _ANTWOORD
            wat, (dag, later) = N_("Geef antwoord op het verzoek van de aanbieder"), na_werkdagen(inhoud.dagtekening, 5)
            wat = N_("Zet uw antwoord aan de aanbieder klaar") if antwoord else wat
            yield Punt("verzoek", dag, wat, "toewijzing", bron, over, verschoven=later)
        elif waarde(verzoek.om_woonplaats) is Antwoord.JA:
            bron = Bron("iJw 3.2", "OP359: over het woonplaatsbeginsel is er binnen twee weken duidelijkheid")
            wat = N_("Zeg de aanbieder welke gemeente verantwoordelijk is")
            yield Punt("onderzoek", inhoud.dagtekening + timedelta(weeks=2), wat, "toewijzing", bron, over)
        else:
            bron = _ONDERZOCHT
            dag = inhoud.dagtekening + timedelta(weeks=8)
            yield Punt("onderzoek", dag, N_("Rond het onderzoek naar het verzoek af"), "toewijzing", bron, over)
    for post in dossier.alle(Post):
        stuk, op = waarde(post.inhoud), waarde(post.op)
        if stuk and op and set(stuk.retourcodes) - IN_ORDE and waarde(post.hersteld_op) is None:
            bron = Bron("iJw 3.2", "JW302: het bericht is afgekeurd")
            wat = N_("Een bericht is afgekeurd. Kijk wat er mis is en zet het opnieuw klaar")
            yield Punt("afgekeurd", op, wat, "overhandigen", bron, ", ".join(sorted(set(stuk.retourcodes) - IN_ORDE)))


def _onbekende_nummers(dossier: Dossier) -> Iterator[Punt]:
    """Een begin of einde bij een toewijzing die hier niet is: komt zij er nog, dan telt het bericht alsnog."""
    hier = {waarde(t.nummer) for t in dossier.alle(Toegewezen)}
    for post in dossier.alle(Post):
        stuk, op = waarde(post.inhoud), waarde(post.op)
        if (
            stuk
            and op
            and waarde(post.hersteld_op) is None
            and (weg := sorted({v.nummer for v in stuk.verloop} - hier))
        ):
            wat = N_("Een aanbieder schreef over een toewijzing die hier niet staat. Vraag wie haar maakte")
            yield Punt("onbekend-nummer", op, wat, "overhandigen", AFSPRAAK, ", ".join(map(str, weg)))


def _vervangt(later: Poststuk, stuk: Poststuk) -> bool:
    """Of in een later bericht alles staat waar dit over ging."""
    if later.partij != stuk.partij:
        return False
    return set(later.nummers) >= set(stuk.nummers) if stuk.nummers else later.verzoek == stuk.verzoek


def _zonder_retour(dossier: Dossier) -> Iterator[Punt]:
    """Een bericht dat wij klaarzetten en waar na drie werkdagen nog niets over terug is."""
    stukken = [(p, stuk, op) for p in dossier.alle(Post) if (stuk := waarde(p.inhoud)) and (op := waarde(p.op))]
    terug = {(stuk.over, stuk.partij) for _p, stuk, _op in stukken}
    gegaan = [een for een in stukken if een[1].soort in VAN_ONS]
    for plek, (post, stuk, op) in enumerate(gegaan):
        # Over wat daarna opnieuw ging, is het antwoord op het nieuwe bericht genoeg.
        klaar = waarde(post.hersteld_op) or any(_vervangt(later, stuk) for _p, later, _op in gegaan[plek + 1 :])
        if (stuk.identificatie, stuk.partij) not in terug and not klaar:
            bron = Bron("iJw 3.2", "OP090: binnen drie werkdagen een retourbericht")
            wat = N_("Kijk of er een retourbericht is. Is het er niet, vraag dan de backoffice of het bericht aankwam")
            dag, later = na_werkdagen(op, 3)
            yield Punt("geen-retour", dag, wat, "overhandigen", bron, stuk.identificatie, verschoven=later)


def _beantwoorde_verzoeken(dossier: Dossier, op: date) -> Iterator[Punt]:
    """Wat de laatste twee weken is beantwoord, om te weten dat het klaar is."""
    te_sturen = {een.vast.inhoud.verzoek for een, _dag in _nog_te_sturen(dossier)}
    for verzoek in dossier.alle(Verzoek):
        inhoud, dag = waarde(verzoek.inhoud), waarde(verzoek.beantwoord_op)
        gegeven = verstuurde_antwoorden(dossier.alle(Post), verzoek.sleutel)
        # Pas als het bericht klaarstaat, weet de aanbieder van de toewijzing.
        toegewezen = waarde(verzoek.antwoord) is Verzoekantwoord.TOEGEWEZEN and verzoek.sleutel not in te_sturen
        klaar = toegewezen or Verzoekantwoord.AFGEWEZEN in gegeven
        if inhoud and klaar and dag and op - _PAS_GELEDEN <= dag <= op:
            wat = N_("Een verzoek van een aanbieder is beantwoord")
            yield Punt("beantwoord", dag, wat, "toewijzing", AFSPRAAK, inhoud.referentie, weten=True)
