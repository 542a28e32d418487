"""Lege bladen om met de hand in te vullen: wat aan tafel op papier gaat als er geen laptop bij is."""

from __future__ import annotations

import io
import math

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas

from jeugdteam_app.documenten import invulblad
from jeugdteam_app.documenten.invulblad import Vraag
from jeugdteam_app.dossier.kansencirkel import RINGEN, WAT_HET_IS, Element
from jeugdteam_app.dossier.perspectiefplan import Leefgebied, Regelzaak
from jeugdteam_app.dossier.praktijk import CRITERIA
from jeugdteam_app.dossier.stappen import STAPPEN
from jeugdteam_app.dossier.woorden import woord

_STRAAL = 5.9 * cm


def vraagverheldering() -> bytes:
    """Eerst de veiligheid, en dan de negen punten om de vraag helder te krijgen."""
    vragen = (
        ("veilig", "Is het nu veilig? Wat zien of horen we, en wat doen we nu?", 2.2),
        ("reden", "1. Waarom komt het gezin nu?", 2.2),
        ("zorgen", "2. Wat zijn de zorgen, en van wie?", 2.2),
        ("wanneer", "3. Wie, wat, waar, wanneer en hoe?", 2.2),
        ("netwerk", "4. Wie helpt er al, of kan helpen?", 1.6),
        ("samen", "5. Wat vinden we samen: hoe zwaar en hoe dringend is het?", 2.2),
        ("verwacht-kind", "6. Wat verwacht het kind?", 1.4),
        ("verwacht-ouders", "Wat verwachten de ouders?", 1.4),
        ("afspraken", "7. Wat spreken we af, en wanneer zien we elkaar weer?", 2.2),
        ("bericht", "8. Wie krijgt bericht, en hoe?", 1.4),
        ("informatie", "9. Bij wie vragen we informatie, met toestemming?", 1.4),
        ("taal", "Welke taal spreekt het gezin het liefst? Is er een tolk nodig?", 1.0),
    )
    return invulblad.maak(
        "De vraag duidelijk maken", "Samen invullen. Leeg laten mag.", [Vraag(*vraag) for vraag in vragen]
    )


def analyse() -> bytes:
    """De delen van de verklarende analyse; wat ouders zelf meemaken en de meldcode horen niet op dit blad."""
    vragen = (
        ("vraag", "Wat is de vraag, en van wie?", 2.0),
        ("uitspraken", "Wat zegt ieder? Schrijf erbij wie het zei.", 2.6),
        ("krachten", "Wat gaat er goed: bij het kind, de ouders, het gezin en de omgeving?", 2.1),
        ("zorgen", "Wat is moeilijk?", 2.1),
        ("eerder", "Wat gebeurde er eerder, en wanneer ongeveer?", 1.8),
        ("hulp", "Welke hulp was er, en wat bracht die?", 1.8),
        ("deelnemers", "Wie deden mee? Keek er een gedragswetenschapper mee?", 1.2),
        ("kwetsbaar", "Wat maakte kwetsbaar?", 1.6),
        ("uitgelokt", "Wat lokte het uit?", 1.6),
        ("in-stand", "Wat houdt het in stand?", 1.6),
        ("beschermt", "Wat beschermt?", 1.6),
        ("verklaring", "Hoe zou het kunnen komen? Waar baseren we dat op?", 2.0),
        ("tegen", "Wat pleit ertegen, en hoe gaan we na of het klopt?", 1.6),
        ("beeld", "Zo begrijpen we het samen", 2.4),
        ("eens", "Wie herkent dit, en wie niet?", 1.2),
        ("nodig", "Wat is er nodig? Wat eerst, en wat later?", 2.0),
        ("andere-wegen", "Aan welke andere wegen is gedacht? Waarom die niet, of later?", 1.6),
        ("doelen", "Onze doelen, ten hoogste vijf", 2.0),
        ("afspraken", "Wat spreken we af, en wanneer kijken we opnieuw?", 1.8),
    )
    inleiding = "Samen invullen. Hoort iets er niet bij? Sla het over; dat is een goed antwoord."
    return invulblad.maak("Zo begrijpen we het samen", inleiding, [Vraag(*vraag) for vraag in vragen])


def gezin() -> bytes:
    """Het kind, wie erbij horen, wie beslist en op wie het kind kan rekenen; met plek om het gezin te tekenen."""
    vragen = (
        ("kind", "Het kind: naam, geboortedatum, en waar het woont", 1.6),
        ("wie", "Wie horen erbij? Naam, wie het is, geboortejaar, en waar die woont", 4.0),
        ("gezag", "Wie beslist mee (gezag)? Telefoonnummer en adres", 1.8),
        ("steun", "Op wie kan het kind rekenen? Wie is dichtbij, en wie maakt het moeilijk?", 2.4),
        ("tekening", "Teken het gezin, als u wilt", 7.0),
    )
    return invulblad.maak("Kind, gezin en netwerk", "Samen invullen. Leeg laten mag.", [Vraag(*v) for v in vragen])


def ouders() -> bytes:
    """Wat ouders zelf meemaken; een eigen blad, want het is niet voor iedereen."""
    vragen = (
        ("wat", "Wat maakt het voor u zwaar? (geld, relatie, gezondheid, werk, wonen)", 5.0),
        ("nu", "Wat helpt u nu al, en wie?", 3.0),
        ("eerst", "Wie doet als eerste iets, en wat?", 3.0),
        ("wanneer", "Wanneer kijken we opnieuw?", 1.2),
    )
    inleiding = "Dit blad is van u. U bepaalt wie het leest."
    return invulblad.maak("Wat u zelf meemaakt", inleiding, [Vraag(*vraag) for vraag in vragen])


def vijf_stappen() -> bytes:
    """De vijf stappen van het onderzoek, en wat er samen wordt gekozen."""
    kennis = "Wie keek, met welke kennis?"
    vragen = [Vraag(naam, f"{nummer}. {kop} {kennis}", 3.4) for nummer, (naam, kop) in enumerate(STAPPEN.items(), 1)]
    vragen += [
        Vraag("keuze", "Welke hulp kiezen we samen, en waarom past die?", 3.0),
        Vraag("wens", "Wat wil het gezin zelf?", 1.6),
        Vraag("grens", "Hoeveel ten hoogste, van wanneer tot wanneer?", 1.6),
        Vraag("afbouwen", "Hoe bouwt de hulp af, naar wie of wat, en vanaf wanneer?", 1.8),
        Vraag("terugkijken", "Wanneer kijken we samen terug?", 1.0),
    ]
    return invulblad.maak("Onderzoek en keuze", "Voor het besluit. Samen invullen.", vragen)


def praktijk() -> bytes:
    """De korte weg van een praktijk: vraag, beeld, de vijf criteria en hoe het afliep."""
    vragen = [Vraag("vraag", "Wat is de vraag?", 1.8), Vraag("beeld", "Hoe begrijpt u het samen?", 2.4),
              Vraag("gedaan", "Wat deed u, en wat bracht het? Hoeveel minuten gesprek?", 2.4)]  # fmt: skip
    vragen += [Vraag(naam, kop, 1.8) for naam, kop in CRITERIA.items()]
    vragen += [
        Vraag("medicatie", "Medicijnen, school en huisarts", 1.6),
        Vraag("uitkomst", "Hoe liep het af, en wat kan het gezin doen als het weer minder gaat?", 2.4),
    ]
    return invulblad.maak("Praktijk", "Wat in het dossier van de huisarts hoort, gaat daarheen.", vragen)


def gesprek() -> bytes:
    """Eén gesprek: wanneer, met wie, wat er gezegd en afgesproken is."""
    vragen = (
        ("wanneer", "Op welke dag, en waar?", 1.0),
        ("wie", "Wie waren erbij?", 1.4),
        ("gezegd", "Wat is er gezegd? Schrijf erbij wie het zei.", 9.0),
        ("afgesproken", "Wat is er afgesproken? Wie doet wat, en wanneer?", 5.0),
    )
    return invulblad.maak("Een gesprek", "Het gezin mag dit lezen.", [Vraag(*vraag) for vraag in vragen])


# Voor elk een eigen ja of nee: wie met de huisarts wel wil, wil dat met school misschien niet.
_MET_WIE = {
    "school": "school? Welke?", "huisarts": "de huisarts? Welke?", "aanbieder": "wie de hulp geeft? Wie?",
    "gemeente": "de gemeente?", "ander": "iemand anders? Wie?",
}  # fmt: skip


def toestemming() -> bytes:
    """Wie waarvoor toestemming geeft of niet, met plaats om te tekenen. Intrekken mag altijd."""
    ja_nee = ("Ja", "Nee")
    vragen = (
        Vraag("hulp", "Wilt u deze hulp, voor uw kind of voor uzelf? Welke hulp?", 0.9, keuzes=ja_nee),
        *(
            Vraag(f"delen-{wie}", f"Mogen wij informatie delen met {met_wie} Wat wel, en wat niet?", 0.7, keuzes=ja_nee)
            for wie, met_wie in _MET_WIE.items()
        ),
        Vraag("kind-zegt", "Wat vindt het kind ervan?", 0.9),
        Vraag("ouder", "Ouder of voogd: naam, datum en handtekening", 1.4),
        Vraag("ouder2", "Tweede ouder met gezag: naam, datum en handtekening", 1.4),
        Vraag("kind-tekent", "Het kind, vanaf 12 jaar: naam, datum en handtekening", 1.4),
    )
    inleiding = (
        "Jonger dan 12: wie het gezag heeft, zegt ja of nee. 12 tot en met 15: het kind en wie het gezag heeft. "
        "Vanaf 16: de jongere zelf. Nee zeggen mag. Intrekken mag altijd."
    )
    return invulblad.maak("Toestemming", inleiding, vragen)


def terugkijken() -> bytes:
    """Samen terugkijken op de hulp."""
    vragen = (
        ("wanneer", "Op welke dag, en wie waren erbij?", 1.4),
        ("anders", "Wat is er veranderd? In eigen woorden.", 4.0),
        ("doelen", "Wat is er van de doelen bereikt?", 3.0),
        ("nut", "Hoe nuttig was de hulp, van 1 tot en met 10? Waarom?", 1.8),
        ("zonder", "Kunt u zonder deze hulp verder?", 1.4),
        ("verder", "Hoe gaat het verder: zo door, lichter, korter, langer, of stoppen?", 2.4),
        ("dichterbij", "Wat kan nu iemand dichterbij doen?", 2.0),
        ("afspraken", "Wat spreken we af?", 3.0),
    )
    return invulblad.maak("Samen terugkijken", "Het cijfer is van u.", [Vraag(*vraag) for vraag in vragen])


def meldcode() -> bytes:
    """De vijf stappen van de meldcode, voor de medewerker."""
    vragen = (
        ("signalen", "1. Welke signalen zijn er? Sinds wanneer, van wie? Zijn er kinderen?", 4.0),
        ("overleg", "2. Met wie is overlegd, en wat kwam eruit?", 3.0),
        ("gesprek", "3. Het gesprek met het gezin. Of waarom dat er niet was.", 4.0),
        (
            "weging",
            "4. Vermoeden? Acuut of steeds onveilig? Kan ik goed helpen? Wil het gezin dat? Helpt het op tijd?",
            4.0,
        ),
        ("besluit", "5. Melden of niet, welke hulp er komt, en waarom", 4.0),
        ("wie", "Wie schreef dit op, en wanneer?", 1.2),
    )
    return invulblad.maak(
        "Meldcode", "Voor de medewerker. Alleen feiten, met de datum erbij.", [Vraag(*vraag) for vraag in vragen]
    )


def perspectiefplan() -> bytes:
    """Per gebied van het leven: nu, gewenst, zelf, wie helpt en wat als het misgaat; en de lijst van 18 jaar."""
    vragen = [Vraag("droom", "Mijn droom", 2.0)]
    for gebied in Leefgebied:
        kop = woord(gebied)
        kop = kop[:1].upper() + kop[1:]
        vragen += [
            Vraag(f"{gebied}-nu", f"{kop}: hoe is het nu? (cijfer van 0 tot 10, als je wilt)", 1.6),
            Vraag(f"{gebied}-wil", f"{kop}: hoe wil ik het?", 1.6),
            Vraag(f"{gebied}-zelf", f"{kop}: wat doe ik zelf, en wie helpt mij?", 1.6),
            Vraag(f"{gebied}-actie", f"{kop}: wat gaan we doen, wie doet dat en wanneer? Welke wet hoort erbij?", 1.6),
            Vraag(f"{gebied}-risico", f"{kop}: wat kan er misgaan, en wat doen we dan?", 1.6),
        ]
    vragen += [Vraag(f"bij18-{zaak}", f"Klaar voor 18: {woord(zaak)}. Wie, en hoe ver?", 0.9) for zaak in Regelzaak]
    vragen += [
        Vraag("hulp", "Welke hulp is er de komende twee jaar, en na mijn achttiende?", 1.6),
        Vraag("contact", "Wie bel ik na mijn achttiende? Wie krijgt wat te weten, en vind ik dat goed?", 1.6),
        Vraag("woont", "Woon ik ergens anders? Wat moet dat opleveren, en waar woon ik later?", 1.8),
        Vraag("steun", "Wie is er altijd voor mij?", 1.2),
        Vraag("opnieuw", "Wanneer kijken we opnieuw?", 1.0),
        Vraag("eens", "Wie is het ermee eens, wie deels, wie niet? In eigen woorden, met naam en datum.", 2.4),
    ]
    return invulblad.maak(
        "Mijn plan voor later", "Dit plan is van jou. Vul in wat je wilt. Iets leeg laten mag.", vragen
    )


def kansencirkel() -> bytes:
    """Twee lege wielen: zo is het nu, en zo zou ik het willen. Kleuren mag, schrijven mag, niets hoeft."""
    stroom = io.BytesIO()
    blad = invulblad.vel(stroom, "Kansencirkel")
    for kop in ("Zo is het nu", "Zo zou ik het willen"):
        _wiel(blad, kop)
        blad.showPage()
    blad.save()
    return stroom.getvalue()


def _wiel(blad: Canvas, kop: str) -> None:
    blad.setFillColor(HexColor("#0b5563"))
    blad.setFont("Noto-Bold", 18)
    blad.drawString(2 * cm, A4[1] - 2.2 * cm, kop)
    blad.setFillColor(HexColor("#22333b"))
    blad.setFont("Noto-Regular", 11)
    blad.drawString(2 * cm, A4[1] - 3.1 * cm, "Kleur elk vak zo vol als jij wilt. Overslaan mag.")
    for x, label in ((2 * cm, "Naam:"), (12 * cm, "Dag:")):
        blad.drawString(x, A4[1] - 4.1 * cm, label)
        blad.line(x + 1.5 * cm, A4[1] - 4.2 * cm, x + 6.5 * cm, A4[1] - 4.2 * cm)
    # Het eerste vak staat bovenaan, zoals op het scherm.
    x, y, hoek = A4[0] / 2, A4[1] - 12.4 * cm, 360 / len(Element)
    blad.setStrokeColor(HexColor("#44565a"))
    for ring in range(1, RINGEN + 1):
        blad.circle(x, y, _STRAAL * ring / RINGEN, stroke=1, fill=0)
    for nummer, element in enumerate(Element):
        rand = math.radians(90 - (nummer - 0.5) * hoek)
        blad.line(x, y, x + _STRAAL * math.cos(rand), y + _STRAAL * math.sin(rand))
        midden = math.radians(90 - nummer * hoek)
        ver = _STRAAL + 0.7 * cm
        plek_x, plek_y = x + ver * math.cos(midden), y + ver * math.sin(midden) - 4
        opzij = round(math.cos(midden), 3)
        zet = blad.drawCentredString if not opzij else blad.drawString if opzij > 0 else blad.drawRightString
        zet(plek_x, plek_y, woord(element))
    for nummer, element in enumerate(Element):
        uitleg = f"{woord(element).capitalize()}: {WAT_HET_IS[element]}"
        blad.drawString(2 * cm, 8.6 * cm - 0.6 * nummer * cm, uitleg)
    blad.drawString(2 * cm, 3.2 * cm, "Wat wil je erbij zeggen?")
    for regel in (2.2 * cm, 1.4 * cm):
        blad.line(2 * cm, regel, A4[0] - 2 * cm, regel)
