-- Samen met collega's: wie zij zijn, wat er heen ging en wat er kwam.

CREATE TABLE contact (
    id      TEXT PRIMARY KEY,
    kaartje TEXT NOT NULL,
    staat   TEXT NOT NULL CHECK (staat IN ('nieuw', 'nagelezen', 'veranderd')),
    ander   TEXT,
    tijd    TEXT NOT NULL
) STRICT;

CREATE TABLE verzonden (
    teller  INTEGER PRIMARY KEY,
    bundel  TEXT NOT NULL UNIQUE,
    afdruk  TEXT NOT NULL,
    aan     TEXT NOT NULL,
    stromen TEXT NOT NULL,
    tijd    TEXT NOT NULL
) STRICT;

-- Van welke rij tot welke rij een bundel wijzigingen bracht, om hem zo lang het kan terug te draaien.
CREATE TABLE ontvangen (
    bundel        TEXT PRIMARY KEY,
    afzender      TEXT NOT NULL,
    teller        INTEGER NOT NULL,
    van_nr        INTEGER NOT NULL,
    tot_nr        INTEGER NOT NULL,
    nieuw         TEXT NOT NULL,
    tijd          TEXT NOT NULL,
    teruggedraaid TEXT
) STRICT;
