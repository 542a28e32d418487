"""Overhandigen: het besluit, het plan en het bericht, met wat er nog mist."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.aanmelding import Toestemming
from jeugdteam_app.dossier.afscherming import lezers, voor_ogen
from jeugdteam_app.dossier.familiegroepsplan import Familiegroepsplan, Taal
from jeugdteam_app.dossier.gezin import Verantwoordelijk
from jeugdteam_app.dossier.post import IN_ORDE, VAN_ONS, Post, Poststuk, stukken
from jeugdteam_app.dossier.toewijzing import Toegewezen
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Bekend, Conflict, waarde
from jeugdteam_app.kern.fouten import Fout
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import bewaren, instellingen, logboek, overdragen, schrijven, toewijzen
from jeugdteam_app.werk import overhandigen as werk
from jeugdteam_app.werk.toewijzen import Ontwerp
from jeugdteam_app.werk.verantwoordelijk import is_overgedragen, verantwoordelijk
from jeugdteam_app.zinnen.bericht import zin_bij_gebrek, zin_bij_retour
from jeugdteam_app.zinnen.fouten import zin
from ui.bouwstenen.basis import Kaart, Melding, Uitklapper, knop, leeg, links, tekst
from ui.bouwstenen.bestand import bewaar_document, bewaar_via
from ui.bouwstenen.brieven import Brieven
from ui.bouwstenen.feiten import toon_feit, veldnaam
from ui.bouwstenen.formulier import Hoofdstukblad
from ui.bouwstenen.indeling import kolom
from ui.bouwstenen.invoer import Keuzelijst, label_bij
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.stijl import HUIDIG

_MEESTE_BLIKKEN = 200


def _met_wie(van: Toestemming) -> str:
    """Met wie er gedeeld mag worden, en wat als dat erbij staat."""
    wie = van.met_wie or (_(woord(van.ontvanger)) if van.ontvanger else "")
    return f"{wie} ({van.wat})" if van.wat else wie


class Blad(Hoofdstukblad):
    """Wat er op papier en in een bericht meegaat."""

    def __init__(self, schrijver: Schrijver) -> None:
        uitleg = _("Wat u meegeeft of verstuurt. U kiest zelf waar een bestand komt; zet er geen naam van een kind in.")
        super().__init__(schrijver, _("Overhandigen"), uitleg)
        self._delen = Melding("info", "")
        self.kolom.addWidget(self._delen)
        self._overdracht = kolom(None, "s")
        self.kolom.addLayout(self._overdracht)
        self._toon_overdracht()
        self._voor_wie()
        plan = self.kaart(_("Het plan van de familie"), _("In hun eigen woorden."))
        twee = _("In het plan staan ergens twee antwoorden van twee mensen. Kies eerst samen, of geef allebei mee.")
        self._twee = Melding("let_op", twee)
        plan.kolom.addWidget(self._twee)
        self._knop(plan.kolom, _("Plan bewaren als PDF"), "gezinsplan.pdf", self._plan)
        self._knop(plan.kolom, _("Plan bewaren als boekje"), "ons-boekje.pdf", self._boekje)
        vouw = _("Druk het boekje dubbelzijdig af op A4, over de korte kant. Vouw het in het midden.")
        plan.kolom.addWidget(tekst(vouw, "zacht"))
        samen = _("Met wat iedereen zei. Kijk na wie dit mag lezen. De meldcode en vragen van ouders staan er niet in.")
        analyse = self.kaart(_("De verklarende analyse"), samen)
        self._knop(analyse.kolom, _("Analyse bewaren als PDF"), "analyse.pdf", self._analyse)
        self._knop(analyse.kolom, _("Kansencirkel bewaren als PDF"), "kansencirkel.pdf", self._cirkel)
        self._inzien()
        self._in_hun_taal()
        self._besluiten = kolom(None, "l")
        self.kolom.addLayout(self._besluiten)
        self.kolom.addWidget(Brieven(schrijver))
        self._berichten = Uitklapper(_("Berichten die gingen en kwamen"), "list-checks", HUIDIG.kleuren.accent)
        self._berichten.vul_bij_openen(self._vul_berichten)
        self.kolom.addWidget(self._berichten)
        lege = Uitklapper(_("Lege formulieren, om op papier in te vullen"), "printer", HUIDIG.kleuren.accent)
        lege.vul_bij_openen(self._vul_lege_bladen)
        self.kolom.addWidget(lege)
        keek = Uitklapper(_("Wie keek wanneer in dit dossier?"), "eye", HUIDIG.kleuren.accent)
        keek.vul_bij_openen(self._vul_keek)
        self.kolom.addWidget(keek)
        self.ververs()

    def _inzien(self) -> None:
        """Het hele dossier op papier, voor wie het leest."""
        recht = _("Het gezin mag alles lezen en er een kopie van krijgen. Wat van een ander is, staat er niet in.")
        alles = self.kaart(_("Het hele dossier inzien"), recht)
        self._inziener = Keuzelijst()
        alles.kolom.addWidget(label_bij(self._inziener, _("Wie gaat dit lezen?")))
        alles.kolom.addWidget(self._inziener)
        self._mag_lezen = Melding("let_op", "")
        self._inziener.currentIndexChanged.connect(self._zeg_wie_mag_lezen)
        alles.kolom.addWidget(self._mag_lezen)
        wie = _("Waar iemand woont en hoe die te bereiken is, leest alleen die persoon zelf.")
        alles.kolom.addWidget(tekst(wie, "zacht"))
        self._ook: dict[werk.NietVanzelf, QCheckBox] = {}
        for deel, opschrift in (
            (werk.NietVanzelf.VEILIGHEID, _("Ook wat er over veiligheid en de meldcode staat")),
            (werk.NietVanzelf.OUDERS, _("Ook wat ouders over zichzelf vertelden")),
            (werk.NietVanzelf.MELDER, _("Ook de zorgen, en van wie die kwamen")),
        ):
            self._ook[deel] = QCheckBox(opschrift)
            self._ook[deel].setAccessibleName(opschrift)
            alles.kolom.addWidget(self._ook[deel])
        uitleg = _("Kies dit alleen als het niemand in gevaar brengt. Anders staat er dat het er niet bij is.")
        alles.kolom.addWidget(tekst(uitleg, "zacht"))
        self._knop(alles.kolom, _("Alles bewaren als PDF"), "inzage.pdf", self._inzage)
        alles.kolom.addWidget(tekst(self._zin_over_bewaren(), "zacht"))

    def _toon_overdracht(self) -> None:
        """Wie er na een overdracht verantwoordelijk is, en wat de vorige collega daarna nog schreef."""
        leeg(self._overdracht)
        werkplek, id = self.schrijver.werkplek, self.schrijver.id
        if twee := overdragen.twee_keer(werkplek, id):
            self._kies_verantwoordelijke(twee)
        van = verantwoordelijk(werkplek, id)
        if van is None:
            return
        dag = toon_datum(van.sinds)
        if overdragen.kwam_niet_terug(werkplek, id) is not None:
            zin_ = _("Bij {naam} is dit dossier vernietigd; het komt daar niet terug. Nu is niemand verantwoordelijk.")
            melding = Melding("let_op", zin_.format(naam=van.naam))
            links(melding.rechts, knop(_("Weer zelf verantwoordelijk"), self._neem_terug, "", "undo-2"))
            self._overdracht.addWidget(melding)
            return
        if is_overgedragen(werkplek, id):
            zin_ = _("Overgedragen aan {naam} op {dag}. Wat u hier nog schrijft, leest {naam} na als u het stuurt.")
            onderweg = not overdragen.is_aangekomen(werkplek, id)
            if onderweg:
                zin_ += " " + _("Er is nog geen bewijs van ontvangst; tot dan blijft het werk ook bij u.")
            melding = Melding("info", zin_.format(naam=van.naam, dag=dag))
            if onderweg and van.van_contact == overdragen.ik(werkplek):
                melding.rechts.addWidget(tekst(_("Is het bestand zoekgeraakt? Dan kunt u het terugnemen."), "zacht"))
                links(melding.rechts, knop(_("Weer zelf verantwoordelijk"), self._neem_terug, "", "undo-2"))
            self._overdracht.addWidget(melding)
            return
        zin_ = _("{naam} droeg dit dossier op {dag} aan u over.").format(naam=van.van_naam, dag=dag)
        self._overdracht.addWidget(Melding("info", zin_))
        later = overdragen.nagekomen(werkplek, id)
        if not later:
            return
        melding = Melding("let_op", _("Na de overdracht kwam dit nog. Het staat al in het dossier."))
        for een in later:
            inhoud = toon_feit(een.feit) or _("leeg")
            melding.rechts.addWidget(tekst(f"{een.auteur} · {veldnaam(een.veld)}: {inhoud}"))
        links(melding.rechts, knop(_("Gezien"), self._nagelezen, "", "check"))
        self._overdracht.addWidget(melding)

    def _kies_verantwoordelijke(self, twee: tuple[Verantwoordelijk, ...]) -> None:
        melding = Melding("let_op", _("Dit dossier is twee keer overgedragen. Wie is nu verantwoordelijk?"))
        for van in twee:
            keuze = _("{naam}, overgedragen door {van} op {dag}")
            opschrift = keuze.format(naam=van.naam, van=van.van_naam, dag=toon_datum(van.sinds))
            links(melding.rechts, knop(opschrift, partial(self._is_verantwoordelijk, van), "", "check"))
        self._overdracht.addWidget(melding)

    def _is_verantwoordelijk(self, van: Verantwoordelijk) -> None:
        if self.schrijver.doe(overdragen.kies, van):
            self._toon_overdracht()
            self.titel.setFocus()

    def _nagelezen(self) -> None:
        if self.schrijver.doe(overdragen.gezien):
            self._toon_overdracht()
            self.titel.setFocus()

    def _zeg_wie_mag_lezen(self) -> None:
        """Zegt het als eerst iemand anders het goed moet vinden; het houdt niets tegen."""
        s = self.schrijver
        zinnen = {
            None: "",
            werk.Vraagt.DE_JONGERE: _(
                "Vanaf 16 jaar gaat de jongere zelf over het dossier. Geef dit een ander alleen als die dat goed vindt."
            ),
            werk.Vraagt.WIE_EROVER_GAAT: _(
                "Er staat niet dat deze lezer het gezag heeft. Klopt dat? Geef dit dan alleen met toestemming van wie "
                "erover gaat."
            ),
        }
        zei = zinnen[werk.inzage_vraagt(s.werkplek, s.id, self._inziener.currentData() or "")]
        self._mag_lezen.zeg(zei)
        self._mag_lezen.setVisible(bool(zei))

    def _zin_over_bewaren(self) -> str:
        van = bewaren.termijn(self.schrijver.werkplek, self.schrijver.id)
        if van.tot is None:
            return _("Hoe lang uw gemeente dit bewaart, is niet ingevuld (Gemeente en team).")
        return _("We bewaren dit dossier tot {dag}. {bron}.").format(dag=toon_datum(van.tot), bron=van.bron)

    def _inzage(self) -> bytes:
        ook = [deel for deel, vakje in self._ook.items() if vakje.isChecked()]
        return werk.inzage_pdf(self.schrijver.werkplek, self.schrijver.id, self._inziener.currentData() or "", ook)

    def _vul_lege_bladen(self, indeling: QVBoxLayout) -> None:
        for opschrift, blad in (
            (_("Leeg intakeformulier bewaren als PDF"), werk.LeegBlad.INTAKE),
            (_("Leeg blad voor een gesprek bewaren als PDF"), werk.LeegBlad.GESPREK),
            (_("Lege vraagverheldering bewaren als PDF"), werk.LeegBlad.VRAAG),
            (_("Lege verklarende analyse bewaren als PDF"), werk.LeegBlad.ANALYSE),
            (_("Leeg familiegroepsplan bewaren als PDF"), werk.LeegBlad.PLAN),
            (_("Lege kansencirkel bewaren als PDF"), werk.LeegBlad.KANSENCIRKEL),
            (_("Leeg perspectiefplan bewaren als PDF"), werk.LeegBlad.PERSPECTIEFPLAN),
            (_("Lege toestemming bewaren als PDF"), werk.LeegBlad.TOESTEMMING),
            (_("Leeg blad om samen terug te kijken bewaren als PDF"), werk.LeegBlad.TERUGKIJKEN),
            (_("Lege meldcode bewaren als PDF"), werk.LeegBlad.MELDCODE),
            (_("Leeg blad voor kind, gezin en netwerk bewaren als PDF"), werk.LeegBlad.GEZIN),
            (_("Leeg blad voor wat ouders meemaken bewaren als PDF"), werk.LeegBlad.OUDERS),
            (_("Leeg blad voor onderzoek en keuze bewaren als PDF"), werk.LeegBlad.STAPPEN),
            (_("Leeg blad voor een praktijk bewaren als PDF"), werk.LeegBlad.PRAKTIJK),
        ):
            self._knop(indeling, opschrift, f"{blad}.pdf", partial(werk.leeg_blad_pdf, blad))

    def _vul_berichten(self, indeling: QVBoxLayout) -> None:
        """Wat er met aanbieders heen en weer ging, het laatste eerst, met wat er bij een retour mis was."""
        gegaan = [(post, stuk) for post in self.schrijver.dossier.alle(Post) if (stuk := waarde(post.inhoud))]
        if not gegaan:
            indeling.addWidget(tekst(_("Nog geen berichten."), "zacht"))
        for post, stuk in reversed(gegaan):
            dag = waarde(post.op)
            regel = f"{toon_datum(dag) if dag else ''} · {_(woord(stuk.soort))} · {stuk.identificatie}"
            indeling.addWidget(tekst(regel))
            for code in sorted(set(stuk.retourcodes) - IN_ORDE):
                indeling.addWidget(Melding("info" if waarde(post.hersteld_op) else "fout", zin_bij_retour(code)))
            if opschrift := self._af_te_doen(stuk, post):
                klaar = knop(opschrift, partial(self._handel_af, post.sleutel), "", "check")
                klaar.setAccessibleDescription(regel)
                links(indeling, klaar)

    def _af_te_doen(self, stuk: Poststuk, post: Post) -> str:
        """Wat iemand kan zeggen van een bericht waar verder niets op komt; leeg als er niets te zeggen is."""
        if waarde(post.hersteld_op) is not None:
            return ""
        if stuk.soort in VAN_ONS:
            alle = stukken(self.schrijver.dossier.alle(Post))
            terug = any((s.over, s.partij) == (stuk.identificatie, stuk.partij) for s in alle)
            return "" if terug else _("De backoffice zegt dat dit aankwam")
        hier = {waarde(t.nummer) for t in self.schrijver.dossier.alle(Toegewezen)}
        return _("Dit is uitgezocht") if {v.nummer for v in stuk.verloop} - hier else ""

    def _handel_af(self, sleutel: str) -> None:
        vandaag = self.schrijver.werkplek.vandaag
        if self.schrijver.doe(schrijven.leg_vast, {(sleutel, Post.hersteld_op): Bekend(vandaag)}):
            leeg(self._berichten.kolom)
            self._vul_berichten(self._berichten.kolom)
            self._berichten.knop.setFocus()
            self.schrijver.meld_veranderd()

    def _vul_keek(self, indeling: QVBoxLayout) -> None:
        """Wat er op deze laptop met dit dossier gebeurde; het gezin mag dit weten."""
        indeling.addWidget(
            tekst(_("Op deze laptop. Een collega die het dossier kreeg, heeft een eigen lijst."), "zacht")
        )
        try:
            blikken = logboek.wie_keek(self.schrijver.werkplek, self.schrijver.id)
        except Fout as fout:
            indeling.addWidget(Melding("fout", zin(fout)))
            return
        for blik in blikken[:_MEESTE_BLIKKEN]:
            regel = f"{blik.wanneer} · {blik.door} {_(blik.wat)}"
            niet_zeker = _("Aan deze regel, of aan wat ervoor stond, is buiten het programma om iets veranderd.")
            indeling.addWidget(tekst(regel) if blik.past else Melding("let_op", f"{regel}. {niet_zeker}"))
        if (ouder := len(blikken) - _MEESTE_BLIKKEN) > 0:
            meer = _("Nog {aantal} oudere regels; bij ‘Het hele dossier inzien’ staan ze allemaal.")
            indeling.addWidget(tekst(meer.format(aantal=ouder), "zacht"))

    def _neem_terug(self) -> None:
        if self.schrijver.doe(overdragen.neem_terug):
            self.schrijver.meld_veranderd()
            self._toon_overdracht()

    def _voor_wie(self) -> None:
        """Alleen als er iets is afgeschermd: voor wie het papier is."""
        uitleg = _("Er is iets afgeschermd. Op papier voor iedereen staat dat niet.")
        self._afgeschermd = self.kaart(_("Voor wie is het papier?"), uitleg)
        self._lezer = Keuzelijst()
        self._afgeschermd.kolom.addWidget(label_bij(self._lezer, _("Wie krijgt het plan of de analyse?")))
        self._afgeschermd.kolom.addWidget(self._lezer)

    def _toon_lezers(self) -> None:
        dossier = self.schrijver.dossier
        for lijst in (self._lezer, self._inziener):
            gekozen = lijst.currentData()
            lijst.clear()
            lijst.addItem(_("iedereen in het gezin"), "")
            for sleutel, naam in lezers(dossier):
                lijst.addItem(naam, sleutel)
            lijst.setCurrentIndex(max(0, lijst.findData(gekozen or "")))
        self._afgeschermd.setVisible(bool(voor_ogen(dossier).verborgen))
        self._zeg_wie_mag_lezen()

    def _in_hun_taal(self) -> None:
        """Het plan, een uitnodiging en hun rechten, in de taal van het gezin naast het Nederlands."""
        uitleg = _("Naast elkaar met het Nederlands. Eigen woorden blijven zoals ze gezegd zijn.")
        kaart = self.kaart(_("In de taal van het gezin"), uitleg)
        self._taal = Keuzelijst()
        for taal in Taal:
            self._taal.addItem(_(woord(taal)), taal)
        gezegd = waarde(self.schrijver.dossier.een(Familiegroepsplan).taal)
        self._taal.setCurrentIndex(max(0, self._taal.findData(gezegd)))
        kaart.kolom.addWidget(label_bij(self._taal, _("Welke taal?")))
        kaart.kolom.addWidget(self._taal)
        self._concept = Melding(
            "let_op", _("Nog niemand keek deze taal na. Het papier zegt zelf dat het een concept is.")
        )
        kaart.kolom.addWidget(self._concept)
        self._taal.currentIndexChanged.connect(lambda _n: self._toon_concept())
        self._toon_concept()
        for opschrift, papier in (
            (_("Plan bewaren in deze taal"), werk.Papier.PLAN),
            (_("Plan als boekje bewaren in deze taal"), werk.Papier.BOEKJE),
            (_("Uitnodiging bewaren"), werk.Papier.UITNODIGING),
            (_("Uitleg van rechten bewaren"), werk.Papier.RECHTEN),
        ):
            self._knop(kaart.kolom, opschrift, f"{papier}.pdf", partial(self._papier, papier))

    def _toon_concept(self) -> None:
        self._concept.setVisible(not werk.is_nagekeken(Taal(self._taal.currentData())))

    def _papier(self, papier: werk.Papier) -> bytes:
        taal = Taal(self._taal.currentData())
        return werk.in_taal_pdf(self.schrijver.werkplek, self.schrijver.id, papier, taal, self._lezer.currentData())

    def _analyse(self) -> bytes:
        return werk.analyse_pdf(self.schrijver.werkplek, self.schrijver.id, self._lezer.currentData())

    def _cirkel(self) -> bytes:
        return werk.kansencirkel_pdf(self.schrijver.werkplek, self.schrijver.id, self._lezer.currentData())

    def _plan(self) -> bytes:
        return werk.gezinsplan_pdf(self.schrijver.werkplek, self.schrijver.id, self._lezer.currentData())

    def _boekje(self) -> bytes:
        return werk.boekje_pdf(self.schrijver.werkplek, self.schrijver.id, self._lezer.currentData())

    def _toon_delen(self) -> None:
        """Met wie delen mag, en met wie niet meer: voor iemand iets meegeeft."""
        gezegd = werk.delen(self.schrijver.werkplek, self.schrijver.id)
        delen = [
            _("Delen mag met: {wie}.").format(wie="; ".join(map(_met_wie, gezegd.mag)))
            if gezegd.mag
            else _("Er is geen toestemming om informatie te delen met anderen.")
        ]
        if gezegd.niet_meer:
            delen.append(_("Niet (meer) delen met: {wie}.").format(wie="; ".join(map(_met_wie, gezegd.niet_meer))))
        self._delen.zeg(" ".join(delen))

    def ververs(self) -> None:
        self._toon_delen()
        self._twee.setVisible(werk.plan_heeft_twee_antwoorden(self.schrijver.werkplek, self.schrijver.id))
        self._toon_lezers()
        leeg(self._besluiten)
        ontwerpen = toewijzen.ontwerpen(self.schrijver.werkplek, self.schrijver.id)
        if not ontwerpen:
            beslist = instellingen.profiel(self.schrijver.werkplek).rol.besluit
            zin_ = _("Er is nog geen toewijzing. Daarna kunt u hier het besluit maken.")
            anders = _("Uw team maakt zelf geen besluit. Wat u aan een ander meegeeft, maakt u hier als brief.")
            self._besluiten.addWidget(tekst(zin_ if beslist else anders, "zacht"))
        for ontwerp in ontwerpen:
            self._besluit(ontwerp)

    def _besluit(self, ontwerp: Ontwerp) -> None:
        kaart = Kaart()
        kaart.kolom.addWidget(tekst(_(ontwerp.inhoud.productnaam or woord(ontwerp.inhoud.besluit)), "kop"))
        if ontwerp.vastgesteld:
            vast = _("Besluit {nummer} van {dag}").format(
                nummer=ontwerp.vastgesteld.besluitnummer, dag=toon_datum(ontwerp.vastgesteld.datum)
            )
            kaart.kolom.addWidget(tekst(vast, "zacht"))
        self._besluiten.addWidget(kaart)
        plek, id = self.schrijver.werkplek, self.schrijver.id
        if isinstance(Toegewezen(self.schrijver.dossier.kind, ontwerp.sleutel).vastgesteld, Conflict):
            kies = _("Twee mensen stelden dit vast. Kies eerst bij ‘Toewijzing’ welk besluit geldt.")
            kaart.kolom.addWidget(Melding("let_op", kies))
            return
        opschrift = _("Besluit bewaren als PDF") if ontwerp.vastgesteld else _("Concept bewaren als PDF")
        self._knop(kaart.kolom, opschrift, "besluit.pdf", partial(werk.besluit_pdf, plek, id, ontwerp.sleutel))
        if ontwerp.vastgesteld is None:
            kaart.kolom.addWidget(Melding("let_op", _("Nog niet vastgesteld: het besluit is een concept.")))
            return
        if not ontwerp.inhoud.gaat_in_bericht:
            kaart.kolom.addWidget(tekst(_("Bij dit besluit hoort geen bericht aan een aanbieder."), "zacht"))
            return
        if lopend.van(self.schrijver.dossier, ontwerp.sleutel) is None:
            kaart.kolom.addWidget(Melding("let_op", _("Dit besluit geldt niet. Er hoort geen bericht meer bij.")))
            return
        staat = werk.bericht(plek, id, ontwerp.sleutel)
        for gebrek in staat.gebreken:
            kaart.kolom.addWidget(Melding("let_op", zin_bij_gebrek(gebrek)))
        if not staat.gebreken:
            kaart.kolom.addWidget(Melding("goed", _("Het bericht aan de aanbieder (JW301) is compleet.")))
            zet_klaar = partial(werk.zet_bericht_klaar, plek, id, ontwerp.sleutel)
            bewaar = partial(bewaar_via, self, self.schrijver, f"JW301-{staat.bericht.identificatie}.xml", zet_klaar)
            links(kaart.kolom, knop(_("Bericht bewaren (JW301)"), bewaar, "", "file-down"))

    def _knop(self, indeling: QVBoxLayout, opschrift: str, naam: str, maak: Callable[[], bytes]) -> None:
        links(indeling, knop(opschrift, partial(bewaar_document, self, self.schrijver, naam, maak), "", "file-down"))
