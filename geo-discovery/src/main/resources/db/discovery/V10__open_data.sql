-- For feeds of one kind of listing in the order of change, and calendars that say when something was said.
-- changed_at is in milliseconds since 1970-01-01T00:00Z, 0 where it was written before it was noted.
ALTER TABLE listing ADD COLUMN changed_at BIGINT DEFAULT 0 NOT NULL;
CREATE INDEX listing_by_kind ON listing (kind, change);

-- Descriptions and ticket kinds are shown too, to other sites.
ALTER TABLE listing_shown ALTER COLUMN shown SET DATA TYPE VARCHAR(32000);
