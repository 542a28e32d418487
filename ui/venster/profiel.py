"""Het profiel van gemeente en team: laden uit een bestand of hier invullen."""

from __future__ import annotations

from datetime import date

from pydantic import ValidationError
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from jeugdteam_app.kern.fouten import Fout, InvoerFout
from jeugdteam_app.kern.taal import N_, _
from jeugdteam_app.productenboek.profiel import Profiel, van_voorbeeld
from jeugdteam_app.productenboek.profieltekst import als_tekst, uit_tekst
from jeugdteam_app.regels.feitzin import ROLLEN
from jeugdteam_app.werk import gemeente_en_team, instellingen
from jeugdteam_app.werk.werkplek import Werkplek
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.basis import Kaart, Melding, knop, leeg, links, tekst
from ui.bouwstenen.bestand import bewaar_als, open_bestand
from ui.bouwstenen.indeling import Blad, kolom, rij
from ui.bouwstenen.invoer import Groeivak, Keuzelijst, Typklok, label_bij

_REGELS: tuple[tuple[str, str, str], ...] = (
    ("gemeente", N_("Gemeente"), ""),
    ("gemeentecode", N_("Gemeentecode"), N_("Vier cijfers, bijvoorbeeld 0233")),
    ("team", N_("Naam van het team"), ""),
    ("functie", N_("Uw functie"), N_("Komt onder uw naam op het besluit")),
    ("plaats", N_("Plaats"), N_("Waar u het besluit tekent")),
    (
        "telefoon",
        N_("Telefoonnummer van het team"),
        N_("Staat in het besluit bij ‘Bel ons eerst’, en op de uitnodiging"),
    ),
    ("verordening", N_("Verordening"), N_("De naam, met het jaar")),
    (
        "bewaren_toegang_jaren",
        N_("Hoeveel jaar bewaart uw gemeente een dossier waar geen hulp uit kwam?"),
        N_("Uit de selectielijst. Mag leeg blijven: dan is de termijn niet bekend."),
    ),
    (
        "praktijk_minuten",
        N_("Hoeveel minuten gesprek geeft uw praktijk ten hoogste?"),
        N_("Alleen voor een praktijk. Mag leeg blijven. Acht uur is 480."),
    ),
    ("mandaat", N_("Namens wie besluit u"), N_("Bijvoorbeeld: namens het college van burgemeester en wethouders")),
)
# Waar iemand ziet dat een onderdeel mist.
_WAAR_TE_ZIEN = {
    "gemeente": N_("bovenaan elk besluit, en in de zin over wie besluit"),
    "gemeentecode": N_("bij het bericht: dat kan zonder niet weg"),
    "briefhoofd": N_("rechtsboven op elk besluit en elke brief"),
    "verordening": N_("in het besluit, bij de regels die u gebruikte"),
    "artikelen": N_("in het besluit, bij de regels die u gebruikte"),
    "mandaat": N_("in het besluit, boven de handtekening"),
    "functie": N_("in het besluit en in brieven, onder de handtekening"),
    "plaats": N_("in het besluit, bij de datum onderaan"),
    "telefoon": N_("in het besluit, bij wat iemand kan doen die het niet eens is"),
    "bezwaaradres": N_("in het besluit, bij bezwaar maken"),
    "vertrouwenspersoon": N_("in het besluit, bij wie kan helpen"),
}
_IN_BRIEVEN = {
    "team": N_("in brieven, onder de handtekening"),
    "briefhoofd": N_("rechtsboven op elke brief"),
    "functie": N_("in brieven, onder de handtekening"),
    "telefoon": N_("in brieven, onder de handtekening, en op de uitnodiging"),
    "huisartsen": N_("bij een verwijzing: wie tekent, met de AGB-code"),
}
_IN_BERICHT = {
    "aanbieders": N_("een aanbieder: zonder is er niemand te kiezen bij de toewijzing"),
    "agb": N_("de AGB-code van elke aanbieder: een bericht zonder die code kan niet weg"),
    "nummerblok": N_("toewijzingnummers: zonder nummer blijft een toewijzing een concept"),
}
_VAKKEN: tuple[tuple[str, str, str], ...] = (
    ("briefhoofd", N_("Briefhoofd"), N_("Elke regel apart")),
    ("bezwaaradres", N_("Adres voor bezwaar"), N_("Elke regel apart")),
    ("vertrouwenspersoon", N_("Vertrouwenspersoon"), N_("Wie, gratis, onafhankelijk en hoe bereikbaar")),
    ("clientondersteuning", N_("Cliëntondersteuning"), N_("Mag leeg blijven")),
    (
        "artikelen",
        N_("Artikelen van de verordening"),
        N_("Per regel: artikel; onderwerp; geldig vanaf (dag-maand-jaar); waar de gemeente naar kijkt (mag leeg)"),
    ),
    ("aanbieders", N_("Aanbieders"), N_("Per regel: naam; AGB-code van acht cijfers")),
    (
        "huisartsen",
        N_("Huisartsen van uw praktijk"),
        N_("Alleen voor een praktijk. Per regel: naam; AGB-code van acht cijfers"),
    ),
    (
        "nummerblok",
        N_("Toewijzingnummers van deze laptop"),
        N_("Van de backoffice: eerste; laatste. Mag leeg blijven."),
    ),
    (
        "mijlpalen",
        N_("Mijlpalen op weg naar 18 jaar"),
        N_("Per regel: jaren; maanden; wat er dan gebeurt. Leeg: het voorstel van het programma."),
    ),
    (
        "termijnen",
        N_("Eigen termijnen"),
        N_(
            "Per regel: soort; aantal; waar het staat. Bijvoorbeeld: eerste contact; 5; werkafspraken 2026. "
            "In werkdagen: ‘eerste contact’ en ‘bericht’ (aan de aanbieder, na het besluit). "
            "In weken: ‘plan aanbieden’, ‘meldcode’ (de volgende stap) en ‘afsluiten’ (terugkijken na het einde). "
            "In maanden: ‘wachten’ (dan samen kiezen), "
            "‘te lang wachten’ (dan melden) en ‘terugkijken’ (vragen hoe het gaat). "
            "Wat hier niet staat, houdt de gewone termijn. Termijnen uit de wet veranderen nooit."
        ),
    ),
)

_VELD_BIJ_FOUT = {"gemeentecode-onbekend": "gemeentecode"}


class Profielblad(Blad):
    """Alles wat op besluiten en in berichten staat."""

    klaar = Signal()

    def __init__(self, werkplek: Werkplek) -> None:
        super().__init__()
        self.werkplek = werkplek
        self.kolom.addWidget(tekst(_("Gemeente en team"), "titel"))
        self.kolom.addWidget(tekst(_("Dit komt op besluiten en in berichten. Wat ontbreekt, ziet u hier meteen.")))
        self._stand = Melding("info", "")
        self.kolom.addWidget(self._stand)
        self._velden: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._fouten: dict[str, QLabel] = {}
        kaart = Kaart()
        self._boek = self._keuzelijst(kaart, _("Welk productenboek gebruikt uw regio?"), _boekkeuzes(werkplek))
        self._rol = self._keuzelijst(kaart, _("Wat mag uw team?"), [(r.value, _(n)) for r, n in ROLLEN.items()])
        ogen = [("false", _("nee")), ("true", _("ja, bij elk besluit"))]
        self._vier_ogen = self._keuzelijst(kaart, _("Moet er een collega meekijken (vier ogen)?"), ogen)
        for naam, opschrift, uitleg in _REGELS:
            self._zet(kaart, naam, QLineEdit(), _(opschrift), _(uitleg))
        for naam, opschrift, uitleg in _VAKKEN:
            self._zet(kaart, naam, Groeivak(2), _(opschrift), _(uitleg))
        self.kolom.addWidget(kaart)
        knoppen = rij()
        knoppen.addWidget(knop(_("Laden uit een bestand"), self._laad, "", "folder-open"))
        knoppen.addWidget(knop(_("Opslaan als bestand"), self._schrijf_weg, "", "save"))
        knoppen.addStretch(1)
        knoppen.addWidget(knop(_("Bewaren"), self._bewaar, "hoofd", "check"))
        self.kolom.addLayout(knoppen)
        self._tijd = tekst("", "zacht")
        self.kolom.addWidget(self._tijd)
        self._uitslag = kolom(None, "s")
        self.kolom.addLayout(self._uitslag)
        links(self.kolom, knop(_("Terug"), self.klaar.emit, "stil"))
        self._toon(instellingen.profiel(werkplek))
        self.begin = self._boek
        self._zet_terug(gemeente_en_team.lees_concept(werkplek))
        self._klok = Typklok(self)
        self._klok.nu.connect(self._bewaar_concept)
        for veld in self._velden.values():
            veld.textChanged.connect(self._klok.getypt)
        for _naam, lijst in self._lijsten():
            lijst.activated.connect(self._klok.getypt)

    @staticmethod
    def _keuzelijst(kaart: Kaart, opschrift: str, keuzes: list[tuple[str, str]]) -> Keuzelijst:
        lijst = Keuzelijst()
        for code, naam in keuzes:
            lijst.addItem(naam, code)
        kaart.kolom.addWidget(label_bij(lijst, opschrift))
        kaart.kolom.addWidget(lijst)
        return lijst

    def _zet(self, kaart: Kaart, naam: str, veld: QLineEdit | QPlainTextEdit, opschrift: str, uitleg: str) -> None:
        kaart.kolom.addWidget(label_bij(veld, opschrift))
        if uitleg:
            kaart.kolom.addWidget(tekst(uitleg, "zacht"))
            veld.setAccessibleDescription(uitleg)
        kaart.kolom.addWidget(veld)
        self._fouten[naam] = tekst("", "fout")
        self._fouten[naam].hide()
        kaart.kolom.addWidget(self._fouten[naam])
        self._velden[naam] = veld

    def _toon(self, profiel: Profiel) -> None:
        for naam in self._velden:
            self._zet_inhoud(naam, als_tekst(getattr(profiel, naam)))
        self._boek.setCurrentIndex(max(0, self._boek.findData(profiel.boek)))
        self._rol.setCurrentIndex(self._rol.findData(profiel.rol.value))
        self._vier_ogen.setCurrentIndex(int(profiel.vier_ogen))
        self._begin = {naam: self._inhoud(naam) for naam in self._velden} | self._gekozen()
        self._meld(_stand(profiel, self.werkplek.vandaag))

    def verzegel(self) -> None:
        """Bewaart wat getypt is en nog niet op Bewaren wachtte, tot de volgende keer."""
        # Wat hier bewaard wordt, hoeft de klok niet nog eens te doen: dan is de werkplek misschien al dicht.
        self._klok.stop()
        getypt = {naam: self._inhoud(naam) for naam in self._velden} | self._gekozen()
        gemeente_en_team.bewaar_concept(self.werkplek, getypt if getypt != self._begin else {})

    def _bewaar_concept(self) -> None:
        self.verzegel()
        tijd = f"{self.werkplek.klok.nu().astimezone():%H:%M:%S}"
        self._tijd.setText(_("Wat u typte is bewaard om {tijd}. Kies Bewaren om het te gebruiken.").format(tijd=tijd))

    def _gekozen(self) -> dict[str, str]:
        return {naam: str(lijst.currentData()) for naam, lijst in self._lijsten()}

    def _lijsten(self) -> tuple[tuple[str, Keuzelijst], ...]:
        return (("boek", self._boek), ("rol", self._rol), ("vier_ogen", self._vier_ogen))

    def _zet_terug(self, getypt: dict[str, str]) -> None:
        for naam, inhoud in getypt.items():
            if naam in self._velden:
                self._zet_inhoud(naam, inhoud)
        for naam, lijst in self._lijsten():
            if naam in getypt:
                lijst.setCurrentIndex(max(0, lijst.findData(getypt[naam])))
        if getypt:
            self._meld(_("U was hier nog bezig. Kies Bewaren als alles klopt."))

    def _zet_inhoud(self, naam: str, inhoud: str) -> None:
        veld = self._velden[naam]
        veld.setText(inhoud) if isinstance(veld, QLineEdit) else veld.setPlainText(inhoud)

    def _meld(self, zin_: str) -> None:
        self._stand.zeg(zin_)

    def _bewaar(self) -> None:
        delen, naam = {}, ""
        try:
            for naam in self._velden:
                delen[naam] = uit_tekst(naam, self._inhoud(naam))
            naam = ""
            delen |= self._gekozen()
            nieuw = Profiel.model_validate(instellingen.profiel(self.werkplek).model_dump() | delen)
            nieuw = nieuw.model_copy(update={"voorbeeld": bool(van_voorbeeld(nieuw))})
            gemeente_en_team.bewaar(self.werkplek, nieuw)
        except ValidationError as fout:
            # Een fout over het geheel noemt geen onderdeel: dan geldt het veld dat aan de beurt was.
            naam = naam or str(next(iter(fout.errors()[0]["loc"]), ""))
            self._weiger(naam, _zin_bij(InvoerFout("profiel-vorm", plek=naam)))
        except Fout as fout:
            naam = naam or _VELD_BIJ_FOUT.get(fout.code, "")
            if fout.code == "profiel-niet-af":
                naam = str(fout.gegevens["plek"])
            self._weiger(naam, _zin_bij(fout))
        else:
            self._toon(nieuw)
            self._zeg("goed", _("Bewaard."))
            self._kijk_naar_boek()

    def _kijk_naar_boek(self) -> None:
        if not instellingen.gemeente_hoort_bij_boek(self.werkplek):
            vreemd = _("Deze gemeente staat niet bij het productenboek dat u koos. Kijk na of dat klopt.")
            self._uitslag.addWidget(Melding("let_op", vreemd))

    def _weiger(self, naam: str, zin_: str) -> None:
        """Zegt bij het veld en bij de knop wat niet klopt; wat getypt is, blijft staan."""
        self._zeg("fout", zin_)
        if naam in self._velden:
            self._fouten[naam].setText(zin_)
            self._fouten[naam].show()
            self._velden[naam].setFocus()
            self._velden[naam].setAccessibleDescription(zin_)

    def _zeg(self, soort: str, zin_: str) -> None:
        leeg(self._uitslag)
        for fout in self._fouten.values():
            fout.hide()
        self._uitslag.addWidget(Melding(soort, zin_))

    def _inhoud(self, naam: str) -> str:
        veld = self._velden[naam]
        return veld.text() if isinstance(veld, QLineEdit) else veld.toPlainText()

    def _laad(self) -> None:
        gekozen = open_bestand(self, _("Kies een profiel"), "JSON (*.json)")
        if gekozen is None:
            return
        try:
            geladen = gemeente_en_team.laad(self.werkplek, gekozen)
        except Fout as fout:
            self._zeg("fout", _zin_bij(fout))
            return
        self._toon(geladen.profiel)
        if geladen.andere_gemeente:
            weg = _(
                "Hier stond een andere gemeente. Wat daarvan was en niet in het bestand staat, is nu leeg; ook de "
                "nummers. Hierboven staat wat er nog nodig is."
            )
            self._zeg("let_op", weg)
        else:
            klaar = _("Overgenomen wat er in het bestand stond. Uw functie en uw eigen nummers bleven gelijk.")
            self._zeg("goed", klaar)
        self._kijk_naar_boek()
        if "rol" in geladen.bleef:
            zin_ = _("In het bestand besluit iemand anders dan bij u. Wie er bij u besluit, bleef zoals het was.")
            self._uitslag.addWidget(Melding("let_op", zin_))
        if "vier_ogen" in geladen.bleef:
            zin_ = _("In het bestand hoeft er niemand mee te kijken. Bij u blijft dat wel nodig.")
            self._uitslag.addWidget(Melding("let_op", zin_))
        if blok := geladen.nummerblok:
            zin_ = _(
                "In het bestand stonden nummers ({van} tot en met {tot}). Die zijn nu van deze laptop. Laad dit "
                "bestand niet op een andere laptop: dan krijgen twee toewijzingen hetzelfde nummer."
            )
            self._uitslag.addWidget(Melding("let_op", zin_.format(van=blok.van, tot=blok.tot_en_met)))

    def _schrijf_weg(self) -> None:
        """Het profiel zoals het bewaard is, als bestand voor een collega."""
        pad = bewaar_als(self, _("Waar wilt u dit bewaren?"), "profiel.json")
        if pad is None:
            return
        try:
            gemeente_en_team.schrijf(self.werkplek, pad)
        except Fout as fout:
            self._zeg("fout", zin(fout))
        else:
            self._zeg("goed", _("Het profiel staat in het bestand. Een collega kan het laden."))


def _zin_bij(fout: Fout) -> str:
    """De zin bij een fout, met een onderdeel zoals het op dit scherm heet."""
    if fout.code not in ("profiel-niet-af", "profiel-vorm"):
        return zin(fout)
    naam = str(fout.gegevens["plek"])
    return zin(InvoerFout(fout.code, plek=_koppen().get(naam, naam)))


def _boekkeuzes(werkplek: Werkplek) -> list[tuple[str, str]]:
    """De boeken die vandaag gelden, bij hun regio."""
    ids = dict.fromkeys(b.id for b in instellingen.eigen_boeken(werkplek) if b.geldt_op(werkplek.vandaag))
    nu = [instellingen.boek_bij(werkplek, id) for id in ids]
    return [(b.id, f"{b.regio} ({_(b.aanzien)}, {b.versie})") for b in nu]


def _stand(profiel: Profiel, op: date) -> str:
    """Wat er nog mist en waar dat te zien is, of dat alles er staat."""
    regels = [_compleetheid(profiel, op)]
    if profiel.rol.besluit and not any(a.maatstaf for a in profiel.artikelen_over_eigen_kracht(op)):
        regels.append(
            _(
                "In uw verordening staat niet waar de gemeente naar kijkt bij eigen kracht. "
                "Daarom mag zij niet weigeren om eigen kracht."
            )
        )
    if zonder := profiel.ontbreekt_in_bericht():
        regels.append(_("Nog nodig voor een bericht aan een aanbieder:"))
        regels += [f"- {_(_IN_BERICHT[n])}" for n in zonder]
    return "\n".join(regels)


def _compleetheid(profiel: Profiel, op: date) -> str:
    if profiel.rol.besluit:
        mist = {n: _WAAR_TE_ZIEN[n] for n in profiel.ontbreekt(op)}
        nodig = _("Nog nodig voor een besluit, met waar u het gat ziet:")
        klaar = _("Compleet: besluiten kunnen worden vastgesteld.")
    else:
        mist = {n: _IN_BRIEVEN[n] for n in profiel.ontbreekt_in_brieven()}
        nodig = _("Nog nodig voor uw brieven, met waar u het gat ziet:")
        klaar = _("Compleet: alles voor uw brieven staat er. Een besluit neemt dit team niet.")
    if mist:
        koppen = _koppen()
        return "\n".join([nodig, *(f"- {koppen[n]}: {_(waar)}" for n, waar in mist.items())])
    if profiel.voorbeeld:
        koppen = _koppen()
        nog = "\n".join(f"- {koppen.get(n, n)}" for n in van_voorbeeld(profiel))
        gezegd = _("Dit zijn voorbeeldgegevens. Vul uw eigen gemeente in voordat u over een echt gezin besluit.")
        return "\n".join([gezegd, _("Nog van het voorbeeld:"), nog])
    return klaar


def _koppen() -> dict[str, str]:
    return {naam: _(kop) for naam, kop, _uitleg in (*_REGELS, *_VAKKEN)}
