"""De eerste vraag: op één scherm te beantwoorden, of het begin van meer."""

from __future__ import annotations

from collections.abc import Callable

from jeugdteam_app.dossier.aanmelding import Aanmelding, Uitkomst, Verwijzer
from jeugdteam_app.dossier.gezin import Gezin, Jeugdige
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import dubbel
from jeugdteam_app.werk.voortgang import Voortgang, voortgang
from jeugdteam_app.werk.werkplek import Werkplek
from ui.bouwstenen.basis import Melding, knop, leeg, links, tekst
from ui.bouwstenen.formulier import Hoofdstukblad, Veldenrij
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG


class Blad(Hoofdstukblad):
    """Wie belt, waarover, en hoe het verdergaat."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("Wie belt er en wat is de vraag? Kunt u meteen helpen, dan is dit blad genoeg.")
        super().__init__(schrijver, _("De eerste vraag"), uitleg)
        v = self.velden(_("Wie en wat"), Aanmelding.soort)
        v.datum(Aanmelding.datum, _("Op welke dag kwam de vraag?"))
        v.regel(Aanmelding.melder, _("Wie stelt de vraag?"), _("Bijvoorbeeld: moeder, of de mentor van school"))
        v.tekst(Aanmelding.korte_vraag, _("Wat is de vraag, in hun eigen woorden?"), regels=3)
        kind = Veldenrij(schrijver, v.indeling, Jeugdige.soort)
        kind.regel(Jeugdige.roepnaam, _("Roepnaam van het kind"), _("De naam waarmee het kind genoemd wil worden"))
        kind.regel(Jeugdige.voorvoegsel, _("Voorvoegsel"), _("Bijvoorbeeld: van der"), breedte=200)
        kind.regel(Jeugdige.achternaam, _("Achternaam van het kind"))
        kind.datum(Jeugdige.geboortedatum, _("Wanneer is het kind geboren?"), _("Weet u het nog niet? Laat het leeg."))
        Veldenrij(schrijver, v.indeling, Gezin.soort).regel(Gezin.naam, _("Hoe noemen we het gezin?"))
        hoe = self.velden(_("Hoe gaat het verder"), Aanmelding.soort)
        hoe.tekst(Aanmelding.antwoord, _("Wat hebt u geantwoord of afgesproken?"), regels=3)
        hoe.keuze(Aanmelding.uitkomst, _("Is de vraag hiermee klaar?"), tuple(Uitkomst))
        self._klaar = Melding("goed", _("Deze vraag is klaar. Er hoeft niets meer."))
        links(self._klaar.rechts, knop(_("Terug naar het overzicht"), schrijver.klaar.emit, "hoofd", "house"))
        self.kolom.addWidget(self._klaar)
        via = self.velden(_("Hoe kwam het gezin bij ons"), Aanmelding.soort, _("Alleen als u samen verdergaat."))
        via.keuze(Aanmelding.verwijzer, _("Wie stuurde het gezin naar ons?"), tuple(Verwijzer))
        self._wie = via.regel(Aanmelding.verwijzer_naam, _("Hoe heet die persoon of organisatie?"))
        doelen = _("Bijvoorbeeld bij een scheiding. De rechter wil meestal snel horen hoe het gaat.")
        self._van_rechter = (
            via.tekst(Aanmelding.rechter_doelen, _("Welke doelen gaf de rechter?"), doelen),
            via.datum(Aanmelding.rechter_bericht_op, _("Wanneer wil de rechter horen hoe het ging?")),
        )
        via.datum(
            Aanmelding.aanvraagdatum,
            _("Wanneer vroeg het gezin om hulp?"),
            _("Vanaf die dag hebben we acht weken om te besluiten (Awb 4:13)."),
        )
        op_tijd = _("Zeg het binnen die acht weken, en noem een dag die redelijk is (Awb 4:14).")
        self._uitstel = (
            via.datum(
                Aanmelding.uitstel_gemeld_op, _("Lukken acht weken niet? Wanneer zei u dat tegen het gezin?"), op_tijd
            ),
            via.datum(Aanmelding.uitstel_tot, _("Welke dag is toen genoemd voor het besluit?")),
        )
        self._dubbel = kolom(None, "s")
        self.kolom.insertLayout(2, self._dubbel)
        self._gezien: tuple[dubbel.Dubbel, ...] | None = None
        self.ververs()

    @property
    def _beantwoord(self) -> bool:
        return waarde(self.schrijver.dossier.een(Aanmelding).uitkomst) is Uitkomst.BEANTWOORD

    def _toon_dubbele(self) -> None:
        """Is er al een dossier van dit kind, dan staat dat bovenaan; iemand zegt of het zo is."""
        gevonden = dubbel.dubbele(self.schrijver.werkplek, self.schrijver.id)
        if gevonden == self._gezien:
            return
        self._gezien = gevonden
        leeg(self._dubbel)
        for een in gevonden:
            wie = " · ".join(filter(None, (een.naam, een.gezin))) or _("een dossier zonder naam")
            zin_ = _("Gekoppeld: {wie} is hetzelfde kind.") if een.gekoppeld else _("Is dit hetzelfde kind als {wie}?")
            melding = Melding("info" if een.gekoppeld else "let_op", zin_.format(wie=wie))
            if not een.gekoppeld:
                uitleg = _("Koppelen voegt niets samen. U ziet in allebei dat er nog een dossier is.")
                melding.rechts.addWidget(tekst(uitleg, "zacht"))
                self._knop(melding, _("Ja, koppelen"), dubbel.koppel, een.dossier)
            los = _("Koppeling losmaken") if een.gekoppeld else _("Nee, een ander kind")
            self._knop(melding, los, dubbel.maak_los, een.dossier)
            self._dubbel.addWidget(melding)

    def _knop(self, melding: Melding, opschrift: str, doe: Callable[[Werkplek, str, str], None], ander: str) -> None:
        def druk() -> None:
            if self.schrijver.doe(doe, ander):
                self.schrijver.meld_veranderd()
                self.titel.setFocus()

        links(melding.rechts, knop(opschrift, druk))

    def ververs(self) -> None:
        # Aan tafel is er maar één gezin.
        if not HUIDIG.aan_tafel:
            self._toon_dubbele()
        self._klaar.setVisible(voortgang(self.schrijver.dossier)["aanmelding"] is Voortgang.KLAAR and self._beantwoord)
        verwijzer = waarde(self.schrijver.dossier.een(Aanmelding).verwijzer)
        self._wie.setVisible(verwijzer not in (None, Verwijzer.ZELF))
        gevraagd = waarde(self.schrijver.dossier.een(Aanmelding).aanvraagdatum) is not None
        for dag in self._uitstel:
            dag.setVisible(gevraagd)
        for veld in self._van_rechter:
            veld.setVisible(verwijzer is Verwijzer.RECHTER)
