"""De kansencirkel: van het kind zelf. Nu en gewenst, op verschillende dagen, zonder cijfers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QWidget

from jeugdteam_app.dossier.kansencirkel import WAT_HET_IS, Element, Kansencirkel, Vak, hoe_vol, op_volgorde
from jeugdteam_app.dossier.schets import Schets
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Bekend, Conflict, Onbekend, alle_waarden, waarde
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import schrijven
from ui.bouwstenen.afscherming import Afschermer, is_af_te_schermen, zet_oog
from ui.bouwstenen.basis import Kaart, knop, leeg, links, tekst
from ui.bouwstenen.formulier import Hoofdstukblad, Veldenrij
from ui.bouwstenen.indeling import Doorlooprij, kolom
from ui.bouwstenen.invoer import Keuzelijst, label_bij
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.stijl import HUIDIG
from ui.bouwstenen.tekening import Tekening
from ui.bouwstenen.weghaalvraag import weghaalvraag
from ui.tekeningen.kansencirkel import Wiel, in_woorden


class Blad(Hoofdstukblad):
    """Het wiel, met een woord per vak."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("Kleur zelf: hoe vol is dit voor jou? Er is geen goed of fout, en niemand telt het op.")
        super().__init__(schrijver, _("Kansencirkel"), uitleg)
        self._erbij = knop(_("Nieuwe cirkel"), self._nieuw, "hoofd", "plus")
        self._kaart = Kaart()
        # Aan tafel staat het wiel bovenaan: dat is wat het kind ziet.
        if HUIDIG.aan_tafel:
            self.kolom.addWidget(self._kaart)
            links(self.kolom, self._erbij)
        else:
            links(self.kolom, self._erbij)
            self.kolom.addWidget(self._kaart)
        self._dag, self._naast = Keuzelijst(), Keuzelijst()
        self._kies_stand()
        self._wiel = Wiel()
        self._kaart.kolom.addWidget(self._wiel)
        self._wat_het_is = tekst("")
        self._kaart.kolom.addWidget(self._wat_het_is)
        hulp = _(
            "Klik of tik in een vak: hoe verder naar buiten, hoe voller. Of met de pijltjes: opzij naar een ander vak, "
            "omhoog voller, omlaag leger. Twee keer tikken in het midden, of Delete: niet besproken."
        )
        self._kaart.kolom.addWidget(tekst(hulp, "zacht"))
        self._legenda = tekst("", "zacht")
        self._kaart.kolom.addWidget(self._legenda)
        self._kies_dag()
        self._woorden = kolom(None, "s")
        self._kaart.kolom.addLayout(self._woorden)
        self._regels: dict[Element, QLabel] = {}
        self._wiel.gekozen.connect(self._kleur)
        self._wiel.bezocht.connect(lambda _element: self._leg_vak_uit())
        self._dag.activated.connect(lambda: self._kies_andere_dag())
        self._naast.activated.connect(lambda: self._toon_cirkel())
        self._staat_er = ""
        self.ververs()

    def _kies_dag(self) -> None:
        for lijst, opschrift in ((self._dag, _("Van welke dag?")), (self._naast, _("Leg er een andere dag overheen"))):
            self._kaart.kolom.addWidget(label_bij(lijst, opschrift))
            self._kaart.kolom.addWidget(lijst)

    def _kies_stand(self) -> None:
        vak = QWidget()
        rij = Doorlooprij(vak)
        self._stand = QButtonGroup(self)
        for nummer, opschrift in enumerate((_("Zo is het nu"), _("Zo zou ik het willen"))):
            rondje = QRadioButton(opschrift)
            rondje.setAccessibleName(_("Wat kleur je? {wat}").format(wat=opschrift))
            self._stand.addButton(rondje, nummer)
            rij.addWidget(rondje)
        self._stand.button(0).setChecked(True)
        self._stand.idClicked.connect(lambda _nummer: self._toon_stand())
        self._kaart.kolom.addWidget(vak)

    @property
    def _gewenst(self) -> bool:
        return self._stand.checkedId() == 1

    def _deel(self, naam: str) -> str:
        """Het deel van een vak waar nu over gepraat wordt: zoals het is, of zoals het kind het wil."""
        return f"{naam}_gewenst" if self._gewenst else naam

    def _nieuw(self) -> None:
        s = self.schrijver
        self.verzegel()
        er_was = {c.sleutel for c in self._cirkels()}
        if not s.doe(schrijven.voeg_toe, Kansencirkel, {Kansencirkel.datum: s.werkplek.vandaag}):
            return
        s.meld_veranderd()
        self._vul_lijsten(next(c.sleutel for c in self._cirkels() if c.sleutel not in er_was))
        self._toon_cirkel()
        self._wiel.setFocus(Qt.FocusReason.TabFocusReason)

    def _kies_andere_dag(self) -> None:
        self.verzegel()
        self._vul_lijsten(self._dag.currentData() or "")
        self._toon_cirkel()

    def _leg_vak_uit(self) -> None:
        hier = self._wiel.hier
        self._wat_het_is.setText(f"{_(woord(hier))}: {_(WAT_HET_IS[hier])}")

    def _kleur(self, element: str, vulling: object) -> None:
        deel = "gewenst" if self._gewenst else "nu"
        band = Band(self._staat_er, Kansencirkel.veld(Element(element)), deel)
        self.schrijver.schrijf(band, Onbekend() if vulling is None else Bekend(vulling))
        self._toon_cirkel()

    def ververs(self) -> None:
        self._vul_lijsten(self._staat_er)
        self._toon_cirkel()

    def _cirkels(self) -> tuple[Kansencirkel, ...]:
        return op_volgorde(self.schrijver.dossier.alle(Kansencirkel))

    def _vul_lijsten(self, gekozen: str) -> None:
        """De dagen, de laatste voorop."""
        naast = self._naast.currentData()
        dagen = [(self._noem(c, n), c.sleutel) for n, c in enumerate(self._cirkels(), 1)][::-1]
        # Een dag over zichzelf heen leggen zegt niets.
        te_kiezen = ((self._dag, dagen, gekozen), (self._naast, [(_("geen"), ""), *dagen], naast))
        for lijst, keuzes, keuze in te_kiezen:
            lijst.clear()
            for opschrift, sleutel in keuzes:
                if lijst is self._dag or sleutel != gekozen:
                    lijst.addItem(opschrift, sleutel)
            lijst.setCurrentIndex(max(0, lijst.findData(keuze or "")))
        self._kaart.setVisible(bool(dagen))

    @staticmethod
    def _noem(cirkel: Kansencirkel, nummer: int) -> str:
        dag = waarde(cirkel.datum)
        wanneer = toon_datum(dag) if dag else _("dag niet bekend")
        return _("Cirkel {nummer}, {dag}").format(nummer=nummer, dag=wanneer)

    def _antwoorden(self, sleutel: str) -> dict[Element, tuple[Vak, ...]]:
        """Wat er bij elk element staat; schreven twee mensen iets anders, dan allebei. Leeg zonder cirkel."""
        cirkel = next((c for c in self._cirkels() if c.sleutel == sleutel), None)
        return {e: alle_waarden(getattr(cirkel, e.value)) or (Vak(),) for e in Element} if cirkel else {}

    def _toon_cirkel(self) -> None:
        sleutel = self._dag.currentData() or ""
        hier, toen = self._antwoorden(sleutel), self._antwoorden(self._naast.currentData() or "")
        if not hier:
            return
        # Eén vak kan maar één ding laten zien: bij twee antwoorden is het leeg, en staan ze eronder in woorden.
        vakken, andere = ({e: v[0] if len(v) == 1 else Vak() for e, v in dag.items()} for dag in (hier, toen))
        woorden = {e: " / ".join(in_woorden(e, vak) for vak in hier[e]) for e in Element}
        self._wiel.toon(vakken, andere or None, gewenst=self._gewenst, woorden=woorden)
        self._leg_vak_uit()
        legenda = _("Gekleurd: zo is het nu. Streepjes: zo zou ik het willen.")
        if self._gewenst:
            legenda = _("Gekleurd: zo zou ik het willen. Zwarte rand: zo is het nu.")
        if andere:
            legenda += " " + _("Stippels: de andere dag, nu. Streep en stip: de andere dag, gewenst.")
        self._legenda.setText(legenda)
        if sleutel != self._staat_er:
            self._staat_er = sleutel
            self._zet_woorden()
        for element, regel in self._regels.items():
            zin = woorden[element]
            if toen:
                nu, wens = (
                    " / ".join(dict.fromkeys(hoe_vol(getattr(vak, deel), _) for vak in toen[element]))
                    for deel in ("nu", "gewenst")
                )
                zin = f"{zin}. " + _("Op de andere dag: nu {nu}, gewenst {gewenst}.").format(nu=nu, gewenst=wens)
            regel.setText(zin)

    def _toon_stand(self) -> None:
        """Nu en gewenst hebben elk hun eigen woord en tekening; wat nog niet klopt, blijft half getypt staan."""
        self.verzegel()
        self._zet_woorden()
        self._toon_cirkel()

    def _zet_woorden(self) -> None:
        """Onder het wiel hetzelfde in woorden, met een woord van het kind zelf erbij."""
        leeg(self._woorden)
        self._regels = {}
        # Een cirkel van papier kan van een andere dag zijn, en een vergissing mag weg.
        v = Veldenrij(self.schrijver, self._woorden, self._staat_er)
        v.datum(Kansencirkel.datum, _("Wanneer is deze cirkel gemaakt?"))
        if vraag := weghaalvraag(self.schrijver, Kansencirkel, self._staat_er, self._opnieuw):
            self._woorden.addWidget(vraag)
        if not HUIDIG.aan_tafel:
            links(self._woorden, knop(_("Deze cirkel weghalen"), self._haal_weg, "stil", "trash-2"))
        if is_af_te_schermen(self.schrijver, Kansencirkel):
            zet_oog(self._woorden, Afschermer(self.schrijver, self._staat_er, _("Deze cirkel")))
        for element in Element:
            self._regels[element] = tekst("", "zacht")
            v = Veldenrij(self.schrijver, self._woorden, self._staat_er)
            self._zet_verschil(element)
            opschrift = _("Een woord bij {vak}: zo zou ik het willen") if self._gewenst else _("Een woord bij {vak}")
            opschrift = opschrift.format(vak=_(woord(element)))
            v.regel(Kansencirkel.veld(element), opschrift, deel=self._deel("woord"))
            self._woorden.addWidget(self._tekening(element))
            self._woorden.addWidget(self._regels[element])

    def _zet_verschil(self, element: Element) -> None:
        """Kleurden twee mensen dit vak anders, dan staat er wat ieder kleurde; kiezen gaat bij het woord."""
        feit = self.schrijver.lees(Band(self._staat_er, Kansencirkel.veld(element)))
        for stem in feit.stemmen if isinstance(feit, Conflict) else ():
            if stem.waarde is not None:
                self._woorden.addWidget(tekst(f"{stem.auteur}: {in_woorden(element, stem.waarde)}"))

    def _haal_weg(self) -> None:
        s = self.schrijver
        if not s.doe(schrijven.verwijder, Kansencirkel, self._staat_er):
            return
        self._opnieuw()
        s.gelukt.emit(_("De cirkel is weggehaald. Met ‘Ongedaan maken’ komt hij terug."))

    def _opnieuw(self) -> None:
        self._staat_er = ""
        self.schrijver.meld_veranderd()
        self.ververs()

    def _tekening(self, element: Element) -> Tekening:
        band = Band(self._staat_er, Kansencirkel.veld(element), self._deel("tekening"))
        vak = _(woord(element))

        def lees() -> tuple[Schets, str]:
            feit = self.schrijver.lees(band)
            return (feit.waarde if isinstance(feit, Bekend) else ()), ""

        def schrijf(schets: Schets) -> None:
            self.schrijver.schrijf(band, Bekend(schets) if schets else Onbekend())

        naam, zetten = _("Tekening bij {vak}"), _("Teken iets bij {vak}")
        if self._gewenst:
            naam, zetten = _("Tekening bij {vak}: zo zou ik het willen"), _("Teken bij {vak} hoe je het zou willen")
        naam, zetten = naam.format(vak=vak), zetten.format(vak=vak)
        return Tekening(self.schrijver, band, naam, zetten, lees, schrijf)
