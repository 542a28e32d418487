"""Het familiegroepsplan: van de familie zelf, in hun woorden. Wat de werker noteert, staat apart.

Aanbieden moet altijd; maken mag. Afzien kan alleen op één van de drie gronden van Jeugdwet 4.1.2.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from jeugdteam_app.dossier.velden import Veld, Voorwerp
from jeugdteam_app.kern.feit import waarde_of


class Stap(StrEnum):
    """Hoe ver het plan is."""

    NOG_NIET = "nog_niet"
    GEMAAKT = "gemaakt"
    AFGEZIEN = "afgezien"


class Afzien(StrEnum):
    """De drie gronden van Jeugdwet 4.1.2."""

    OUDERS_WILLEN_NIET = "ouders_willen_niet"
    BEDREIGING = "bedreiging"
    BELANGEN_GESCHAAD = "belangen_geschaad"


class Taal(StrEnum):
    """De talen waarin een gezin zijn papieren krijgt, en waarin het zijn eigen woorden kan zeggen."""

    NEDERLANDS = "nl"
    MAKKELIJK = "nl-makkelijk"
    ENGELS = "en"
    TURKS = "tr"
    POOLS = "pl"
    OEKRAIENS = "uk"
    ARABISCH = "ar"
    TIGRINYA = "ti"


class Zorg(Voorwerp):
    """Waar één persoon zich zorgen over maakt, in eigen woorden."""

    soort, deel = "zorg", "gezin"
    van = Veld[str]("zorg.van", str)
    tekst = Veld[str]("zorg.tekst", str)


class Familiegroepsplan(Voorwerp):
    """Het plan van de familie, met daarnaast (apart) het aanbod."""

    soort, deel = "familiegroepsplan", "gezin"
    aangeboden_op = Veld[date]("fgp.aangeboden_op", date)
    stap = Veld[Stap]("fgp.stap", Stap)
    afzien_grond = Veld[Afzien]("fgp.afzien_grond", Afzien)
    afgezien_op = Veld[date]("fgp.afgezien_op", date)
    onze_vraag = Veld[str]("fgp.onze_vraag", str)
    wat_gaat_goed = Veld[str]("fgp.wat_gaat_goed", str)
    onze_zorgen = Veld[str]("fgp.onze_zorgen", str)
    willen_nu = Veld[str]("fgp.willen_nu", str)
    willen_later = Veld[str]("fgp.willen_later", str)
    willen_straks = Veld[str]("fgp.willen_straks", str)
    doen_we_zelf = Veld[str]("fgp.doen_we_zelf", str)
    doet_ons_netwerk = Veld[str]("fgp.doet_ons_netwerk", str)
    vragen_van_anderen = Veld[str]("fgp.vragen_van_anderen", str)
    veilig_afspraken = Veld[str]("fgp.veilig_afspraken", str)
    als_het_anders_loopt = Veld[str]("fgp.als_het_anders_loopt", str)
    kijken_opnieuw_op = Veld[date]("fgp.kijken_opnieuw_op", date)
    wie_roept_bijeen = Veld[str]("fgp.wie_roept_bijeen", str)
    # Het hulpverleningsplan als er geen familiegroepsplan komt, en of iemand het op papier vroeg (Jeugdwet 4.1.3).
    hulpplan_op = Veld[date]("fgp.hulpplan_op", date)
    op_papier_gevraagd = Veld[date]("fgp.op_papier_gevraagd", date)
    # De dag waarop de familie haar ingevulde plan teruggaf.
    terug_op = Veld[date]("fgp.terug_op", date)
    op_papier_gegeven = Veld[date]("fgp.op_papier_gegeven", date)
    # In welke taal de eigen woorden van het plan gezegd zijn.
    taal = Veld[Taal]("fgp.taal", Taal)

    @property
    def gesproken_taal(self) -> Taal:
        """De taal waarin de familie haar eigen woorden zegt; Nederlands als er niets gekozen is."""
        return waarde_of(self.taal, Taal.NEDERLANDS)


# De eigen woorden van de familie, in de volgorde van het gesprek, met de naam van de vraag erbij.
EIGEN_TEKST: dict[str, Veld[str]] = {
    "onze-vraag": Familiegroepsplan.onze_vraag,
    "gaat-goed": Familiegroepsplan.wat_gaat_goed,
    "zorgen": Familiegroepsplan.onze_zorgen,
    "willen-nu": Familiegroepsplan.willen_nu,
    "willen-straks": Familiegroepsplan.willen_straks,
    "willen-later": Familiegroepsplan.willen_later,
    "doen-zelf": Familiegroepsplan.doen_we_zelf,
    "doet-netwerk": Familiegroepsplan.doet_ons_netwerk,
    "vragen-anderen": Familiegroepsplan.vragen_van_anderen,
    "veilig": Familiegroepsplan.veilig_afspraken,
    "anders": Familiegroepsplan.als_het_anders_loopt,
}
