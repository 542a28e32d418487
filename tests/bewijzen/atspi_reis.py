"""De reis zelf, in de python3 van het systeem (daar staat pyatspi): een werkplek maken, weer openen, het advies lezen.

Alles gaat via namen, rollen, acties en tekst van de toegankelijkheidsdienst; er wordt niets aangeklikt of getypt.
"""

import os
import re
import subprocess
import sys
import time

subprocess.Popen(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
import pyatspi  # noqa: E402

WACHTZIN = "molen kaart regen stoel vriend"
GEDULD = 40.0


def alle(knoop):
    """Elk onderdeel onder een knoop."""
    yield knoop
    try:
        aantal = knoop.childCount
    except Exception:  # noqa: BLE001 - een onderdeel kan intussen verdwenen zijn
        return
    for nummer in range(aantal):
        kind = knoop.getChildAtIndex(nummer)
        if kind is not None:
            yield from alle(kind)


def programma():
    """Ons programma op het bureaublad."""
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and "jeugdteam" in (app.name or "").lower():
            return app
    return None


def wacht(zoek, wat):
    """Kijkt tot iets er is; een schermlezer wacht ook."""
    einde = time.monotonic() + GEDULD
    while time.monotonic() < einde:
        gevonden = zoek()
        if gevonden:
            print("goed", wat, flush=True)
            return gevonden
        time.sleep(0.2)
    print("mis", wat, flush=True)
    raise SystemExit(1)


def zichtbaar(knoop):
    try:
        return knoop.getState().contains(pyatspi.STATE_SHOWING)
    except Exception:  # noqa: BLE001
        return False


def vind(naam, rollen=(), precies=False):
    """Het eerste zichtbare onderdeel met deze naam."""
    app = programma()
    for knoop in alle(app) if app else ():
        try:
            past = knoop.name == naam if precies else (knoop.name or "").startswith(naam)
            if past and (not rollen or knoop.getRole() in rollen) and zichtbaar(knoop):
                return knoop
        except Exception:  # noqa: BLE001, S112
            continue
    return None


INVOER = (pyatspi.ROLE_TEXT, pyatspi.ROLE_PASSWORD_TEXT, pyatspi.ROLE_ENTRY)
KNOP = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON)


def vul(naam, tekst):
    veld = wacht(lambda: vind(naam, INVOER), f"veld ‘{naam}’")
    veld.queryEditableText().setTextContents(tekst)


def druk(naam):
    knop = wacht(lambda: vind(naam, KNOP), f"knop ‘{naam}’")
    acties = knop.queryAction()
    namen = [acties.getName(n).lower() for n in range(acties.nActions)]
    keuze = next((n for n, naam_ in enumerate(namen) if naam_ in ("press", "toggle")), 0)
    acties.doAction(keuze)


def hele_tekst():
    return "\n".join(k.name or "" for k in alle(programma()) if zichtbaar(k))


def maak_werkplek():
    vul("Hoe heet u?", "Robin Proef")
    vul("Kies een wachtzin", WACHTZIN)
    vul("Typ de wachtzin nog eens", WACHTZIN)
    wacht(lambda: "Sterkte: " in hele_tekst(), "de sterkte is te horen")
    druk("Verder")
    wacht(lambda: vind("Ik heb ze op papier"), "stap 2")
    woorden = dict(re.findall(r"(\d+)\. ([a-z]{4,8})\b", hele_tekst()))
    druk("Ik heb ze op papier")
    wacht(lambda: vind("Werkplek maken"), "stap 3")
    for plek in re.findall(r"^Woord (\d+)$", hele_tekst(), flags=re.MULTILINE):
        vul(f"Woord {plek}", woorden[plek])
    druk("Werkplek maken")
    wacht(lambda: vind("Nieuwe vraag", KNOP), "het overzicht")
    return " ".join(woorden[str(nummer)] for nummer in range(1, len(woorden) + 1))


def open_met_wachtzin():
    vul("Uw wachtzin", "een verkeerde wachtzin")
    druk("Openen")
    wacht(lambda: "wachtzin klopt niet" in hele_tekst(), "dat de wachtzin niet klopt")
    vul("Uw wachtzin", WACHTZIN)
    druk("Openen")
    wacht(lambda: vind("Nieuwe vraag", KNOP), "weer het overzicht, met de wachtzin")


def open_met_herstelsleutel(woorden):
    druk("Herstelsleutel gebruiken")
    vul("De 24 woorden", woorden)
    druk("Openen")
    wacht(lambda: vind("Nieuwe vraag", KNOP), "weer het overzicht, met de herstelsleutel")


def lees_advies():
    druk("Voorbeeldgezinnen laden")
    druk("Sam Jan Voorbeeld")
    lijst = wacht(lambda: vind("Hoofdstukken"), "de hoofdstukken")
    namen = [lijst.getChildAtIndex(n).name for n in range(lijst.childCount)]
    plek = next(n for n, naam in enumerate(namen) if naam.startswith("Wat past"))
    lijst.querySelection().selectChild(plek)
    wacht(lambda: "Welke producten passen, in volgorde" in hele_tekst(), "het advies")
    druk("Basis-ggz: ja")
    wacht(lambda: "Basis-ggz is voor lichte tot matige klachten." in hele_tekst(), "de reden")
    wacht(lambda: "Bron: Meerjarenperspectief Noord-Veluwe (001), regel 2522" in hele_tekst(), "de bron")
    wacht(lambda: vind("Waarom past dit?", INVOER), "de keuze is te bereiken")


def programma_draait(reis):
    """Start het programma, doet de reis en sluit het weer; wat openstond, moet daarna weer opengaan."""
    venster = subprocess.Popen([sys.argv[1], "-m", "ui"], env=dict(os.environ))
    try:
        wacht(programma, "het programma is te vinden")
        return reis()
    finally:
        venster.terminate()
        venster.wait()


def main():
    woorden = programma_draait(maak_werkplek)
    programma_draait(open_met_wachtzin)
    programma_draait(lambda: (open_met_herstelsleutel(woorden), lees_advies()))


main()
