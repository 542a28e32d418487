"""Het familiegroepsplan: aanbieden, en hun eigen tekst, apart van wat de werker noteert."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from jeugdteam_app.dossier.familiegroepsplan import Afzien, Familiegroepsplan, Stap, Taal, Zorg
from jeugdteam_app.dossier.gesprek import Waarover
from jeugdteam_app.dossier.gezin import Persoon
from jeugdteam_app.kern.feit import waarde
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.regels.termijnen import plan_uiterlijk
from ui.bouwstenen.basis import Melding, knop, links, tekst
from ui.bouwstenen.formulier import Hoofdstukblad, Lijst, Veldenrij
from ui.bouwstenen.instemming import Instemmingenkaart
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG, aan_wie
from ui.hoofdstukken.familiegroepsplan.mee_naar_huis import MeeNaarHuis

P = Familiegroepsplan


class Blad(Hoofdstukblad):
    """Het plan van de familie zelf."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = aan_wie(
            _("Het gezin krijgt altijd eerst de kans om zelf een plan te maken. Het mag, het hoeft niet."),
            _("U mag altijd eerst zelf een plan maken. Het mag, het hoeft niet."),
        )
        super().__init__(schrijver, _("Familiegroepsplan"), uitleg)
        # Aan tafel alleen het plan zelf: of het is aangeboden, en waarom eventueel niet, schrijft de medewerker op.
        self._aanbieden = None if HUIDIG.aan_tafel else self._maak_aanbieden()
        self._ons_plan()
        self.kolom.addWidget(Instemmingenkaart(schrijver, Waarover.FAMILIEGROEPSPLAN))
        if not HUIDIG.aan_tafel:
            self.kolom.addWidget(MeeNaarHuis(schrijver))
        self.ververs()

    def _maak_aanbieden(self) -> tuple[QWidget, ...]:
        """Of het plan is aangeboden, en de termijnen als het er niet komt. Geeft wat alleen dan te zien is."""
        v = self.velden(_("Aanbieden"), P.soort)
        v.datum(P.aangeboden_op, _("Wanneer hebt u het aangeboden?"))
        v.keuze(P.stap, _("Hoe ver is het plan?"), tuple(Stap))
        grond = v.keuze(
            P.afzien_grond,
            _("Waarom ziet het gezin of u ervan af?"),
            tuple(Afzien),
            _("De wet kent alleen deze drie redenen (Jeugdwet 4.1.2)."),
        )
        sinds = v.datum(
            P.afgezien_op,
            _("Sinds wanneer staat dat vast?"),
            _("Vanaf die dag moet er binnen zes weken een hulpverleningsplan zijn (Jeugdwet 4.1.3)."),
        )
        self._uiterlijk = Melding("info", "")
        v.indeling.addWidget(self._uiterlijk)
        hulpplan = v.datum(P.hulpplan_op, _("Wanneer was het hulpverleningsplan er?"))
        papier = _("Vraagt iemand het plan op papier? Dan geeft u het binnen veertien dagen (Jeugdwet 4.1.3).")
        v.datum(P.op_papier_gevraagd, _("Wanneer vroeg iemand het plan op papier?"), papier)
        v.datum(P.op_papier_gegeven, _("Wanneer gaf u het?"))
        v.datum(P.terug_op, _("Wanneer gaf de familie het ingevulde plan terug?"))
        return grond, sinds, hulpplan

    def _ons_plan(self) -> None:
        schrijver = self.schrijver
        van_wie = aan_wie(
            _("Dit deel is van de familie. Schrijf het op in hun woorden."),
            _("Dit deel is van u. Zeg het in uw eigen woorden."),
        )
        eigen = self.velden(_("Ons plan"), P.soort, van_wie)
        gesproken = tuple(taal for taal in Taal if taal is not Taal.MAKKELIJK)
        eigen.keuze(P.taal, _("In welke taal is dit gezegd?"), gesproken)
        eigen.tekst(P.onze_vraag, _("Onze vraag"))
        eigen.indeling.addWidget(tekst(_("Wie horen bij ons, en wat kan ieder doen"), "label"))
        self._mensen = tekst("")
        eigen.indeling.addWidget(self._mensen)
        naar = knop(_("Iemand erbij zetten"), lambda: schrijver.naar_hoofdstuk.emit("gezin"), "stil", "users")
        links(eigen.indeling, naar)
        eigen.tekst(P.wat_gaat_goed, _("Wat gaat er goed"))
        eigen.tekst(P.onze_zorgen, _("Waar maken we ons zorgen over"), _("Samen, of per persoon hieronder"), regels=3)
        namen = (_("Zorg van één persoon toevoegen"), _("Zorg"), _("Nog niets per persoon."))
        eigen.indeling.addWidget(Lijst(schrijver, Zorg, _zorg, *namen))
        eigen.tekst(P.willen_nu, _("Wat willen we nu"))
        eigen.tekst(P.willen_straks, _("Wat willen we over een paar maanden"))
        eigen.tekst(P.willen_later, _("Wat willen we later"))
        eigen.tekst(P.doen_we_zelf, _("Wat doen we zelf"))
        eigen.tekst(P.doet_ons_netwerk, _("Wat doen mensen om ons heen"))
        eigen.tekst(P.vragen_van_anderen, _("Wat vragen we van anderen"))
        eigen.tekst(P.veilig_afspraken, _("Zo houden we het veilig"))
        eigen.tekst(P.als_het_anders_loopt, _("Als het anders loopt"))
        eigen.datum(P.kijken_opnieuw_op, _("Wanneer kijken we opnieuw"))
        eigen.regel(P.wie_roept_bijeen, _("Wie roept ons bij elkaar"))

    def ververs(self) -> None:
        mensen = [p for p in self.schrijver.dossier.alle(Persoon) if p.weergavenaam]
        regels = (": ".join(filter(None, (p.weergavenaam, waarde(p.kan_helpen_met)))) for p in mensen)
        self._mensen.setText("\n".join(regels) or _("Nog niemand opgeschreven."))
        if self._aanbieden is None:
            return
        afgezien = waarde(self.schrijver.dossier.een(P).stap) is Stap.AFGEZIEN
        for veld in self._aanbieden:
            veld.setVisible(afgezien)
        sinds = waarde(self.schrijver.dossier.een(P).afgezien_op)
        self._uiterlijk.setVisible(afgezien and sinds is not None)
        if sinds is not None:
            zin = _("Er moet een hulpverleningsplan zijn op {dag}.").format(dag=toon_datum(plan_uiterlijk(sinds).dag))
            self._uiterlijk.zeg(zin)


def _zorg(v: Veldenrij) -> None:
    v.persoon(Zorg.van, _("Wie maakt zich zorgen?"))
    v.tekst(Zorg.tekst, _("Waarover?"))
