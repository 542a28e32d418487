"""Eén doel: in eigen woorden, waar het mee te maken heeft, wie wat doet, en hoe het gaat."""

from __future__ import annotations

from typing import Any

from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.analyse import Factor
from jeugdteam_app.dossier.doelen import Actie, Doel, Meting
from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.feit import waarde, waarde_of
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import Uitklapper
from ui.bouwstenen.formulier import Lijst, Veldenrij
from ui.bouwstenen.schrijver import Schrijver
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

    def __init__(self, schrijver: Schrijver, doel: str, soort: type[Voorwerp], opschrift: str, beeld: str) -> None:
        self._schrijver, self._doel, self._soort, self._met_aantal = schrijver, doel, soort, opschrift
        super().__init__("", beeld, HUIDIG.kleuren.accent, open_=bool(self.alle()))
        schrijver.veranderd.connect(self.ververs)

    def hoort_hier(self, voorwerp: Voorwerp) -> bool:
        """Of iets van dit doel is."""
        return isinstance(voorwerp, Actie | Meting) and waarde(voorwerp.doel) == self._doel

    def alle(self) -> list[Voorwerp]:
        """Alles wat bij dit doel hoort."""
        return [v for v in self._schrijver.dossier.alle(self._soort) if self.hoort_hier(v)]

    def ververs(self) -> None:
        """Telt opnieuw."""
        self.zet_opschrift(self._met_aantal.format(aantal=len(self.alle())))


class _Afspraken(_BijDoel):
    """Wie doet wat, wanneer."""

    def __init__(self, schrijver: Schrijver, doel: str) -> None:
        super().__init__(schrijver, doel, Actie, _("Wie doet wat? ({aantal})"), "list-checks")
        namen = (_("Afspraak toevoegen"), _("Afspraak"), _("Nog geen afspraken."))
        self.kolom.addWidget(Lijst(schrijver, Actie, _actie, *namen, vooraf={Actie.doel: doel}, toon=self.hoort_hier))
        self.ververs()


class _HoeGaatHet(_BijDoel):
    """Een cijfer van 0 tot en met 10, op verschillende dagen, als lijn getekend."""

    def __init__(self, schrijver: Schrijver, doel: str) -> None:
        super().__init__(schrijver, doel, Meting, _("Hoe gaat het ermee? ({aantal})"), "milestone")
        self._lijn = Verloop()
        self.kolom.addWidget(self._lijn)
        namen = (_("Cijfer toevoegen"), _("Cijfer"), _("Nog geen cijfers."))
        vooraf: dict[Veld[Any], Any] = {Meting.doel: doel, Meting.datum: schrijver.werkplek.vandaag}
        self.kolom.addWidget(Lijst(schrijver, Meting, _meting, *namen, vooraf=vooraf, toon=self.hoort_hier))
        self.ververs()

    def ververs(self) -> None:
        super().ververs()
        punten = [(dag, cijfer, waarde_of(m.door, "")) for m in self.alle() if isinstance(m, Meting)
                  if (dag := waarde(m.datum)) and (cijfer := waarde(m.cijfer)) is not None]  # fmt: skip
        self._lijn.toon(sorted(punten))


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
