"""De verklarende analyse op papier: het gezin in beeld, wat mensen zeiden, de tijdlijn, de kaart en het gedeelde beeld.

De meldcode, wat ouders zelf meemaken en de blik terug van de medewerker staan er niet in: dit papier gaat mee naar
huis. Bij elke tekening staat dezelfde inhoud in woorden.
"""

from __future__ import annotations

import math
from datetime import date, datetime
from typing import Any

from jeugdteam_app.documenten import gezinsbeeld
from jeugdteam_app.documenten import tekst as t
from jeugdteam_app.documenten.gezinstaal import gemerkt
from jeugdteam_app.documenten.vel import kies_vel
from jeugdteam_app.documenten.zetten import zet
from jeugdteam_app.dossier.aanmelding import Antwoord
from jeugdteam_app.dossier.analyse import Analyse, Factor, Gebied, Hulpvraag, Hypothese, Punt, Uitspraak
from jeugdteam_app.dossier.doelen import Actie, Doel, Meting, cijfers_per_mens
from jeugdteam_app.dossier.dossier import Dossier
from jeugdteam_app.dossier.familiegroepsplan import Taal
from jeugdteam_app.dossier.geschiedenis import EerdereHulp
from jeugdteam_app.dossier.gezin import Jeugdige
from jeugdteam_app.dossier.kort import gezegd, keuzes, namen
from jeugdteam_app.dossier.samenhang import KOLOMMEN, VRAAG, Maat, Samenhang, Vak, deel_in, doet, opschrift, samenhang
from jeugdteam_app.dossier.tijdlijn import in_woorden, tijdlijn
from jeugdteam_app.dossier.woorden import woord
from jeugdteam_app.kern.feit import alle_waarden, waarde
from jeugdteam_app.kern.periode import toon_datum

_MAAT = Maat(118, 26, 10)
_TEKENS_PER_REGEL, _REGELHOOGTE = 23, 11.5


def maak(dossier: Dossier, moment: datetime) -> bytes:
    """De analyse als PDF."""
    return zet("analyse", gegevens(dossier, moment), moment)


def gegevens(dossier: Dossier, moment: datetime) -> dict[str, Any]:
    """Alles wat op het papier staat; wat leeg is, staat er niet."""
    van = dossier.een(Analyse)
    naam = dossier.een(Jeugdige).aanspreeknaam
    kaart = samenhang(dossier)
    return {
        "titel": f"Zo begrijpen we het samen: {naam}" if naam else "Zo begrijpen we het samen",
        "afzender": "De familie en het lokale team",
        "voet": f"Samen gemaakt. Afgedrukt op {t.voluit(t.dag_van(moment))}.",
        **t.rondom(dossier, met_twee=True),
        "voor": [*_vragen(dossier), *_krachten(dossier)],
        "gezin": gezinsbeeld.genogram_op_papier(dossier),
        "steun": gezinsbeeld.ecogram_op_papier(dossier),
        "uitspraken": _uitspraken(dossier),
        "tijdlijn": _tijdlijn(dossier, moment.astimezone().date()),
        "kaart": _kaart(kaart) if len(kaart.vakken) > 1 else None,
        "na": [*_eerdere_hulp(dossier), *_verklaringen(dossier), *_beeld(van), *_nodig(van)],
        "doelen": _doelen(dossier),
        "slot": _slot(van),
    }


def _vragen(dossier: Dossier) -> list[dict[str, Any]]:
    paren = [(namen(h.van), gezegd(h.tekst)) for h in dossier.alle(Hulpvraag)]
    vragen = [_eigen(wat, wie) for wie, wat in paren if wat]
    return [t.deel("Wat is de vraag?", "", vragen)] if vragen else []


def _eigen(tekst: str, wie: str = "") -> str:
    """Wat iemand zei. In welke taal is hier alleen aan het schrift te zien: de medewerker schrijft meestal zelf."""
    return gemerkt(tekst, Taal.NEDERLANDS, wie=wie)


def _krachten(dossier: Dossier) -> list[dict[str, Any]]:
    delen = []
    for gebied in (*Gebied, None):
        punten = [p for p in dossier.alle(Punt) if gebied in _gebieden(p) and gezegd(p.tekst)]
        regels = [_eigen(gezegd(p.tekst), keuzes(p.kleur, woord).capitalize()) for p in punten]
        if regels:
            kop = f"Krachten en zorgen: {woord(gebied)}" if gebied else "Krachten en zorgen"
            delen.append(t.deel(kop, "", regels))
    return delen


def _gebieden(punt: Punt) -> list[Gebied | None]:
    return list(alle_waarden(punt.gebied)) or [None]


def _uitspraken(dossier: Dossier) -> list[list[str]]:
    return [_uitspraakregel(u) for u in dossier.alle(Uitspraak) if gezegd(u.tekst)]


def _uitspraakregel(u: Uitspraak) -> list[str]:
    soort = "; ".join(filter(None, (keuzes(u.aard, woord), keuzes(u.eens, woord), namen(u.bron))))
    return [namen(u.door), _eigen(gezegd(u.tekst)), soort, keuzes(u.datum, toon_datum)]


def _tijdlijn(dossier: Dossier, vandaag: date) -> dict[str, Any] | None:
    lijn = tijdlijn(dossier, vandaag)
    if not lijn.strepen:
        return None
    strepen = [
        {"tekst": in_woorden(s), "van": round(s.van, 4), "tot": round(max(s.tot, s.van + 0.008), 4), "hulp": s.is_hulp,
         "open": s.is_open}
        for s in lijn.strepen
    ]  # fmt: skip
    # Niet meer jaartallen dan er naast elkaar passen.
    stap = max(1, math.ceil(len(lijn.jaren) / 14))
    jaren = [
        {"jaar": "" if nummer % stap else str(jaar), "plek": round(plek, 4)}
        for nummer, (jaar, plek) in enumerate(lijn.jaren)
    ]
    return {"strepen": strepen, "jaren": jaren, "zonder_tijd": list(lijn.zonder_tijd), "nu": round(lijn.nu, 4)}


def _kaart(kaart: Samenhang) -> dict[str, Any]:
    """De kaart in punten, op een vel waar zij leesbaar op past, met dezelfde inhoud in woorden."""
    tekening = deel_in(kaart).teken(_hoogte, _MAAT)
    vel = kies_vel(tekening.breedte, tekening.hoogte)
    aard = {vak.sleutel: vak.aard for vak in kaart.vakken}
    return {
        **vel._asdict(),
        "breedte": tekening.breedte,
        "hoogte": tekening.hoogte,
        "vakbreedte": _MAAT.breed,
        "vakken": [
            {"x": p.x, "y": p.y, "hoogte": p.hoogte, "kop": opschrift(p.vak.aard), "tekst": p.vak.tekst or "…",
             "aard": p.vak.aard or VRAAG}
            for p in tekening.plekken
        ],
        "lijnen": [
            {"punten": [list(punt) for punt in punten], "zelf": pijl.zelf, "aard": aard[pijl.van] or VRAAG}
            for pijl, punten in tekening.lijnen
        ],
        "woorden": _in_woorden(kaart),
        "los": [vak.tekst for vak in kaart.los],
    }  # fmt: skip


def _hoogte(vak: Vak) -> float:
    regels = sum(math.ceil(len(regel) / _TEKENS_PER_REGEL) or 1 for regel in (vak.tekst or "…").split("\n"))
    return 26 + (regels + 1) * _REGELHOOGTE


# De vraag zelf: wat iets uitlokt, in stand houdt of waar iets tegen beschermt.
_NU = "wat er nu speelt"


def _in_woorden(kaart: Samenhang) -> list[dict[str, Any]]:
    delen = []
    for soort in KOLOMMEN:
        vakken = [v for v in kaart.vakken if v.aard is soort]
        punten = []
        for vak in vakken:
            naar = "; ".join(_NU if v.sleutel == VRAAG else v.tekst.rstrip(".") for v in kaart.van(vak.sleutel))
            punten.append(f"{vak.tekst.rstrip('.')}. {doet(soort)}: {naar}.")
        if punten:
            delen.append(t.deel(opschrift(soort), "", punten))
    return delen


def _eerdere_hulp(dossier: Dossier) -> list[dict[str, Any]]:
    """Welke hulp er was, wat die bracht, en waarom iets wel of niet werkte."""
    regels = [
        "\n".join(filter(None, (
            _eigen(gezegd(h.wat)), f"Door: {wie}." if (wie := namen(h.door_wie)) else "",
            f"Wat het bracht: {keuzes(h.effect, woord) or 'nog niet besproken'}.",
            _eigen(gezegd(h.waarom)),
        )))
        for h in dossier.alle(EerdereHulp) if gezegd(h.wat)
    ]  # fmt: skip
    return [t.deel("Welke hulp was er al, en wat bracht die?", "", regels)] if regels else []


def _doelen(dossier: Dossier) -> list[dict[str, Any]]:
    """Elk doel met van wie het is, waar het bij hoort, wie wat doet, en de cijfers als lijn en in woorden."""
    factoren = {f.sleutel: gezegd(f.tekst) for f in dossier.alle(Factor)}
    doelen = []
    for doel in dossier.alle(Doel):
        if not (tekst := gezegd(doel.tekst)):
            continue
        wie = namen(doel.van_wie)
        erbij = dict.fromkeys(s for gekozen in alle_waarden(doel.factoren) for s in gekozen)
        bij = ", ".join(filter(None, (factoren.get(s, "").rstrip(".") for s in erbij)))
        acties = [a for a in dossier.alle(Actie) if doel.sleutel in alle_waarden(a.doel) and gezegd(a.wat)]
        cijfers = [m for m in dossier.alle(Meting) if waarde(m.doel) == doel.sleutel and waarde(m.cijfer) is not None]
        punten = [
            f"Hoort bij: {bij}." if bij else "",
            *map(_actie, acties),
            f"Hoe het ging, van 0 tot 10: {', '.join(map(_cijfer, cijfers))}." if cijfers else "",
        ]
        kop = f"{_eigen(tekst)}{f' ({wie})' if wie else ''}"
        doelen.append({"kop": kop, "punten": [p for p in punten if p], "verloop": _verloop(cijfers)})
    return doelen


def _verloop(cijfers: list[Meting]) -> dict[str, Any] | None:
    """De cijfers op hun dag, van 0 (links) tot 1 (rechts), per mens; op één dag is er nog geen lijn."""
    per_mens = cijfers_per_mens(cijfers)
    dagen_ = sorted(dag for paren in per_mens.values() for dag, _cijfer_ in paren)
    if len(set(dagen_)) < 2:
        return None
    eerste, laatste = dagen_[0], dagen_[-1]
    dagen = (laatste - eerste).days
    return {
        "lijnen": [
            {
                # Is er maar een, dan zegt een naam erbij niets.
                "wie": wie if len(per_mens) > 1 else "",
                "punten": [{"plek": (dag - eerste).days / dagen, "cijfer": cijfer} for dag, cijfer in paren],
            }
            for wie, paren in per_mens.items()
        ],
        "eerste": toon_datum(eerste),
        "laatste": toon_datum(laatste),
    }


def _actie(actie: Actie) -> str:
    klaar = waarde(actie.gedaan) is Antwoord.JA
    bij = (namen(actie.wie), keuzes(actie.wanneer, t.voluit), "gedaan" if klaar else "")
    return f"{gezegd(actie.wat).rstrip('.')}{f' ({erbij})' if (erbij := ', '.join(filter(None, bij))) else ''}"


def _cijfer(meting: Meting) -> str:
    dag = waarde(meting.datum)
    bij = ", ".join(filter(None, (toon_datum(dag) if dag else "", namen(meting.door))))
    return f"{waarde(meting.cijfer)}{f' ({bij})' if bij else ''}"


def _verklaringen(dossier: Dossier) -> list[dict[str, Any]]:
    delen = []
    for nummer, h in enumerate(dossier.alle(Hypothese), 1):
        regels = [
            f"{kop}: {tekst}"
            for kop, feit in (
                ("Waardoor het kwam", h.doordat), ("Waarom het blijft", h.blijft_omdat), ("Wat helpt", h.wat_helpt),
                ("Waar we dat op baseren", h.onderbouwing), ("Wat ertegen pleit", h.tegen),
                ("Hoe we nagaan of het klopt", h.hoe_toetsen),
            )
            if (tekst := gezegd(feit))
        ]  # fmt: skip
        if regels:
            delen.append(t.deel(f"Een idee over hoe het komt ({nummer})", "", regels))
    return delen


def _beeld(van: Analyse) -> list[dict[str, Any]]:
    beeld = gezegd(van.gedeeld_beeld)
    ieder = [
        "\n".join(filter(None, (f"{wie}: {keuzes(mening, woord)}".rstrip(), _eigen(gezegd(woorden)))))
        for wie, mening, woorden in (
            ("Het kind", van.jeugdige_eens, van.jeugdige_zegt), ("De ouders", van.ouders_eens, van.ouders_zeggen)
        )
        if keuzes(mening, woord) or gezegd(woorden)
    ]  # fmt: skip
    return [t.deel("Zo begrijpen we het samen", _eigen(beeld), ieder)] if beeld or ieder else []


def _nodig(van: Analyse) -> list[dict[str, Any]]:
    return [
        t.deel(kop, tekst)
        for kop, feit in (
            ("Wat is er nodig?", van.nodig), ("Wat eerst, en wat later?", van.wat_eerst),
            ("Aan welke andere wegen is gedacht?", van.andere_wegen),
        )
        if (tekst := gezegd(feit))
    ]  # fmt: skip


def _slot(van: Analyse) -> list[dict[str, Any]]:
    afspraken = gezegd(van.afspraken)
    return [*([t.deel("Wat spraken we af?", afspraken)] if afspraken else []), *_samen(van)]


def _samen(van: Analyse) -> list[dict[str, Any]]:
    """Wie meedeed, wie meekeek, of we hem klaar vinden en wanneer we opnieuw kijken."""
    opnieuw, klaar, keek = keuzes(van.opnieuw_op, t.voluit), keuzes(van.gereed, woord), namen(van.gedragswetenschapper)
    bij = ", ".join(filter(None, (keek, namen(van.registratie))))
    dag, op = keuzes(van.overlegd_op, t.voluit), keuzes(van.gereed_op, t.voluit)
    regels = [
        f"Wie deden mee: {wie}" if (wie := gezegd(van.deelnemers)) else "",
        f"Gedragswetenschapper die meekeek: {bij}{f', op {dag}' if dag else ''}" if bij else "",
        f"Vinden we samen dat de analyse klaar is: {klaar}{f', op {op}' if op else ''}" if klaar else "",
        f"We kijken opnieuw op {opnieuw}" if opnieuw else "",
    ]
    ingevuld = [regel for regel in regels if regel]
    return [t.deel("Hoe we dit samen maakten", "", ingevuld)] if ingevuld else []
