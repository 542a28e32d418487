"""Wat het gezin op papier krijgt, in hun taal naast het Nederlands: het plan, een uitnodiging en hun rechten.

De vaste zinnen staan links in het Nederlands en rechts in de andere taal. Wat iemand zelf zei, staat er zoals
het gezegd is, met erbij in welke taal. Bronnen van de rechten: Jeugdwet 2.5, 4.1.2, 7.3.2 tot en met 7.3.11 en
Awb 6:7.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from jeugdteam_app.documenten import boekje
from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.gezinstaal import Gezinstaal, gezinstaal, merk, taal_van
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier.analyse import Analyse
from jeugdteam_app.dossier.doelen import Doel
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import EIGEN_TEKST, Familiegroepsplan, Stap, Taal
from jeugdteam_app.dossier.gesprek import Instemmingen, Waarover
from jeugdteam_app.dossier.gezin import Persoon
from jeugdteam_app.dossier.handtekening import klopt
from jeugdteam_app.dossier.kort import gezegd, keuzes, namen
from jeugdteam_app.dossier.perspectiefplan import Gebiedsplan, Geregeld, Leefgebied, Perspectiefplan, Regelzaak
from jeugdteam_app.dossier.planvakken import BLOK_BIJ_EENS, ergens_twee_antwoorden
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import Feit, alle_waarden, waarde

Blok = dict[str, Any]
_RECHTEN = (
    "recht-plan", "recht-plan-hoeft-niet", "recht-begrijpen", "recht-onder-12", "recht-12-15", "recht-16",
    "recht-delen", "recht-inzien", "recht-eigen-verhaal", "recht-wissen", "recht-vertrouwenspersoon",
    "recht-bezwaar", "recht-gevaar",
)  # fmt: skip


def plan(dossier: Dossier, taal: Taal, moment: datetime) -> bytes:
    """Het plan van de familie."""
    return zet("tweetalig", _plangegevens(dossier, taal, moment), moment)


def plan_als_boekje(dossier: Dossier, taal: Taal, moment: datetime) -> bytes:
    """Hetzelfde plan als boekje om af te drukken, te vouwen en te bewaren."""
    return boekje.maak("tweetalig", _plangegevens(dossier, taal, moment), moment)


def _plangegevens(dossier: Dossier, taal: Taal, moment: datetime) -> Blok:
    blad = _Blad(taal)
    blad.plan(dossier)
    return _gegevens(blad, "plan-titel", moment, dossier)


def uitnodiging(taal: Taal, moment: datetime, telefoon: str = "") -> bytes:
    """Een uitnodiging voor een gesprek, met lijnen om dag, plek en namen op te schrijven.

    ``telefoon`` is het nummer van het team; is dat er niet, dan komt ook daar een lijn.
    """
    blad = _Blad(taal)
    for zin in ("waarom", "samen"):
        blad.zin(f"uitnodiging-{zin}")
    for vraag in ("wanneer", "waar", "met-wie"):
        blad.kop(f"uitnodiging-{vraag}")
        blad.blokken.append({"soort": "lijn"})
    for zin in ("meenemen", "kind", "tolk", "plan", "anders"):
        blad.zin(f"uitnodiging-{zin}")
    blad.kop("uitnodiging-telefoon")
    blad.blokken.append({"soort": "nummer", "nummer": telefoon} if telefoon else {"soort": "lijn"})
    return zet("tweetalig", {**_gegevens(blad, "uitnodiging-titel", moment), "op_een_blad": True}, moment)


def rechten(taal: Taal, moment: datetime) -> bytes:
    """Wat een gezin mag vragen en verwachten."""
    blad = _Blad(taal)
    for recht in _RECHTEN:
        blad.zin(recht)
    return zet("tweetalig", _gegevens(blad, "rechten-titel", moment), moment)


def _gegevens(blad: _Blad, titel: str, moment: datetime, dossier: Dossier | None = None) -> Blok:
    nl, ander = blad.nl, blad.ander
    concept = ander is not nl and not all(map(ander.is_nagekeken, (*blad.gebruikt, titel, "nederlands-telt")))
    # Makkelijk Nederlands is geen andere taal: dan zeggen alleen de eigen zinnen wat het is.
    andere_taal = ander.taal != nl.taal
    telt = {"nl": nl.blokken["nederlands-telt"], "ander": ander.blokken["nederlands-telt"]}
    uitleg = [] if ander is nl else [telt if andere_taal else {"nl": telt["ander"], "ander": ""}]
    return {
        "titel": nl.blokken[titel],
        "titel_ander": "" if ander.blokken[titel] == nl.blokken[titel] else ander.blokken[titel],
        "taal": ander.taal,
        "richting": ander.richting,
        "afzender": "Lokaal team",
        "voet": nl.blokken["plan-van"] if titel == "plan-titel" else f"Afgedrukt op {t.voluit(t.dag_van(moment))}.",
        "bladzijde": "bladzijde",
        "uitleg_onbekende_tekens": t.UITLEG_TEKENS,
        "banden": [t.BAND_VOORBEELD] if dossier is not None and t.is_voorbeeld(dossier) else [],
        "concept": ander.blokken["concept"] if concept else "",
        "concept_nl": nl.blokken["concept"] if concept and andere_taal else "",
        "uitleg": uitleg,
        "blokken": blad.blokken,
    }


class _Blad:
    """Maakt de blokken van een papier: vaste zinnen in twee talen, en eigen woorden in hun eigen taal."""

    def __init__(self, taal: Taal) -> None:
        self.nl, self.ander = gezinstaal(Taal.NEDERLANDS), gezinstaal(taal)
        self.blokken: list[Blok] = []
        self.gebruikt: set[str] = set()
        # Van rechts naar links komt op een eigen regel: op één regel raken getallen en woorden door elkaar.
        self._tussen = "\n" if self.ander.richting == "rtl" else " / "

    def _paar(self, soort: str, naam: str, **invulling: str | date) -> None:
        def in_taal(taal: Gezinstaal) -> str:
            gevuld = {k: taal.dag(v) if isinstance(v, date) else v for k, v in invulling.items()}
            return taal.blokken[naam].format(**gevuld)

        self.gebruikt.add(naam)
        anders = in_taal(self.ander) if in_taal(self.ander) != in_taal(self.nl) else ""
        # Staat er bij geen enkele zin wie haar nakeek, dan zegt de band bovenaan genoeg.
        merk_zin = bool(anders and self.ander.zinnen_nagekeken) and not self.ander.is_nagekeken(naam)
        concept = self.ander.concept_kort if merk_zin else ""
        self.blokken.append({"soort": soort, "nl": in_taal(self.nl), "ander": anders, "concept": concept})

    def kop(self, naam: str) -> None:
        """Een kop."""
        self._paar("kop", naam)

    def zin(self, naam: str, **invulling: str | date) -> None:
        """Een vaste zin; een dag staat er in elke taal zoals die hem schrijft."""
        self._paar("zin", naam, **invulling)

    def eigen(self, tekst: str, gezegd_in: Taal, wie: str = "") -> None:
        """Wat iemand zelf zei, met de taal erbij als dat geen Nederlands is; zijn naam telt daar niet bij."""
        gezegd_in = taal_van(tekst, gezegd_in)
        taal = gezinstaal(gezegd_in)
        blok = {
            "soort": "eigen",
            "tekst": f"{wie}:\n{tekst}" if wie else tekst,
            "merk": merk(gezegd_in, self.nl, self.ander),
            "taal": taal.taal,
            "richting": taal.richting,
        }
        self.blokken.append(blok)

    def _in_cel(self, tekst: str, gezegd_in: Taal = Taal.NEDERLANDS) -> str:
        """Eigen woorden in een tabel, met de taal eronder als dat geen Nederlands is."""
        in_taal = merk(taal_van(tekst, gezegd_in), self.nl, self.ander) if tekst else ""
        return "\n".join((tekst, *(f"({regel})" for regel in in_taal.splitlines())))

    def _woord(self, naam: str) -> str:
        self.gebruikt.add(naam)
        return self._tussen.join(dict.fromkeys((self.nl.blokken[naam], self.ander.blokken[naam])))

    def _dag(self, dag: date | None) -> str:
        if dag is None:
            return self._woord("nog-niet")
        return self._tussen.join(dict.fromkeys((self.nl.dag(dag), self.ander.dag(dag))))

    def _tabel(self, kop: str, koppen: tuple[str, ...], rijen: list[list[str]]) -> None:
        if rijen:
            self.kop(kop)
            self.blokken.append({"soort": "tabel", "koppen": [self._woord(k) for k in koppen], "rijen": rijen})

    def plan(self, dossier: Dossier) -> list[Blok]:
        """Alle blokken van het plan; wat leeg is, staat er niet."""
        van = dossier.een(Familiegroepsplan)
        self.zin("plan-gemaakt" if waarde(van.stap) is Stap.GEMAAKT else "plan-bezig")
        self.zin("eigen-woorden")
        if ergens_twee_antwoorden(dossier):
            self.zin("twee-antwoorden")
        for naam, veld in EIGEN_TEKST.items():
            per_persoon = t.zorgen_per_persoon(dossier) if naam == "zorgen" else []
            self._antwoord(naam, [("", gezegd(getattr(van, veld.naam))), *per_persoon], van.gesproken_taal)
            if veld == Familiegroepsplan.onze_vraag:
                self._mensen(dossier)
        self._antwoord("beeld", [("", gezegd(dossier.een(Analyse).gedeeld_beeld))])
        self._antwoord("doelen", [("", gezegd(d.tekst)) for d in dossier.alle(Doel)])
        self._opnieuw(van.kijken_opnieuw_op, namen(van.wie_roept_bijeen))
        self._tabellen(dossier)
        self._later(dossier)
        return self.blokken

    def _antwoord(self, naam: str, antwoorden: list[tuple[str, str]], gezegd_in: Taal = Taal.NEDERLANDS) -> None:
        """Een kop met wat er gezegd is, en van wie als dat erbij staat.

        Het beeld en de doelen schrijven gezin en team meestal samen op, in het Nederlands.
        """
        if any(tekst for _wie, tekst in antwoorden):
            self.kop(naam)
            for wie, tekst in antwoorden:
                if tekst:
                    self.eigen(tekst, gezegd_in, wie)

    def _opnieuw(self, wanneer: Feit[date], wie: str = "") -> None:
        """Wanneer er opnieuw wordt gekeken; noemden twee mensen een andere dag, dan allebei."""
        dagen = list(alle_waarden(wanneer))
        if not dagen and not wie:
            return
        self.kop("opnieuw")
        for dag in dagen:
            self.zin("opnieuw-op", dag=dag)
        if wie:
            self.zin("opnieuw-door", wie=wie)

    def _rol(self, persoon: Persoon, zelf: str) -> str:
        """Wie iemand is; het kind zelf is geen broer of zus van zichzelf."""
        return "" if persoon.sleutel == zelf else keuzes(persoon.rol, lambda rol: self._woord(f"rol-{rol}"))

    def _mensen(self, dossier: Dossier) -> None:
        mensen = [[p.weergavenaam, self._rol(p, dossier.zichzelf),
                   self._in_cel(gezegd(p.kan_helpen_met))]
                  for p in dossier.alle(Persoon) if p.weergavenaam]  # fmt: skip
        self._tabel("mensen", ("naam", "wie-is-dat", "kan-helpen"), mensen)

    def _tabellen(self, dossier: Dossier) -> None:
        acties = [
            [
                self._in_cel(gezegd(a.wat)),
                namen(a.wie) or self._woord("nog-niet"),
                keuzes(a.wanneer, self._dag) or self._dag(None),
            ]
            for a in dossier.acties()
            if gezegd(a.wat)
        ]
        self._tabel("afspraken", ("wat", "wie", "klaar-op"), acties)
        self._eens("eens-kop", dossier, Waarover.FAMILIEGROEPSPLAN)

    def _eens(self, kop: str, dossier: Dossier, waarover: Waarover) -> None:
        """Wie het eens is met een plan, en wie tekende."""
        allen = [
            i
            for item in dossier.alle(Instemmingen)
            for i in alle_waarden(item.inhoud)
            if i.waarover is waarover and (i.wie or i.eens or i.eigen_woorden)
        ]
        rijen = [
            [
                i.wie or self._woord("nog-niet"),
                self._woord(BLOK_BIJ_EENS[i.eens] if i.eens else "nog-niet-gezegd"),
                self._in_cel(i.eigen_woorden, dossier.een(Familiegroepsplan).gesproken_taal),
            ]
            for i in allen
        ]
        self._tabel(kop, ("wie", "eens-of-niet", "in-eigen-woorden"), rijen)
        for i in allen:
            if i.handtekening is not None:
                self.zin("getekend", wie=i.wie or "…", dag=i.handtekening.op)
                if not klopt(dossier, i):
                    self.zin("getekend-veranderd")

    def _bij_18(self, dossier: Dossier) -> None:
        """Wat er bij 18 jaar geregeld moet zijn. Hoe het heet staat er in het Nederlands: zo heet het aan het loket."""
        woorden = {Geregeld.JA: "geregeld", Geregeld.BEZIG: "mee-bezig", Geregeld.NIET_NODIG: "niet-nodig"}
        regels = [(zaak, dossier.regeling(zaak)) for zaak in Regelzaak]
        gezegd_ = [
            (woord(zaak), keuzes(regel.hoe_ver, lambda ver: self._woord(woorden[ver])), namen(regel.wie))
            for zaak, regel in regels
        ]
        nog_niet = self._woord("nog-niet-gezegd")
        rijen = [[wat, hoe_ver or nog_niet, wie] for wat, hoe_ver, wie in gezegd_ if hoe_ver or wie]
        self._tabel("bij-18-kop", ("wat", "hoe-ver", "wie"), rijen)

    def _later(self, dossier: Dossier) -> None:
        """Het plan voor later: wat de jongere wil, en per gebied van het leven alles wat is opgeschreven."""
        plan = dossier.een(Perspectiefplan)
        vragen = {
            "later-droom": plan.droom, "later-steun": plan.steunfiguur, "later-twee-jaar": plan.komende_twee_jaar,
            "later-na-18": plan.na_achttien, "later-bellen": plan.contact_na_achttien,
            "later-overdracht": plan.overdracht, "later-woonplek": plan.verwacht_resultaat,
            "later-lang": plan.op_lange_termijn,
        }  # fmt: skip
        taal = dossier.een(Familiegroepsplan).gesproken_taal
        erboven = len(self.blokken)
        for naam, feit in vragen.items():
            self._antwoord(naam, [("", gezegd(feit))], taal)
        self._opnieuw(plan.opnieuw_op)
        for gebied in Leefgebied:
            van = dossier.gebied(gebied)
            niet = van.is_leeg and gebied.value in (waarde(plan.niet_besproken) or ())
            overgeslagen = [[self._woord(gebied.value), self._woord("niet-besproken")]]
            rijen = overgeslagen if niet else self._van_gebied(van, taal)
            self._tabel(gebied.value, ("wat", "in-eigen-woorden"), rijen)
        self._bij_18(dossier)
        self._eens("eens-kop-later", dossier, Waarover.PERSPECTIEFPLAN)
        if later := self.blokken[erboven:]:
            del self.blokken[erboven:]
            self.kop("later-kop")
            self.blokken += later

    def _van_gebied(self, plan: Gebiedsplan, taal: Taal) -> list[list[str]]:
        """Wat er bij een gebied is opgeschreven; wat leeg is, staat er niet."""
        rijen = [[self._woord(vraag), self._in_cel(antwoord, taal)] for vraag, antwoord in _antwoorden(plan)]
        if wetten := dict.fromkeys(woord(wet) for gekozen in alle_waarden(plan.wetten) for wet in gekozen):
            rijen.append([self._woord("welke-wet"), ", ".join(wetten)])
        if dag := keuzes(plan.wanneer, self._dag):
            rijen.append([self._woord("klaar-op"), dag])
        return rijen


def _antwoorden(plan: Gebiedsplan) -> list[tuple[str, str]]:
    """Wat er bij een gebied is opgeschreven; wat leeg is, staat er niet."""
    velden = {
        "hoe-nu": plan.nu, "hoe-gewenst": plan.gewenst, "zelf-doen": plan.zelf, "wie-helpt": plan.wie_helpt,
        "gaat-gebeuren": plan.actie, "kan-misgaan": plan.risico, "dan-doen": plan.plan_b,
    }  # fmt: skip
    return [(vraag, tekst) for vraag, feit in velden.items() if (tekst := gezegd(feit))]
