"""Sleutels: de enige kamer die cryptografie aanraakt.

Eén willekeurige hoofdsleutel per kluis. Elk slot (wachtzin, herstelsleutel) bewaart daar een verpakte
kopie van. Uit de hoofdsleutel volgen de sleutel van de database, die van de dossiersleutels en die van
de keten. CPython kan geheugen niet wissen; wat dat betekent, staat in de beveiligingspagina.
"""
