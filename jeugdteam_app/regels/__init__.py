"""De regels: zuivere functies van dossier, boek en datum. Ze ordenen en leggen uit; een mens beslist."""
