-- Old messages are looked for by their age.
CREATE INDEX outbox_message_by_age ON outbox_message (said_at);
