-- Van welke bundel een collega zei dat hij is aangekomen.

CREATE TABLE bewijs (
    bundel  TEXT NOT NULL,
    contact TEXT NOT NULL,
    tijd    TEXT NOT NULL,
    PRIMARY KEY (bundel, contact)
) STRICT;
