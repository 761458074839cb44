-- In which languages something is held: codes of ISO 639-1 in the order of the alphabet, with commas between them; empty where that
-- is not said, as for all that was written before it could be said.
ALTER TABLE listing ADD COLUMN languages VARCHAR(40) DEFAULT '' NOT NULL;
