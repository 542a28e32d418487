"""Het kind, het gezin en het netwerk; wie het gezag heeft en wie toestemming geeft."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from jeugdteam_app.dossier.aanmelding import (
    Antwoord,
    Ontvanger,
    Toestemming,
    Toestemmingen,
    Waarvoor,
    wie_beslist,
)
from jeugdteam_app.dossier.gezin import Geslacht, Gezag, Gezagsverhouding, Huishouden, Jeugdige, Persoon, Rol
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.bsn import Bsn
from jeugdteam_app.kern.feit import Bekend, Conflict, Onbekend, waarde, waarde_of
from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.periode import leeftijd
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import broers_en_zussen, dossiers, schrijven
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.basis import Melding, Uitklapper, knop, leeg, links, tekst
from ui.bouwstenen.formulier import Hoofdstukblad, Lijst, Veldenrij
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.schrijver import Band, Schrijver
from ui.bouwstenen.stijl import HUIDIG, aan_wie
from ui.bouwstenen.velden import Veldvorm
from ui.hoofdstukken.gezin.beeld import Ecogramdeel, Genogramdeel

_BIJ_DELEN, _BIJ_JA = ("met_wie", "ontvanger", "wat"), ("ingetrokken_op", "ingetrokken_door")


_ELDERS = (
    Jeugdige.verblijf_sinds, Jeugdige.gemeente_voor_verblijf, Jeugdige.adres_voor_verblijf, Jeugdige.verhuisd_op,
    Jeugdige.verhuisd_naar, Jeugdige.zonder_verblijfsrecht,
)  # fmt: skip


class Blad(Hoofdstukblad):
    """Wie er bij horen."""

    def __init__(self, schrijver: Schrijver) -> None:
        super().__init__(
            schrijver, _("Kind, gezin en netwerk"), _("Wie horen erbij, waar wonen ze en wie beslist mee?")
        )
        self._getoonde_broers: list[broers_en_zussen.Broer] = []
        self._getoond_weg: dict[str, str] = {}
        # Aan tafel alleen wie erbij horen en de tekeningen: gegevens en toestemming zijn voor de medewerker.
        if not HUIDIG.aan_tafel:
            self._kind()
            self._wonen()
            self._elders()
        mensen = self.kaart(
            _("Wie horen erbij"),
            aan_wie(
                _("Ouders, familie, vrienden, school. Vraag het gezin wie zij belangrijk vinden."),
                _("Ouders, familie, vrienden, school. Wie vindt u belangrijk?"),
            ),
        )
        self._mensen = Lijst(
            schrijver, Persoon, self._persoon, _("Iemand toevoegen"), _("Persoon"), _("Nog niemand opgeschreven."),
            toon=lambda p: p.sleutel != schrijver.dossier.zichzelf,
        )  # fmt: skip
        mensen.kolom.addWidget(self._mensen)
        self._weg_met_gezag = kolom(None, "s")
        mensen.kolom.addLayout(self._weg_met_gezag)
        uitleg = aan_wie(
            _("Klik op iemand, of ga met de pijltjes en druk Enter. Vul dan onder de tekening in wat u samen weet."),
            _("Tik op iemand. Onder de tekening kunt u er iets bij zetten."),
        )
        self._genogram = Genogramdeel(schrijver, self.kaart(_("Het gezin in beeld (genogram)"), uitleg))
        uitleg = aan_wie(
            _("Op wie kan het kind rekenen? Klik op iemand, en vraag het kind hoe die band voelt."),
            _("Op wie kun je rekenen? Tik op iemand, en zeg hoe dat voelt."),
        )
        self._ecogram = Ecogramdeel(schrijver, self.kaart(_("Wie steunt wie (ecogram)"), uitleg))
        self._wie_beslist = Melding("info", "")
        if not HUIDIG.aan_tafel:
            self._broers_en_zussen()
            self._toestemmingen()
        self.ververs()

    def _wonen(self) -> None:
        wonen = self.kaart(_("Waar woont het gezin"), _("Woont het kind op twee plekken, dan zet u ze er allebei in."))
        namen = (_("Nog een woonplek"), _("Woonplek"), _("Nog geen woonplek."))
        wonen.kolom.addWidget(Lijst(self.schrijver, Huishouden, self._huishouden, *namen, 3))

    def _elders(self) -> None:
        """Wonen buiten het gezin, of verhuisd: welke gemeente dan aan zet is, en hoe lang de hulp door kan."""
        kop = _("Woont het kind ergens anders, is het verhuisd, of mag het niet blijven?")
        deel = Uitklapper(kop, "house", HUIDIG.kleuren.accent)
        deel.setProperty("gaat_over", [f"/{veld.id}" for veld in _ELDERS])
        deel.vul_bij_openen(self._vul_elders)
        self.kolom.addWidget(deel)

    def _vul_elders(self, waarin: QVBoxLayout) -> None:
        v = Veldenrij(self.schrijver, waarin, Jeugdige.soort)
        v.datum(Jeugdige.verblijf_sinds, _("Sinds wanneer woont het kind niet thuis?"))
        uitleg = _(
            "De gemeente van vlak daarvoor blijft aan zet (woonplaatsbeginsel, Jeugdwet 1.1). Is die niet te vinden, "
            "dan telt waar de moeder bij de geboorte stond ingeschreven."
        )
        v.regel(Jeugdige.gemeente_voor_verblijf, _("In welke gemeente stond het kind toen ingeschreven?"), uitleg)
        v.regel(Jeugdige.adres_voor_verblijf, _("En op welk adres?"), _("Zoals in de basisregistratie personen."))
        uitleg = _(
            "Op verzoek gaat hulp zonder verblijf bij dezelfde aanbieder ten hoogste een jaar door (Jeugdwet 2.7a)."
        )
        v.datum(Jeugdige.verhuisd_op, _("Wanneer verhuisde het kind naar een andere gemeente?"), uitleg)
        v.regel(Jeugdige.verhuisd_naar, _("Naar welke gemeente?"))
        uitleg = _("Alleen als het voor de hulp uitmaakt: die duurt dan ten hoogste een half jaar per keer.")
        v.vink(Jeugdige.zonder_verblijfsrecht, _("Dit kind mag (nog) niet in Nederland blijven"), uitleg)

    def _broers_en_zussen(self) -> None:
        uitleg = _("Elk kind heeft een eigen dossier. Wonen, mensen en het familiegroepsplan delen ze.")
        kaart = self.kaart(_("Broers en zussen"), uitleg)
        self._nog_niet_erbij = kolom(None, "s")
        kaart.kolom.addLayout(self._nog_niet_erbij)
        links(kaart.kolom, knop(_("Nog een kind in dit gezin"), self._nog_een_kind, "", "plus"))

    def _ververs_broers_en_zussen(self) -> None:
        """Wie een eigen dossier heeft en nog niet bij de mensen staat, is er met één druk op de knop."""
        broers = broers_en_zussen.niet_bij_de_mensen(self.schrijver.werkplek, self.schrijver.id)
        if broers == self._getoonde_broers:
            # Wie typt en dan op de knop drukt, drukt op een knop die er nog is.
            return
        self._getoonde_broers = broers
        leeg(self._nog_niet_erbij)
        for broer in broers:
            knoppen = [(_("Zet {naam} erbij"), "plus", False)]
            zin_ = _("{naam} heeft een eigen dossier, maar staat nog niet bij de mensen.")
            if broer.lijkt_op:
                zin_ = _("{naam} heeft een eigen dossier. Is dat {ander} die bij de mensen staat?")
                knoppen = [(_("Ja, dat is {naam}"), "check", False), (_("Nee, zet {naam} er apart bij"), "plus", True)]
            self._nog_niet_erbij.addWidget(tekst(zin_.format(naam=broer.naam, ander=broer.lijkt_op)))
            for opschrift, beeld, als_nieuw in knoppen:
                zet = partial(self._zet_erbij, broer.id, als_nieuw=als_nieuw)
                links(self._nog_niet_erbij, knop(opschrift.format(naam=broer.naam), zet, "stil", beeld))

    def _ververs_weg_met_gezag(self) -> None:
        """Wie een collega weghaalde en hier het gezag heeft: dat ziet anders niemand, en die beslist mee."""
        weg = {p.sleutel: p.weergavenaam for p in self.schrijver.dossier.gezag_van_wie_weg_is()}
        if weg == self._getoond_weg:
            return
        self._getoond_weg = weg
        leeg(self._weg_met_gezag)
        for sleutel, heet in weg.items():
            naam = heet or _("Iemand zonder naam")
            zin_ = _("{naam} is weggehaald, maar heeft volgens dit dossier het gezag.").format(naam=naam)
            self._weg_met_gezag.addWidget(Melding("let_op", zin_))
            terug = knop(_("{naam} hoort erbij").format(naam=naam), partial(self._houd, sleutel), "", "undo-2")
            zonder = knop(_("{naam} heeft geen gezag").format(naam=naam), partial(self._geen_gezag, sleutel))
            links(self._weg_met_gezag, terug)
            links(self._weg_met_gezag, zonder)

    def _houd(self, sleutel: str) -> None:
        self.verzegel()
        if self.schrijver.doe(schrijven.laat_staan, Persoon, sleutel):
            self._mensen.bouw()
            self.schrijver.meld_veranderd()

    def _geen_gezag(self, sleutel: str) -> None:
        self.verzegel()
        self.schrijver.schrijf(
            Band(f"{Gezagsverhouding.soort}:{sleutel}", Gezagsverhouding.heeft_gezag), Bekend(Gezag.NEE)
        )

    def _zet_erbij(self, kind: str, *, als_nieuw: bool) -> None:
        self.verzegel()
        if self.schrijver.doe(broers_en_zussen.zet_erbij, kind, als_nieuw=als_nieuw):
            self._mensen.bouw()
            self.schrijver.meld_veranderd()

    def _toestemmingen(self) -> None:
        beslist = self.kaart(_("Toestemming"))
        beslist.kolom.addWidget(self._wie_beslist)
        namen = (_("Toestemming opschrijven"), _("Toestemming"), _("Nog geen toestemming opgeschreven."))
        beslist.kolom.addWidget(Lijst(self.schrijver, Toestemmingen, self._toestemming, *namen))

    def _kind(self) -> None:
        v = self.velden(_("Het kind"), Jeugdige.soort)
        v.regel(Jeugdige.voornamen, _("Voornamen"), _("Zoals op het paspoort"))
        v.regel(Jeugdige.roepnaam, _("Roepnaam"))
        v.regel(Jeugdige.voorvoegsel, _("Voorvoegsel"), _("Bijvoorbeeld: van der"), breedte=200)
        v.regel(Jeugdige.achternaam, _("Achternaam"))
        v.datum(Jeugdige.geboortedatum, _("Geboren op"))
        v.keuze(
            Jeugdige.geslacht,
            _("Geslacht"),
            tuple(Geslacht),
            _("Voor het bericht aan de aanbieder en de tekening van het gezin."),
        )
        v.lijst(
            Jeugdige.huishouden, _("Waar woont het kind?"), self._woonplekken, _("Alleen nodig bij meer woonplekken.")
        )
        uitleg = _("Alleen als dat ergens anders is. Dan gaan beide adressen naar de aanbieder.")
        v.lijst(Jeugdige.ingeschreven_bij, _("Waar staat het kind ingeschreven (BRP)?"), self._woonplekken, uitleg)
        v.regel(
            Jeugdige.bsn,
            _("Burgerservicenummer (bsn) van het kind"),
            _("Mag nu leeg blijven. Pas het bericht aan de aanbieder heeft het nodig. Vraag nooit het bsn van ouders."),
            lees=Bsn,
            breedte=260,
        )

    def _nog_een_kind(self) -> None:
        self.verzegel()
        try:
            erbij = dossiers.begin_broer_of_zus(self.schrijver.werkplek, self.schrijver.id)
        except Fout as fout:
            self.schrijver.mislukt.emit(zin(fout))
            return
        self.schrijver.ga_naar.emit(erbij)

    def _kinderen_met_dossier(self) -> list[tuple[str, str]]:
        kinderen = dossiers.kinderen(self.schrijver.werkplek, self.schrijver.id)
        return [(id, naam) for id, naam in kinderen if id != self.schrijver.id]

    def _woonplekken(self) -> list[tuple[str, str]]:
        huizen = self.schrijver.dossier.alle(Huishouden)
        return [(h.sleutel, waarde(h.naam) or _("Woonplek {nummer}").format(nummer=n)) for n, h in enumerate(huizen, 1)]

    @staticmethod
    def _huishouden(v: Veldenrij) -> None:
        v.regel(Huishouden.naam, _("Hoe noemen we deze plek?"), _("Bijvoorbeeld: bij mama"))
        a = Huishouden.adres
        v.regel(a, _("Straat"), deel="straat")
        v.regel(a, _("Huisnummer"), deel="huisnummer", breedte=140)
        v.regel(a, _("Huisletter"), deel="huisletter", breedte=140)
        v.regel(a, _("Toevoeging"), deel="toevoeging", breedte=140)
        v.regel(a, _("Postcode"), deel="postcode", breedte=180)
        v.regel(a, _("Plaats"), deel="plaats")

    def _persoon(self, v: Veldenrij) -> None:
        v.regel(Persoon.voornamen, _("Voornaam"))
        v.regel(Persoon.voorvoegsel, _("Voorvoegsel"), breedte=200)
        v.regel(Persoon.achternaam, _("Achternaam"))
        voor_dit_kind = Veldenrij(self.schrijver, v.indeling, f"{Gezagsverhouding.soort}:{v.sleutel}")
        voor_dit_kind.keuze(Gezagsverhouding.rol, _("Wie is dit voor het kind?"), tuple(Rol))
        v.tekst(Persoon.kan_helpen_met, _("Wat kan deze persoon doen?"))
        if HUIDIG.aan_tafel:
            return
        is_broer = waarde(self.schrijver.dossier.lees(voor_dit_kind.sleutel, Gezagsverhouding.rol)) is Rol.BROER_ZUS
        gekozen = not isinstance(self.schrijver.dossier.lees(v.sleutel, Persoon.dossier), Onbekend)
        if (is_broer or gekozen) and self._kinderen_met_dossier():
            uitleg = _("Kies dit bij een broer of zus. In het eigen dossier staat het kind dan niet nog een keer.")
            v.lijst(Persoon.dossier, _("Welk dossier is van deze persoon?"), self._kinderen_met_dossier, uitleg)
        v.lijst(Persoon.huishouden, _("Waar woont deze persoon?"), self._woonplekken)
        v.regel(Persoon.telefoon, _("Telefoon"), breedte=260)
        voor_dit_kind.keuze(
            Gezagsverhouding.heeft_gezag,
            _("Heeft deze persoon het gezag over het kind?"),
            tuple(Gezag),
            _("Kijk het zo nodig na in het gezagsregister."),
            open_=True,
        )

    def _toestemming(self, v: Veldenrij) -> None:
        t = Toestemmingen.inhoud
        v.keuze(t, _("Waarvoor?"), tuple(Waarvoor), deel="waarvoor")
        v.persoon(t, _("Wie geeft toestemming?"), deel="door")
        met_wie = v.regel(t, _("Delen met wie?"), _("De naam"), deel="met_wie")
        ontvanger = v.keuze(t, _("Wat voor iemand is dat?"), tuple(Ontvanger), deel="ontvanger", open_=True)
        wat = v.regel(t, _("Wat mag er gedeeld worden, en waarvoor?"), deel="wat")
        v.keuze(t, _("Is de toestemming gegeven?"), tuple(Antwoord), deel="gegeven")
        v.datum(t, _("Wanneer?"), deel="datum")
        v.regel(t, _("Hoe?"), _("Bijvoorbeeld: mondeling, in het gesprek"), deel="hoe")
        uitleg = _("Intrekken mag altijd. Vanaf die dag telt de toestemming niet meer.")
        op = v.datum(t, _("Ingetrokken op"), uitleg, deel="ingetrokken_op")
        door = v.persoon(t, _("Ingetrokken door"), deel="ingetrokken_door")
        self._toon_wat_past((met_wie, ontvanger, wat, op, door))

    def _toon_wat_past(self, velden: Iterable[Veldvorm]) -> None:
        """Met wie iets gedeeld wordt, vragen we alleen bij delen; intrekken kan alleen wie ja zei."""
        for veld in velden:
            gezegd = self.schrijver.lees(Band(veld.band.sleutel, Toestemmingen.inhoud))
            nu = waarde_of(gezegd, Toestemming())
            past = nu.waarvoor is Waarvoor.DELEN if veld.band.deel in _BIJ_DELEN else nu.gegeven is Antwoord.JA
            # Wat er al staat, of waar twee mensen iets anders schreven, blijft in beeld.
            veld.setVisible(past or bool(getattr(nu, veld.band.deel)) or isinstance(gezegd, Conflict))

    def ververs(self) -> None:
        velden = self.findChildren(Veldvorm)
        self._toon_wat_past(
            v for v in velden if v.band.veld is Toestemmingen.inhoud and v.band.deel in _BIJ_DELEN + _BIJ_JA
        )
        self._genogram.ververs()
        self._ecogram.ververs()
        if not HUIDIG.aan_tafel:
            self._ververs_weg_met_gezag()
            self._ververs_broers_en_zussen()
        geboren = waarde(self.schrijver.dossier.een(Jeugdige).geboortedatum)
        if geboren is None:
            zin = _("Vul de geboortedatum in. Dan staat hier wie over de hulp beslist.")
        else:
            vandaag = self.schrijver.werkplek.vandaag
            zin = _("Dit kind is {jaar} jaar. Over de hulp beslist: {wie}.").format(
                jaar=leeftijd(geboren, vandaag), wie=_(woord(wie_beslist(geboren, vandaag)))
            )
        self._wie_beslist.zeg(zin)
