"""Het gezin in beeld: genogram en ecogram. Wie u kiest, krijgt er velden onder."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QVBoxLayout

from jeugdteam_app.dossier.ecogram import ecogram
from jeugdteam_app.dossier.genogram import KIND, genogram, legenda
from jeugdteam_app.dossier.gezin import (
    Bandsoort,
    Jeugdige,
    Persoon,
    Relatie,
    Richting,
    Samen,
    Sekse,
    Steun,
    Zwanger,
    Zwangerschap,
)
from jeugdteam_app.dossier.velden import Veld
from jeugdteam_app.kern.feit import waarde_of
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.afscherming import Afschermer, is_af_te_schermen, zet_oog
from ui.bouwstenen.basis import Kaart, Uitklapper, leeg, tekst
from ui.bouwstenen.formulier import Lijst, Veldenrij
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG
from ui.tekeningen.ecogram import Ecogramblad
from ui.tekeningen.genogram import Genogramblad
from ui.tekeningen.tekenblad import Tekenvenster


class Genogramdeel:
    """Het genogram op een kaart, met daaronder wie u koos en de stellen."""

    def __init__(self, schrijver: Schrijver, kaart: Kaart) -> None:
        self.schrijver = schrijver
        self.blad = Genogramblad()
        self._venster = Tekenvenster(self.blad)
        kaart.kolom.addWidget(self._venster)
        self._legenda = tekst("", "zacht")
        kaart.kolom.addWidget(self._legenda)
        self._los = tekst("", "zacht")
        kaart.kolom.addWidget(self._los)
        self._keuze = kolom(None, "s")
        self._gekozen = ""
        kaart.kolom.addLayout(self._keuze)
        stellen = Uitklapper(_("Wie zijn samen, of waren dat?"), "users", HUIDIG.kleuren.accent)
        stellen.setProperty("gaat_over", [f"{Relatie.soort}:"])
        stellen.vul_bij_openen(self._vul_stellen)
        kaart.kolom.addWidget(stellen)
        zwanger = Uitklapper(_("Komt er een kind, of is er een kind verloren?"), "users", HUIDIG.kleuren.accent)
        zwanger.setProperty("gaat_over", [f"{Zwangerschap.soort}:"])
        zwanger.vul_bij_openen(self._vul_zwangerschappen)
        kaart.kolom.addWidget(zwanger)
        self.blad.gekozen.connect(self._kies)

    def ververs(self) -> None:
        """Tekent opnieuw uit het dossier."""
        van = genogram(self.schrijver.dossier)
        self.blad.toon(van)
        self._venster.pas()
        self._legenda.setText(" ".join(map(_, legenda(van))))
        namen = ", ".join(f.naam for f in van.los if f.naam)
        zin = _(
            "Nog niet verbonden in de tekening: {namen}. Kies van wie zij een kind zijn, of zet hieronder met "
            "wie zij samen zijn."
        )
        self._gekozen = houd_keuze(self._keuze, self._gekozen, {f.sleutel for f in (*van.figuren, *van.los)})
        self._los.setText(zin.format(namen=namen))
        self._los.setVisible(bool(namen))
        if not self._keuze.count() and (wie := _eerste_botsing(self.schrijver, _IN_DE_TEKENING)):
            self._kies(wie)

    def _vul_stellen(self, waarin: QVBoxLayout) -> None:
        namen = (_("Twee mensen toevoegen"), _("Stel"), _("Nog niemand opgeschreven."))
        waarin.addWidget(Lijst(self.schrijver, Relatie, self._relatie, *namen))

    def _vul_zwangerschappen(self, waarin: QVBoxLayout) -> None:
        namen = (_("Toevoegen"), _("Zwangerschap"), _("Niets opgeschreven."))
        waarin.addWidget(Lijst(self.schrijver, Zwangerschap, self._zwangerschap, *namen))

    def _kies(self, sleutel: str) -> None:
        leeg(self._keuze)
        self._gekozen = sleutel
        v = Veldenrij(self.schrijver, self._keuze, sleutel)
        if sleutel.startswith(Zwangerschap.soort):
            self._keuze.addWidget(tekst(_("Over deze zwangerschap"), "kop"))
            self._zwangerschap(v)
            return
        naam = self._naam(sleutel)
        self._keuze.addWidget(tekst(_("Over {naam}").format(naam=naam), "kop"))
        if sleutel == KIND:
            self._ouders(v, Jeugdige.kind_van)
            v.vink(Jeugdige.geadopteerd, _("Dit kind is geadopteerd"))
            return
        v.keuze(
            Persoon.sekse,
            _("Welk teken past bij {naam}?").format(naam=naam),
            tuple(Sekse),
            _("Vierkant, rond of een ruit."),
        )
        v.datum(Persoon.geboortedatum, _("Geboren op"))
        v.ongeveer(Persoon.geboren_rond, _("Weet u de dag niet? Wanneer dan ongeveer?"))
        self._ouders(v, Persoon.kind_van)
        v.vink(Persoon.geadopteerd, _("Deze persoon is geadopteerd"))
        v.vink(Persoon.overleden, _("Deze persoon is overleden"))
        v.ongeveer(Persoon.overleden_op, _("Wanneer overleed deze persoon?"))

    def _ouders(self, v: Veldenrij, veld: Veld[tuple[str, ...]]) -> None:
        vraag = _("Van wie is {naam} een kind?").format(naam=self._naam(v.sleutel))

        def kan_ouder_zijn(sleutel: str) -> bool:
            zelf = self.schrijver.dossier.zichzelf if v.sleutel == KIND else v.sleutel
            return sleutel != zelf

        v.aanvinken(veld, vraag, lambda: [(n, s) for s, n in self._mensen() if kan_ouder_zijn(s)])

    def _naam(self, sleutel: str) -> str:
        return next((f.naam for f in genogram(self.schrijver.dossier).figuren if f.sleutel == sleutel), "") or "…"

    def _relatie(self, v: Veldenrij) -> None:
        v.lijst(Relatie.een, _("Wie?"), self._mensen)
        v.lijst(Relatie.ander, _("En wie?"), self._mensen)
        v.keuze(Relatie.samen, _("Hoe is het nu?"), tuple(Samen))
        v.ongeveer(Relatie.sinds, _("Sinds wanneer?"))
        v.ongeveer(Relatie.tot, _("Tot wanneer?"), niet_voor=Relatie.sinds)

    def _zwangerschap(self, v: Veldenrij) -> None:
        v.keuze(Zwangerschap.uitkomst, _("Wat is er gebeurd, of wat komt er?"), tuple(Zwanger))
        v.aanvinken(Zwangerschap.ouders, _("Wie zijn de ouders?"), lambda: [(n, s) for s, n in self._mensen()])
        v.ongeveer(Zwangerschap.wanneer, _("Wanneer is of was dat ongeveer?"))

    def _mensen(self) -> list[tuple[str, str]]:
        return [(p.sleutel, p.weergavenaam) for p in self.schrijver.dossier.alle(Persoon) if p.weergavenaam]


# Wat alleen te zien is bij wie in de tekening is gekozen; moet daar iemand kiezen, dan staat die persoon er al.
_IN_DE_TEKENING = {
    veld.id for veld in (
        Jeugdige.kind_van, Jeugdige.geadopteerd, Persoon.sekse, Persoon.geboortedatum, Persoon.geboren_rond,
        Persoon.kind_van, Persoon.geadopteerd, Persoon.overleden, Persoon.overleden_op,
    )
}  # fmt: skip
_BIJ_DE_BAND = {Steun.band.id, Steun.richting.id}


def houd_keuze(keuze: QVBoxLayout, gekozen: str, er_zijn: Collection[str]) -> str:
    """Ruimt de velden op van wie er niet meer is: wat daar getypt werd, ging naar iemand die weg is."""
    if gekozen in er_zijn:
        return gekozen
    leeg(keuze)
    return ""


def _eerste_botsing(schrijver: Schrijver, velden: Collection[str]) -> str:
    """De sleutel van het eerste waar in een van deze velden twee antwoorden staan."""
    botsingen = (botsing.partition("/") for botsing in schrijver.dossier.conflicten())
    return next((sleutel for sleutel, _streep, veld in botsingen if veld in velden), "")


class Ecogramdeel:
    """Het ecogram op een kaart, met daaronder de band met wie u koos."""

    def __init__(self, schrijver: Schrijver, kaart: Kaart) -> None:
        self.schrijver = schrijver
        self.blad = Ecogramblad()
        self._venster = Tekenvenster(self.blad)
        kaart.kolom.addWidget(self._venster)
        self._uitleg = tekst(
            _("Gewone lijn: een gewone band. Dik: sterk. Streepjes: los. Zigzag: gespannen. Dwarsstreepjes: geen "
              "contact. De pijl zegt waar de steun heen gaat. Stippels: nog niet over gesproken."),
            "zacht",
        )  # fmt: skip
        kaart.kolom.addWidget(self._uitleg)
        self._keuze = kolom(None, "s")
        self._gekozen = ""
        kaart.kolom.addLayout(self._keuze)
        self.blad.gekozen.connect(self._kies)

    def ververs(self) -> None:
        """Tekent opnieuw uit het dossier."""
        van = ecogram(self.schrijver.dossier)
        self.blad.toon(van)
        self._gekozen = houd_keuze(self._keuze, self._gekozen, {b.sleutel for b in van.bollen})
        self._venster.setVisible(bool(van.bollen))
        self._uitleg.setVisible(bool(van.bollen))
        self._venster.pas()
        if not self._keuze.count() and (wie := _eerste_botsing(self.schrijver, _BIJ_DE_BAND)):
            self._kies(wie.removeprefix(f"{Steun.soort}:"))

    def _kies(self, sleutel: str) -> None:
        leeg(self._keuze)
        self._gekozen = sleutel
        # Wat voor deze lezer is afgeschermd, is hier ook niet te vragen.
        if f"{Steun.soort}:{sleutel}" in self.schrijver.dossier.verborgen:
            return
        persoon = Persoon(self.schrijver.dossier.familie, sleutel)
        v = Veldenrij(self.schrijver, self._keuze, f"{Steun.soort}:{sleutel}")
        naam = waarde_of(persoon.voornamen, "") or persoon.weergavenaam
        v.keuze(Steun.band, _("Hoe voelt de band met {naam} voor het kind?").format(naam=naam), tuple(Bandsoort))
        v.keuze(Steun.richting, _("Waar gaat de steun heen?"), tuple(Richting))
        if is_af_te_schermen(self.schrijver, Steun):
            zet_oog(self._keuze, Afschermer(self.schrijver, f"{Steun.soort}:{sleutel}", _("Deze band")))
