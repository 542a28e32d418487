"""Wie is het eens met een plan, en wat wil die persoon er zelf bij zeggen."""

from __future__ import annotations

from jeugdteam_app.dossier.analyse import Eens
from jeugdteam_app.dossier.gesprek import Instemming, Instemmingen, Waarover
from jeugdteam_app.dossier.handtekening import klopt, zet
from jeugdteam_app.dossier.schets import Schets
from jeugdteam_app.dossier.velden import Voorwerp
from jeugdteam_app.kern.feit import Bekend, Onbekend, alle_waarden, waarde_of
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import Kaart, tekst
from ui.bouwstenen.formulier import Lijst, Veldenrij
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.tekening import Tekening
from ui.bouwstenen.velden import verzegel_alles


class Instemmingenkaart(Kaart):
    """Per persoon: eens, deels of niet, met eigen woorden. Die blijven bij het dossier."""

    def __init__(self, schrijver: Schrijver, waarover: Waarover) -> None:
        super().__init__()
        self._waarover = waarover
        kop = _("Wie is het hiermee eens?")
        self.setAccessibleName(kop)
        self.kolom.addWidget(tekst(kop, "kop"))
        self.kolom.addWidget(
            tekst(_("Wie het niet eens is, krijgt ruimte voor eigen woorden. Die blijven staan."), "zacht")
        )
        vooraf = {Instemmingen.inhoud: Instemming(waarover=waarover, datum=schrijver.werkplek.vandaag)}
        namen = (_("Persoon toevoegen"), _("Persoon"), _("Nog niemand gevraagd."))
        self.kolom.addWidget(Lijst(schrijver, Instemmingen, _persoon, *namen, vooraf=vooraf, toon=self._hoort_hier))

    def _hoort_hier(self, voorwerp: Voorwerp) -> bool:
        gezegd = alle_waarden(voorwerp.inhoud) if isinstance(voorwerp, Instemmingen) else ()
        return any(inhoud.waarover is self._waarover for inhoud in gezegd)


def _persoon(v: Veldenrij) -> None:
    i = Instemmingen.inhoud
    v.persoon(i, _("Wie?"), deel="wie")
    v.keuze(i, _("Wat vindt deze persoon?"), tuple(Eens), deel="eens")
    v.tekst(i, _("In eigen woorden"), deel="eigen_woorden")
    v.datum(i, _("Op welke dag?"), deel="datum")
    v.indeling.addWidget(_handtekening(v.schrijver, v.sleutel))


def _handtekening(schrijver: Schrijver, sleutel: str) -> Tekening:
    """Tekenen mag, het hoeft niet. Verandert het plan daarna, dan staat dat erbij."""
    band = Band(sleutel, Instemmingen.inhoud, "handtekening")

    def gezegd() -> Instemming:
        return waarde_of(Instemmingen(schrijver.dossier.kind, sleutel).inhoud, Instemming())

    def lees() -> tuple[Schets, str]:
        nu = gezegd()
        if nu.handtekening is None:
            return (), ""
        op = _("Getekend op {dag}.").format(dag=toon_datum(nu.handtekening.op))
        if klopt(schrijver.dossier, nu):
            return nu.handtekening.strepen, op
        return nu.handtekening.strepen, f"{op} {_('Daarna is het plan veranderd. Lees het samen opnieuw.')}"

    def schrijf(schets: Schets) -> None:
        # Wat in dit vel nog getypt staat, hoort erbij.
        verzegel_alles(deel.parentWidget() or deel)
        gezet = zet(schrijver.dossier, gezegd(), schets, schrijver.werkplek.vandaag)
        schrijver.schrijf(band, Bekend(gezet) if schets else Onbekend())

    deel = Tekening(schrijver, band, _("Handtekening"), _("Handtekening zetten"), lees, schrijf)
    schrijver.veranderd.connect(deel.bij)
    return deel
