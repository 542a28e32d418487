-- De inhoud van een bijlage staat naast het journaal: te groot om bij elke handeling opnieuw te vouwen. In het journaal
-- staat haar afdruk; versleuteld is zij met de sleutel van haar dossier. 'tekst' is wat eruit te lezen was, om te zoeken.
CREATE TABLE bijlage (
    stroom TEXT NOT NULL REFERENCES stroom (id),
    afdruk TEXT NOT NULL,
    inhoud BLOB NOT NULL,
    tekst  BLOB NOT NULL,
    PRIMARY KEY (stroom, afdruk)
) STRICT;

-- Wat een medewerker voor zichzelf onthoudt: geen deel van het dossier, gaat nooit mee.
CREATE TABLE aantekening (
    stroom TEXT PRIMARY KEY REFERENCES stroom (id),
    inhoud BLOB NOT NULL,
    tijd   TEXT NOT NULL
) STRICT;
