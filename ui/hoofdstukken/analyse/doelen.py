"""Eén doel: in eigen woorden, waar het mee te maken heeft, wie wat doet, en hoe het gaat."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.analyse import Factor
from jeugdteam_app.dossier.doelen import Actie, Doel, Meting, cijfers_per_mens
from jeugdteam_app.dossier.kort import op_een_regel
from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.feit import Bekend, alle_waarden, waarde, waarde_of
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import Melding, Uitklapper, knop, links
from ui.bouwstenen.formulier import Lijst, Veldenrij
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.stijl import HUIDIG, aan_wie
from ui.tekeningen.verloop import Verloop


def vul_doel(v: Veldenrij) -> None:
    """Zet de velden van een doel op zijn vel."""
    v.tekst(Doel.tekst, aan_wie(_("Wat wil het gezin bereiken?"), _("Wat wilt u bereiken?")))
    v.persoon(Doel.van_wie, _("Wie wil dit vooral?"))
    v.aanvinken(Doel.factoren, _("Waar heeft dit mee te maken?"), lambda: _factoren(v.schrijver))
    v.indeling.addWidget(_Afspraken(v.schrijver, v.sleutel))
    v.indeling.addWidget(_HoeGaatHet(v.schrijver, v.sleutel))


def _factoren(schrijver: Schrijver) -> list[tuple[str, str]]:
    alle = schrijver.dossier.alle(Factor)
    return [(tekst, f.sleutel) for f in alle if (tekst := waarde_of(f.tekst, "").strip())]


class _BijDoel(Uitklapper):
    """Wat bij één doel hoort; de regel zegt hoeveel het er zijn."""

    lijst: Lijst

    def __init__(self, schrijver: Schrijver, doel: str, soort: type[Voorwerp], opschrift: str, beeld: str) -> None:
        self._schrijver, self._doel, self._soort, self._met_aantal = schrijver, doel, soort, opschrift
        super().__init__("", beeld, HUIDIG.kleuren.accent, open_=bool(self.alle()))
        schrijver.veranderd.connect(self.ververs)

    def hoort_hier(self, voorwerp: Voorwerp) -> bool:
        """Of iets van dit doel is."""
        return isinstance(voorwerp, Actie | Meting) and self._doel in alle_waarden(voorwerp.doel)

    def alle(self) -> list[Voorwerp]:
        """Alles wat bij dit doel hoort."""
        return [v for v in self._schrijver.dossier.alle(self._soort) if self.hoort_hier(v)]

    def ververs(self) -> None:
        """Telt opnieuw; wat ergens anders een ander doel kreeg, verhuist mee."""
        self.lijst.bouw_als_het_anders_is()
        self.zet_opschrift(self._met_aantal.format(aantal=len(self.alle())))


class _Afspraken(_BijDoel):
    """Wie doet wat, wanneer."""

    def __init__(self, schrijver: Schrijver, doel: str) -> None:
        super().__init__(schrijver, doel, Actie, _("Wie doet wat? ({aantal})"), "list-checks")
        namen = (_("Afspraak toevoegen"), _("Afspraak"), _("Nog geen afspraken."))
        self.lijst = Lijst(schrijver, Actie, _actie, *namen, vooraf={Actie.doel: doel}, toon=self.hoort_hier)
        self.kolom.addWidget(self.lijst)
        self.ververs()


class _HoeGaatHet(_BijDoel):
    """Een cijfer van 0 tot en met 10, op verschillende dagen, als lijn getekend."""

    def __init__(self, schrijver: Schrijver, doel: str) -> None:
        super().__init__(schrijver, doel, Meting, _("Hoe gaat het ermee? ({aantal})"), "milestone")
        self._lijn = Verloop()
        self.kolom.addWidget(self._lijn)
        namen = (_("Cijfer toevoegen"), _("Cijfer"), _("Nog geen cijfers."))
        vooraf: dict[Veld[Any], Any] = {Meting.doel: doel, Meting.datum: schrijver.werkplek.vandaag}
        self.lijst = Lijst(schrijver, Meting, _meting, *namen, vooraf=vooraf, toon=self.hoort_hier)
        self.kolom.addWidget(self.lijst)
        self.ververs()

    def ververs(self) -> None:
        super().ververs()
        self._lijn.toon(cijfers_per_mens(m for m in self.alle() if isinstance(m, Meting)))


def _actie(v: Veldenrij) -> None:
    v.regel(Actie.wat, _("Wat gaat er gebeuren?"))
    v.persoon(Actie.wie, _("Wie doet het?"))
    v.datum(Actie.wanneer, _("Wanneer is het klaar?"))
    v.keuze(Actie.gedaan, _("Is het gedaan?"), tuple(Antwoord))


def _meting(v: Veldenrij) -> None:
    v.persoon(Meting.door, _("Wie geeft het cijfer?"))
    v.datum(Meting.datum, _("Op welke dag?"))
    uitleg = _("0 is: erger kan niet. 10 is: zo goed dat er geen hulp meer nodig is.")
    v.schaal(Meting.cijfer, _("Welk cijfer?"), uitleg, 0, 10)


class ZonderDoel(QWidget):
    """Afspraken en cijfers waarvan het doel is weggehaald: zij blijven te vinden, en een mens geeft ze een plek."""

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__()
        self._schrijver = schrijver
        indeling = kolom(self, "s")
        uitleg = _("Dit hoorde bij een doel dat is weggehaald. Zeg bij welk doel het nu hoort, of haal het weg.")
        indeling.addWidget(Melding("let_op", uitleg))
        self._lijsten = (
            Lijst(schrijver, Actie, self._met_doelen(Actie.doel, _actie), "", _("Afspraak"), "", toon=self._is_los),
            Lijst(schrijver, Meting, self._met_doelen(Meting.doel, _meting), "", _("Cijfer"), "", toon=self._is_los),
        )
        for lijst in self._lijsten:
            lijst.zonder_knop()
            indeling.addWidget(lijst)
        schrijver.veranderd.connect(self.ververs)
        self.ververs()

    def ververs(self) -> None:
        """Toont wat er nu los is; is er niets, dan is dit er ook niet."""
        for lijst in self._lijsten:
            lijst.bouw_als_het_anders_is()
            lijst.setVisible(bool(lijst.sleutels()))
        self.setVisible(any(lijst.sleutels() for lijst in self._lijsten))

    def _is_los(self, voorwerp: Voorwerp) -> bool:
        doel = waarde(voorwerp.doel) if isinstance(voorwerp, Actie | Meting) else None
        # Een doel dat voor deze lezer is afgeschermd, is niet weg.
        return doel is not None and not self._schrijver.dossier.stand_van(Doel).is_aanwezig(doel)

    def _met_doelen(self, veld: Veld[str], vul: Callable[[Veldenrij], None]) -> Callable[[Veldenrij], None]:
        def vul_los(v: Veldenrij) -> None:
            vul(v)
            for doel in self._schrijver.dossier.alle(Doel):
                if zin := waarde_of(doel.tekst, "").strip():
                    hoort = _("Dit hoort bij: {doel}").format(doel=op_een_regel(zin))
                    links(v.indeling, knop(hoort, partial(self._geef_plek, v.sleutel, veld, doel.sleutel), "stil"))

        return vul_los

    def _geef_plek(self, sleutel: str, veld: Veld[str], doel: str) -> None:
        if self._schrijver.schrijf(Band(sleutel, veld), Bekend(doel)):
            self._schrijver.meld_veranderd()
