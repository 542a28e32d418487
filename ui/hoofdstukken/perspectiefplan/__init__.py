"""Het perspectiefplan: vijf gebieden van het leven, met nu, straks en wie helpt."""

from __future__ import annotations

from datetime import date

from jeugdteam_app.dossier.afscherming import LATER
from jeugdteam_app.dossier.gesprek import Waarover
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.perspectiefplan import (
    Gebiedsplan,
    Geregeld,
    Leefgebied,
    Perspectiefplan,
    Regeling,
    Regelzaak,
    Wet,
)
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.periode import toon_datum, verjaardag
from jeugdteam_app.kern.taal import _
from jeugdteam_app.regels.mijlpalen import mijlpalen
from jeugdteam_app.werk.advies import perspectief_nodig
from jeugdteam_app.werk.instellingen import profiel
from jeugdteam_app.werk.voortgang import Deelstand, gebieden_van_later
from ui.bouwstenen.afscherming import zet_erbij
from ui.bouwstenen.basis import Melding, tekst
from ui.bouwstenen.formulier import Hoofdstukblad, Veldenrij
from ui.bouwstenen.instemming import Instemmingenkaart
from ui.bouwstenen.overslaan import Overslaan
from ui.bouwstenen.schrijver import Schrijver


class Blad(Hoofdstukblad):
    """Het plan van een jongere voor later."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("Hoe wil je later leven, en wie helpt daarbij?")
        super().__init__(schrijver, _("Perspectiefplan"), uitleg)
        self._niet: dict[Leefgebied, Overslaan] = {}
        self._wanneer = Melding("info", "")
        self.kolom.addWidget(self._wanneer)
        if LATER in schrijver.dossier.verborgen:
            self._zeg(_("Dit hoofdstuk staat er aan tafel niet."))
            return
        zet_erbij(schrijver, self.kolom, LATER, _("Dit hele plan"))
        v = self.velden(_("Wat wil je"), Perspectiefplan.soort)
        v.tekst(Perspectiefplan.droom, _("Mijn droom"))
        v.persoon(Perspectiefplan.steunfiguur, _("Wie is er altijd voor mij?"), _("Iemand die je zelf kiest"))
        for gebied in Leefgebied:
            self._gebied(gebied)
        hulp = self.velden(_("Welke hulp"), Perspectiefplan.soort)
        hulp.tekst(Perspectiefplan.komende_twee_jaar, _("Welke hulp is er de komende twee jaar?"))
        hulp.tekst(Perspectiefplan.na_achttien, _("Welke hulp is er na je achttiende?"))
        hulp.persoon(Perspectiefplan.contact_na_achttien, _("Wie bel je na je achttiende?"))
        hulp.tekst(Perspectiefplan.overdracht, _("Wie krijgt wat te weten, en vindt de jongere dat goed?"))
        hulp.datum(Perspectiefplan.opnieuw_op, _("Wanneer kijken we opnieuw?"))
        self._woont_ergens_anders()
        self._achttien()
        self.kolom.addWidget(Instemmingenkaart(schrijver, Waarover.PERSPECTIEFPLAN))
        self.ververs()

    def _gebied(self, gebied: Leefgebied) -> None:
        kop = _(woord(gebied))
        deel = Veldenrij(self.schrijver, self.deel(gebied.value, kop).kolom, f"{Gebiedsplan.soort}:{gebied}")
        deel.tekst(Gebiedsplan.nu, _("Hoe is het nu?"))
        deel.schaal(Gebiedsplan.cijfer, _("Welk cijfer geef je dat?"), _("Alleen om over te praten"), 0, 10)
        deel.tekst(Gebiedsplan.gewenst, _("Hoe wil je het?"))
        deel.tekst(Gebiedsplan.zelf, _("Wat kun je zelf?"))
        deel.tekst(Gebiedsplan.wie_helpt, _("Wie helpt?"))
        deel.tekst(Gebiedsplan.actie, _("Wat gaat er gebeuren?"))
        deel.datum(Gebiedsplan.wanneer, _("Wanneer is het klaar?"))
        deel.meerkeuze(Gebiedsplan.wetten, _("Onder welke wet valt dit?"), tuple(Wet))
        deel.tekst(Gebiedsplan.risico, _("Wat kan er misgaan?"))
        deel.tekst(Gebiedsplan.plan_b, _("Wat doen we dan?"))
        vakje = Overslaan(self.schrijver, Perspectiefplan, Perspectiefplan.niet_besproken, gebied.value, kop)
        deel.indeling.addWidget(vakje)
        self._niet[gebied] = vakje

    def _woont_ergens_anders(self) -> None:
        uitleg = _("Alleen als de jongere niet thuis woont.")
        v = self.velden(_("Een plek om te wonen"), Perspectiefplan.soort, uitleg)
        v.tekst(Perspectiefplan.verwacht_resultaat, _("Wat moet deze plek opleveren?"))
        v.tekst(Perspectiefplan.op_lange_termijn, _("Waar woont de jongere later?"))

    def _achttien(self) -> None:
        kaart = self.kaart(
            _("Wat moet er geregeld zijn bij 18 jaar"), _("Niet alles is voor iedereen. Sla over wat niet past.")
        )
        self._mijlpalen = tekst("", "zacht")
        kaart.kolom.addWidget(self._mijlpalen)
        for zaak in Regelzaak:
            regel = Veldenrij(self.schrijver, kaart.kolom, f"{Regeling.soort}:{zaak}")
            regel.keuze(Regeling.hoe_ver, _(woord(zaak)), tuple(Geregeld))
            regel.regel(Regeling.wie, _("Wie regelt dit?"))

    def _zeg(self, zin: str) -> None:
        self._wanneer.zeg(zin)

    def ververs(self) -> None:
        if not self._niet:
            return
        standen = gebieden_van_later(self.schrijver.dossier)
        self.toon_standen({gebied.value: stand for gebied, stand in standen.items()})
        for gebied, vakje in self._niet.items():
            vakje.ververs(is_leeg=standen[gebied] in (Deelstand.OPEN, Deelstand.NIET_BESPROKEN))
        geboren = waarde(self.schrijver.dossier.een(Jeugdige).geboortedatum)
        if perspectief := perspectief_nodig(self.schrijver.werkplek, self.schrijver.id):
            zin = f"{_(perspectief.tekst)} ({perspectief.bron})"
        elif geboren is None:
            zin = _("Vul de geboortedatum in. Dan staat hier of dit plan nodig is.")
        else:
            zin = _("Dit plan hoort erbij vanaf {dag}. Eerder beginnen mag.").format(
                dag=toon_datum(verjaardag(geboren, 16))
            )
        self._mijlpalen.setText(self._zin_over_mijlpalen(geboren))
        self._zeg(zin)

    def _zin_over_mijlpalen(self, geboren: date | None) -> str:
        """Wat er op welke dag aan de beurt is; waar dat vandaan komt, staat erbij."""
        if geboren is None:
            return _("Met een geboortedatum staan hier de dagen waarop iets aan de beurt is.")
        eigen = profiel(self.schrijver.werkplek).mijlpalen
        delen = [f"{toon_datum(dag)}: {_(wat)}" for dag, wat in mijlpalen(geboren, eigen)]
        bron = _("18 jaar staat in de wet. De andere dagen zijn voorstellen; uw gemeente kan er andere kiezen.")
        if eigen:
            bron = _("18 jaar staat in de wet. De andere dagen koos uw gemeente of team.")
        return "\n".join([*delen, bron])
