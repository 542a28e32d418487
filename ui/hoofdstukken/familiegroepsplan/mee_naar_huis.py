"""Het plan mee naar huis: als bestand van de familie weg, en ingevuld terug als hun verandering."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox

from jeugdteam_app.dossier.planvakken import Wat
from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.werk import planformulier as werk
from jeugdteam_app.werk.planformulier import Verandering
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.basis import Kaart, Melding, knop, leeg, links, tekst
from ui.bouwstenen.bestand import bewaar_document, open_bestand
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.schrijver import Schrijver

_REGELS = {
    Wat.ERBIJ: N_("Erbij: {regel}"),
    Wat.ANDERS: N_("Veranderd: {regel}"),
    Wat.WEG: N_("Stond er niet meer: {regel}. Haal het zelf weg als dat klopt."),
    Wat.KIND: N_("Over het kind zelf: {regel}. Dat staat niet in deze lijst."),
}


class MeeNaarHuis(Kaart):
    """Bewaren als formulier, en lezen wat de familie invulde voor iemand het overneemt."""

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self.schrijver = schrijver
        self.kolom.addWidget(tekst(_("Het plan mee naar huis"), "kop"))
        uitleg = _("De familie vult het in waar en wanneer zij wil. Komt het terug, dan ziet u eerst wat er anders is.")
        self.kolom.addWidget(tekst(uitleg, "zacht"))
        links(self.kolom, knop(_("Invulbaar plan bewaren (PDF)"), self._bewaar, "", "file-down"))
        links(self.kolom, knop(_("Ingevuld formulier lezen"), self._lees, "", "folder-open"))
        self._terug = kolom(None, "s")
        self.kolom.addLayout(self._terug)

    def _bewaar(self) -> None:
        maak = partial(werk.maak, self.schrijver.werkplek, self.schrijver.id)
        bewaar_document(self, self.schrijver, "ons-plan.pdf", maak)

    def _lees(self) -> None:
        pad = open_bestand(self, _("Welk formulier?"), _("PDF (*.pdf)"))
        if pad is None:
            return
        leeg(self._terug)
        try:
            gevonden = werk.bekijk(self.schrijver.werkplek, self.schrijver.id, pad)
        except Fout as fout:
            self._terug.addWidget(Melding("fout", zin(fout)))
            return
        erbij = werk.is_bijgeschreven(pad)
        if erbij:
            lees_zelf = _(
                "Er is ook iets bij geschreven of getekend buiten de vakken. Dat kan het programma niet overnemen. "
                "Open het bestand en lees het samen na."
            )
            self._terug.addWidget(Melding("let_op", lees_zelf))
        if not gevonden and not erbij:
            self._terug.addWidget(Melding("goed", _("In het formulier staat hetzelfde als hier.")))
        if gevonden:
            self._toon(gevonden)

    def _toon(self, gevonden: tuple[Verandering, ...]) -> None:
        """Per vraag wat er stond en wat de familie schreef; wat leeg terugkwam, staat niet vanzelf aan."""
        self._terug.addWidget(tekst(_("Dit vulde de familie anders in. Kies wat u overneemt."), "label"))
        vakjes: list[tuple[Verandering, QCheckBox]] = []
        for verandering in gevonden:
            vraag = verandering.vraag.partition("\n")[0]
            vakje = QCheckBox(vraag)
            vakje.setAccessibleName(_("{vraag} Overnemen").format(vraag=vraag))
            # Schreef er hier intussen ook iemand, dan kiest een mens bewust.
            kan = verandering.is_over_te_nemen
            bewust = verandering.ook_hier or verandering.twee_antwoorden
            vakje.setChecked(kan and bool(verandering.straks) and not bewust)
            vakje.setEnabled(kan)
            self._terug.addWidget(vakje)
            if verandering.geen_dag:
                zelf = _("Deze dag kunnen wij niet lezen. Vul hem zelf in het plan in, bijvoorbeeld als 3-4-2026.")
                self._terug.addWidget(Melding("let_op", zelf))
            if verandering.twee_antwoorden:
                twee = _("Hier staan twee antwoorden van twee mensen. Neemt u dit over, dan vervangt het ze allebei.")
                self._terug.addWidget(Melding("let_op", twee))
            elif verandering.ook_hier and verandering.nu:
                ook = _("Hier is sinds het formulier ook iets veranderd. Kijk goed welke woorden het moeten zijn.")
                self._terug.addWidget(Melding("let_op", ook))
            nu, straks = verandering.nu or _("leeg"), verandering.straks or _("leeg")
            self._terug.addWidget(tekst(_("Hier staat: {nu}").format(nu=nu), "zacht"))
            self._terug.addWidget(tekst(_("De familie schreef: {straks}").format(straks=straks)))
            for wat, regel in verandering.regels:
                self._terug.addWidget(tekst(_(_REGELS[wat]).format(regel=regel)))
            vakjes.append((verandering, vakje))
        links(self._terug, knop(_("Overnemen"), partial(self._neem_over, vakjes), "hoofd", "check"))

    def _neem_over(self, vakjes: list[tuple[Verandering, QCheckBox]]) -> None:
        gekozen = [verandering for verandering, vakje in vakjes if vakje.isChecked()]
        if not self.schrijver.doe(werk.neem_over, gekozen):
            return
        self.schrijver.meld_veranderd()
        self.schrijver.herbouwen.emit()
        self.schrijver.gelukt.emit(_("Wat de familie schreef, staat nu in het plan."))
