-- A commit of many decisions is longer than two kilobytes, which PostgreSQL would compress while everybody waits for it.
-- Rows written before stay as they are.
ALTER TABLE event_journal ALTER COLUMN event_payload SET STORAGE EXTERNAL;
