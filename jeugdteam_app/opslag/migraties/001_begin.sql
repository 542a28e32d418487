-- De eerste vorm van de kluis. Rijen in wijziging worden nooit veranderd, alleen toegevoegd.

CREATE TABLE kluis (
    sleutel TEXT PRIMARY KEY,
    waarde  TEXT NOT NULL
) STRICT;

-- Een stroom is het bestand van één wet: wat het gezin deelt, of één kind bij toegang, hulp of praktijk.
CREATE TABLE stroom (
    id       TEXT PRIMARY KEY,
    soort    TEXT NOT NULL CHECK (soort IN ('gezin', 'toegang', 'hulp', 'praktijk')),
    gezin    TEXT NOT NULL REFERENCES stroom (id),
    gemaakt  TEXT NOT NULL
) STRICT;

CREATE INDEX stroom_gezin ON stroom (gezin);

CREATE TABLE wijziging (
    nr          INTEGER PRIMARY KEY,
    stroom      TEXT NOT NULL REFERENCES stroom (id),
    apparaat    TEXT NOT NULL,
    teller      INTEGER NOT NULL,
    handeling   TEXT NOT NULL,
    voorwerp    TEXT NOT NULL,
    veld        TEXT NOT NULL,
    inhoud      BLOB,
    voorgangers TEXT NOT NULL,
    auteur      TEXT NOT NULL,
    tijd        TEXT NOT NULL,
    zout        BLOB,
    toezegging  BLOB NOT NULL,
    keten       BLOB NOT NULL,
    UNIQUE (apparaat, teller)
) STRICT;

CREATE INDEX wijziging_stroom ON wijziging (stroom);

-- De gevouwen stand, op te bouwen uit de wijzigingen; 'hoofd' zegt bij welke.
CREATE TABLE stand (
    stroom TEXT PRIMARY KEY REFERENCES stroom (id),
    hoofd  TEXT NOT NULL,
    inhoud BLOB NOT NULL
) STRICT;

-- Wat iemand aan het typen is; wordt overschreven en is geen geschiedenis.
CREATE TABLE concept (
    stroom   TEXT NOT NULL REFERENCES stroom (id),
    voorwerp TEXT NOT NULL,
    veld     TEXT NOT NULL,
    inhoud   BLOB NOT NULL,
    tijd     TEXT NOT NULL,
    PRIMARY KEY (stroom, voorwerp, veld)
) STRICT, WITHOUT ROWID;

CREATE TABLE toegangslog (
    nr          INTEGER PRIMARY KEY,
    tijd        TEXT NOT NULL,
    wie         TEXT NOT NULL,
    gebeurtenis TEXT NOT NULL,
    stroom      TEXT,
    keten       BLOB NOT NULL
) STRICT;

-- Elk boek waar ooit op geadviseerd is, in de versie van toen.
CREATE TABLE boek (
    id     TEXT NOT NULL,
    versie TEXT NOT NULL,
    inhoud TEXT NOT NULL,
    PRIMARY KEY (id, versie)
) STRICT, WITHOUT ROWID;

-- Uitgegeven toewijzingnummers; een nummer komt nooit twee keer voor (TR332).
CREATE TABLE nummer (
    nummer     INTEGER PRIMARY KEY,
    toewijzing TEXT NOT NULL,
    tijd       TEXT NOT NULL
) STRICT;

CREATE TABLE vernietigd (
    stroom TEXT PRIMARY KEY,
    tijd   TEXT NOT NULL
) STRICT;
