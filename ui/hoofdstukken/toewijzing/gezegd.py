"""Hoe een toewijzing op het scherm heet, en haar grens als som."""

from __future__ import annotations

from jeugdteam_app.dossier.toewijzing import Besluitsoort, Toewijzing
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.regels.feitzin import aantal
from jeugdteam_app.werk.toewijzen import Ontwerp


def wat(inhoud: Toewijzing) -> str:
    """Het product, met erbij wat voor besluit het is als dat geen gewone toekenning is."""
    soort = _(woord(inhoud.besluit))
    if not inhoud.geeft_hulp:
        return soort
    naam = _(inhoud.productnaam)
    return naam if inhoud.besluit is Besluitsoort.TOEKENNEN else f"{naam} ({soort})"


def som(ontwerp: Ontwerp) -> str:
    """De grens als som die iemand kan narekenen."""
    inhoud = ontwerp.inhoud
    maximum = inhoud.maximum
    delen = []
    if inhoud.periode:
        delen.append(_("Van {begin} tot en met {einde}.").format(
            begin=toon_datum(inhoud.periode.begin), einde=toon_datum(inhoud.periode.einde)))  # fmt: skip
    if maximum and inhoud.eenheid:
        totaal = aantal(maximum.totaal, inhoud.eenheid)
        if maximum.soort == "totaal":
            delen.append(_("Ten hoogste {totaal} in totaal.").format(totaal=totaal))
        else:
            formule = _("Ten hoogste {keer} {soort} × {volume} = {totaal}.")
            volume = aantal(maximum.volume, inhoud.eenheid)
            delen.append(formule.format(keer=maximum.aantal, soort=_(maximum.soort), volume=volume, totaal=totaal))
        if maximum.eigen_afleiding:
            delen.append(_("Deze telling is onze eigen afleiding uit de standaard."))
    if inhoud.maximumkosten:
        delen.append(
            _("Ten hoogste {bedrag}.").format(bedrag=inhoud.maximumkosten)
            + (f" ({inhoud.tariefbron})" if inhoud.tariefbron else "")
        )
    elif maximum and inhoud.tarief is not None:
        delen.append(_("Wat het kost is niet bekend: het tarief telt in iets anders dan deze toewijzing."))
    elif maximum:
        delen.append(_("Wat het kost is niet bekend: er is geen tarief bekend."))
    return " ".join(delen) or _("Is alles ingevuld, dan ziet u hier het maximum.")
