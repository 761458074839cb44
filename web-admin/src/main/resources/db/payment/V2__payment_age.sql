-- Old rows are looked for by their age.
CREATE INDEX payment_event_by_age ON payment_event (heard_at);
CREATE INDEX payment_checkout_by_age ON payment_checkout (opened_at);
CREATE INDEX payment_due_by_age ON payment_due (done_at);
