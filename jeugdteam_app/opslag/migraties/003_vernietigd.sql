-- Waarom een dossier is vernietigd; de lijst zelf blijft, zodat het ook uit een bundel niet terugkomt.

ALTER TABLE vernietigd ADD COLUMN grond TEXT NOT NULL DEFAULT '';
