"""Het perspectiefplan: vijf gebieden van het leven, met nu, straks en wie helpt."""

from __future__ import annotations

from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Leefgebied, Perspectiefplan
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.periode import leeftijd, toon_datum, verjaardag
from jeugdteam_app.kern.taal import _
from ui.bouwstenen.basis import Melding
from ui.bouwstenen.formulier import Hoofdstukblad
from ui.bouwstenen.schrijver import Schrijver


class Blad(Hoofdstukblad):
    """Het plan van een jongere voor later."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("Voor jongeren vanaf 16 jaar: hoe wil je leven, en wie helpt daarbij? Eerder mag ook.")
        super().__init__(schrijver, _("Perspectiefplan"), uitleg)
        self._wanneer = Melding("info", "")
        self.kolom.addWidget(self._wanneer)
        v = self.velden(_("Wat wil je"), Perspectiefplan.soort)
        v.tekst(Perspectiefplan.droom, _("Mijn droom"))
        for gebied in Leefgebied:
            deel = self.velden(_(woord(gebied)), f"{Gebiedsplan.soort}:{gebied}")
            deel.tekst(Gebiedsplan.nu, _("Hoe is het nu?"))
            deel.tekst(Gebiedsplan.gewenst, _("Hoe wil je het?"))
            deel.tekst(Gebiedsplan.wie_helpt, _("Wie helpt?"))
        hulp = self.velden(_("Welke hulp"), Perspectiefplan.soort)
        hulp.tekst(Perspectiefplan.komende_twee_jaar, _("Welke hulp is er de komende twee jaar?"))
        hulp.tekst(Perspectiefplan.na_achttien, _("Welke hulp is er na je achttiende?"))
        self.ververs()

    def ververs(self) -> None:
        geboren = waarde(self.schrijver.dossier.een(Jeugdige).geboortedatum)
        if geboren is None:
            zin = _("Vul de geboortedatum in. Dan staat hier of dit plan nodig is.")
        elif leeftijd(geboren, self.schrijver.werkplek.vandaag) >= 16:
            zin = _("Dit plan hoort erbij: deze jongere is 16 jaar of ouder.")
        else:
            zin = _("Dit plan hoort erbij vanaf {dag}. Eerder beginnen mag.").format(
                dag=toon_datum(verjaardag(geboren, 16))
            )
        self._wanneer.label.setText(zin)
        self._wanneer.setAccessibleName(zin)
