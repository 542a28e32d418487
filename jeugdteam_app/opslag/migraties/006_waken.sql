-- Een getal over alle rijen die in geen keten zitten; leeg is: nog niet uitgerekend.
INSERT OR REPLACE INTO kluis VALUES ('zegel', '');

-- Wat NEN 7513 verder vraagt bij elke regel: in welke functie, van welke organisatie, namens wie, waarover en op welk
-- apparaat. Regels van eerder hebben dit niet.
ALTER TABLE toegangslog ADD COLUMN functie TEXT;
ALTER TABLE toegangslog ADD COLUMN organisatie TEXT;
ALTER TABLE toegangslog ADD COLUMN namens TEXT;
ALTER TABLE toegangslog ADD COLUMN waarover TEXT;
ALTER TABLE toegangslog ADD COLUMN apparaat TEXT;
