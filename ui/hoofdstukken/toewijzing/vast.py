"""De kaart van een besluit dat vaststaat: wat er geldt, en wat er daarna nog kan."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from jeugdteam_app.dossier import lopend
from jeugdteam_app.dossier.toewijzing import Besluitsoort, Toegewezen, Vaststelling
from jeugdteam_app.kern.periode import toon_datum
from jeugdteam_app.kern.taal import _
from jeugdteam_app.werk import nummers
from jeugdteam_app.werk import toewijzen as werk
from jeugdteam_app.werk.toewijzen import Ontwerp
from jeugdteam_app.zinnen.bericht import GEBREKEN
from ui.bouwstenen.basis import Kaart, Melding, knop, links, tekst
from ui.bouwstenen.formulier import Veldenrij
from ui.bouwstenen.indeling import Doorlooprij
from ui.bouwstenen.schrijver import Schrijver
from ui.bouwstenen.weghaalvraag import weghaalvraag
from ui.hoofdstukken.toewijzing.gezegd import som, wat
from ui.hoofdstukken.toewijzing.ontwerp import veiligheidsvink
from ui.hoofdstukken.toewijzing.vervolg import Terugkijkdeel, Vervolgdeel


class Vastkaart(Kaart):
    """Eén vastgesteld besluit. ``begin_met`` maakt het ontwerp van een volgend besluit, ``opnieuw`` bouwt het blad."""

    def __init__(
        self,
        schrijver: Schrijver,
        ontwerp: Ontwerp,
        vast: Vaststelling,
        nummer: int,
        begin_met: Callable[[Callable[[], str]], None],
        opnieuw: Callable[[], None],
    ) -> None:
        super().__init__()
        self._schrijver, self._ontwerp = schrijver, ontwerp
        self._begin_met, self._opnieuw = begin_met, opnieuw
        naam = wat(ontwerp.inhoud)
        self.kolom.addWidget(tekst(_("Besluit {nummer}: {product}").format(nummer=nummer, product=naam), "kop"))
        if ontwerp.sleutel not in lopend.geldige(schrijver.dossier):
            self._geldt_niet(vast)
            return
        self._staat_vast(vast)
        if ontwerp.inhoud.geeft_hulp:
            self._hulp()
        else:
            self._zonder_hulp()

    def _geldt_niet(self, vast: Vaststelling) -> None:
        """Wie het gezin of de aanbieder nog moet vertellen dat dit niet geldt, hoort dat hier te lezen."""
        niet = _(
            "Dit besluit geldt niet: er is een ander besluit gekozen. Kreeg het gezin de brief al? Schrijf dan dat "
            "hij is ingetrokken. Kreeg de aanbieder al een bericht met nummer {nummer}? Het volgende "
            "bericht herstelt dat."
        )
        bericht = niet.format(nummer=self._ontwerp.nummer or vast.besluitnummer)
        self.kolom.addWidget(Melding("let_op", bericht))
        begin = vast.inhoud.ingangsdatum
        if vast.inhoud.gaat_in_bericht and begin is not None and begin <= self._schrijver.werkplek.vandaag:
            # Weghalen mag niet na een betaalde declaratie (TR385), en of die er is weten wij niet.
            betaald = _(
                "De hulp kan onder dit nummer al begonnen zijn. Kreeg de aanbieder daarvoor geld, dan mag het nummer "
                "niet weg. Vraag het na bij de backoffice voordat u het bericht verstuurt."
            )
            self.kolom.addWidget(Melding("let_op", betaald))

    def _staat_vast(self, vast: Vaststelling) -> None:
        melding = _("Vastgesteld op {dag}, met nummer {nummer}. Dit verandert niet meer.").format(
            dag=toon_datum(vast.datum), nummer=vast.besluitnummer
        )
        self.kolom.addWidget(Melding("goed", melding))
        sleutel = self._ontwerp.sleutel
        if vraag := weghaalvraag(self._schrijver, Toegewezen, sleutel, self._opnieuw, mag_weg=False):
            self.kolom.addWidget(vraag)
        if self._ontwerp.veranderd_door:
            later = _("Veranderd met besluit {nummer}.").format(nummer=self._ontwerp.veranderd_door)
            self.kolom.addWidget(Melding("info", later))

    def _zonder_hulp(self) -> None:
        if not self._ontwerp.veranderd_door:
            self._verbeteren()
        if self._ontwerp.inhoud.evaluatiedatum:
            self.kolom.addWidget(Terugkijkdeel(self._schrijver, self._ontwerp.sleutel))

    def _hulp(self) -> None:
        ontwerp, sleutel = self._ontwerp, self._ontwerp.sleutel
        self.kolom.addWidget(tekst(som(ontwerp)))
        if ontwerp.nummer is None and ontwerp.inhoud.gaat_in_bericht:
            self.kolom.addWidget(Melding("let_op", _(GEBREKEN["toewijzingnummer"])))
            links(self.kolom, knop(_("Nummer uit het blok nemen"), self._neem_nummer))
        een = lopend.van(self._schrijver.dossier, sleutel)
        if een is None or een.item.sleutel != sleutel:
            # De toewijzing staat nu bij het latere besluit; onder een nieuw nummer blijft deze wel bestaan.
            return
        veiligheidsvink(Veldenrij(self._schrijver, self.kolom, sleutel))
        self._anders(alleen_stoppen=bool(ontwerp.veranderd_door))
        woonplek = ontwerp.inhoud.woonplek is not None
        self.kolom.addWidget(Vervolgdeel(self._schrijver, sleutel, self._begin_met, is_woonplek=woonplek))

    def _neem_nummer(self) -> None:
        if self._schrijver.doe(nummers.geef, self._ontwerp.sleutel):
            self._opnieuw()

    def _anders(self, *, alleen_stoppen: bool) -> None:
        """Afbouwen is even makkelijk als opbouwen: een nieuw besluit dat dit besluit verandert of stopt."""
        wijzigen = (_("Wijzigen of verlengen"), Besluitsoort.WIJZIGEN)
        stoppen = (_("Eerder stoppen"), Besluitsoort.BEEINDIGEN)
        self._nieuw_besluit(werk.begin_wijziging, (stoppen,) if alleen_stoppen else (wijzigen, stoppen))

    def _verbeteren(self) -> None:
        """Een weigering of ‘geen hulp’ verandert met een nieuw besluit dat het oude noemt."""
        keuzes = (
            (_("Dit besluit verbeteren"), self._ontwerp.inhoud.besluit),
            (_("Toch hulp toekennen"), Besluitsoort.TOEKENNEN),
        )
        self._nieuw_besluit(werk.begin_verbetering, keuzes)

    def _nieuw_besluit(self, begin: Callable[..., str], keuzes: tuple[tuple[str, Besluitsoort], ...]) -> None:
        vak = QWidget()
        knoppen = Doorlooprij(vak)
        for opschrift, soort in keuzes:
            maak = partial(begin, self._schrijver.werkplek, self._schrijver.id, self._ontwerp.sleutel, soort)
            knoppen.addWidget(knop(opschrift, partial(self._begin_met, maak), "", "milestone"))
        self.kolom.addWidget(vak)
