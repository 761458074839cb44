-- Whether a class is held there: who has a ticket for the room has no place online in it any more, and is told so.
ALTER TABLE outbox_pop_up ADD COLUMN in_class BOOLEAN DEFAULT FALSE NOT NULL;
