"""Een verzoek van een aanbieder: wat hij vraagt, en het antwoord."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.post import Afwijsreden, Gevraagd, Verzoek, Verzoekantwoord, Verzoekinhoud
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.geld import Geld
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.regels.feitzin import aantal
from jeugdteam_app.werk import verzoeken
from ui.bouwstenen.basis import Kaart, Melding, knop, links, tekst
from ui.bouwstenen.bestand import bewaar_via
from ui.bouwstenen.formulier import Veldenrij
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.velden import Veldvorm

# Waarom een aanbieder iets wil veranderen (iJw RedenVerzoek).
_REDENEN = {
    "1": N_("De reden: de situatie van het kind is veranderd."),
    "2": N_("De reden: het plan voor de hulp is veranderd."),
}


class Verzoekkaart(Kaart):
    """Eén verzoek. Inwilligen is een gewoon ontwerp; afwijzen of onderzoeken gaat met een kort antwoord."""

    def __init__(
        self, schrijver: Schrijver, verzoek: Verzoek, inhoud: Verzoekinhoud, begin: Callable[[Callable[[], str]], None]
    ) -> None:
        super().__init__()
        self._schrijver, self._sleutel, self._begin = schrijver, verzoek.sleutel, begin
        self._reden: Veldvorm | None = None
        self._woonplaats: Veldvorm | None = None
        self._gemeente: Veldvorm | None = None
        self._knoppen: list[QPushButton] = []
        self._beantwoord = Melding("goed", "")
        kop = _("Een aanbieder vraagt iets (kenmerk {kenmerk})").format(kenmerk=inhoud.referentie)
        self.setAccessibleName(kop)
        self.kolom.addWidget(tekst(kop, "kop"))
        self.kolom.addWidget(tekst(_("Gevraagd op {dag}.").format(dag=toon_datum(inhoud.dagtekening)), "zacht"))
        open_ = lopend.nog_te_beslissen(schrijver.dossier, verzoek)
        deels = lopend.is_deels_toegewezen(schrijver.dossier, verzoek)
        geen = waarde(verzoek.niet_toegewezen) or ()
        for plaats, product in enumerate(inhoud.producten):
            self.kolom.addWidget(tekst(in_woorden(product)))
            if plaats not in open_ and not product.ongewijzigd:
                zin_ = _("Hiervoor komt geen toewijzing.") if plaats in geen else _("Hierover is een besluit genomen.")
                self.kolom.addWidget(tekst(zin_, "zacht"))
            elif plaats in open_:
                self._knoppen.append(self._knop(plaats, product))
                if deels:
                    weg = knop(_("Voor dit deel komt geen toewijzing"), partial(self._niet_toe, plaats), "stil", "x")
                    links(self.kolom, weg)
        for regel in _over_het_verzoek(inhoud):
            self.kolom.addWidget(tekst(regel, "zacht"))
        if inhoud.commentaar:
            self.kolom.addWidget(tekst(_("De aanbieder schrijft: {tekst}").format(tekst=inhoud.commentaar)))
        self.kolom.addWidget(self._beantwoord)
        if waarde(verzoek.antwoord) is not Verzoekantwoord.TOEGEWEZEN and not deels:
            self._antwoord()
        self.ververs()

    def ververs(self) -> None:
        """Laat alleen zien wat bij het gekozen antwoord hoort."""
        van = Verzoek(self._schrijver.dossier.kind, self._sleutel)
        op, antwoord = waarde(van.beantwoord_op), waarde(van.antwoord)
        afgewezen = antwoord is Verzoekantwoord.AFGEWEZEN
        self._beantwoord.setVisible(op is not None and antwoord is not None)
        if op and antwoord:
            zin = _("Beantwoord op {dag}: {antwoord}.").format(dag=toon_datum(op), antwoord=_(woord(antwoord)))
            self._beantwoord.zeg(zin)
        for gemaakt in self._knoppen:
            gemaakt.setVisible(not (op and afgewezen))
        if self._reden is None or self._gemeente is None:
            return
        self._reden.setVisible(afgewezen)
        if self._woonplaats is not None:
            self._woonplaats.setVisible(antwoord is Verzoekantwoord.IN_ONDERZOEK)
        woonplaats = waarde(van.afwijsreden) is Afwijsreden.WOONPLAATSBEGINSEL
        self._gemeente.setVisible(afgewezen and woonplaats)

    def _knop(self, plaats: int, product: Gevraagd) -> QPushButton:
        opschrift = (
            _("Toewijzing {nummer} wijzigen").format(nummer=product.nummer)
            if product.nummer is not None
            else _("Toewijzing maken voor dit verzoek")
        )
        s = self._schrijver
        maak = partial(verzoeken.begin_toewijzing, s.werkplek, s.id, self._sleutel, plaats)
        gemaakt = knop(opschrift, partial(self._begin, maak), "", "plus")
        links(self.kolom, gemaakt)
        return gemaakt

    def _niet_toe(self, plaats: int) -> None:
        if self._schrijver.doe(verzoeken.wijs_deel_niet_toe, self._sleutel, plaats):
            self._schrijver.meld_veranderd()

    def _antwoord(self) -> None:
        v = Veldenrij(self._schrijver, self.kolom, self._sleutel)
        uitleg = _("Binnen vijf werkdagen. In onderzoek mag ook; dan volgt het antwoord binnen acht weken.")
        keuzes = (Verzoekantwoord.AFGEWEZEN, Verzoekantwoord.IN_ONDERZOEK)
        v.keuze(Verzoek.antwoord, _("Of is het antwoord anders?"), keuzes, uitleg)
        om = _("Gaat het onderzoek over de vraag welke gemeente verantwoordelijk is?")
        self._woonplaats = v.keuze(
            Verzoek.om_woonplaats, om, tuple(Antwoord), _("Dan is het antwoord er binnen twee weken na het verzoek.")
        )
        self._reden = v.keuze(Verzoek.afwijsreden, _("Waarom wijst u het verzoek af?"), tuple(Afwijsreden))
        wie = _("Welke gemeente is wel verantwoordelijk? (vier cijfers)")
        self._gemeente = v.regel(Verzoek.gemeente, wie, breedte=160)
        zet_klaar = partial(verzoeken.zet_antwoord_klaar, self._schrijver.werkplek, self._schrijver.id, self._sleutel)
        bewaar = partial(bewaar_via, self, self._schrijver, "antwoord.xml", zet_klaar)
        links(self.kolom, knop(_("Antwoord klaarzetten (JW319)"), bewaar, "", "file-down"))


def _over_het_verzoek(inhoud: Verzoekinhoud) -> list[str]:
    """Wie verwees, op welk besluit de aanbieder zich beroept, en wat hij al weet."""
    wie = ", ".join(filter(None, (inhoud.verwijzer_naam, inhoud.verwijzer_agb)))
    regels = [_("Verwezen door: {wie}.").format(wie=wie)] if wie else []
    if inhoud.beschikking:
        regels.append(_("Volgens de aanbieder hoort dit bij besluit {nummer}.").format(nummer=inhoud.beschikking))
    if inhoud.raamcontract is False:
        regels.append(_("Volgens de aanbieder is er voor deze hulp geen raamcontract."))
    if inhoud.gezagsdrager_bekend:
        regels.append(_("De aanbieder weet al wie het gezag heeft."))
    if inhoud.reden in _REDENEN:
        regels.append(_(_REDENEN[inhoud.reden]))
    return regels


def in_woorden(product: Gevraagd) -> str:
    """Wat de aanbieder vraagt, als één regel."""
    if product.ongewijzigd:
        return _("Toewijzing {nummer} blijft zoals zij is.").format(nummer=product.nummer)
    wat = product.code or product.categorie or _("niet genoemd")
    delen = [_("Product {wat}.").format(wat=wat)] if product.nummer is None else []
    if product.nummer is not None:
        delen.append(_("Over toewijzing {nummer}.").format(nummer=product.nummer))
    if product.volume is not None and product.eenheid and product.frequentie:
        hoeveel = f"{aantal(product.volume, product.eenheid)} {_(woord(product.frequentie))}"
        delen.append(_("Gevraagd: {hoeveel}.").format(hoeveel=hoeveel))
    if product.budget is not None:
        delen.append(_("Gevraagd: {hoeveel}.").format(hoeveel=Geld(product.budget)))
    if product.begin:
        delen.append(_("Vanaf {dag}.").format(dag=toon_datum(product.begin)))
    if product.einde:
        delen.append(_("Tot en met {dag}.").format(dag=toon_datum(product.einde)))
    return " ".join(delen)
