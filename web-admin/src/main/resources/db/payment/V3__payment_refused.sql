-- What the provider reports as failed after it was made: of which claim, why, and since when it is paid back another way. Of what
-- was due before, claims are known where they were paid for.
ALTER TABLE payment_due ADD COLUMN drop_id VARCHAR(64);
ALTER TABLE payment_due ADD COLUMN claim INTEGER;
ALTER TABLE payment_due ADD COLUMN failed_at BIGINT;
ALTER TABLE payment_due ADD COLUMN failure VARCHAR(80);
ALTER TABLE payment_due ADD COLUMN settled_at BIGINT;
CREATE INDEX payment_paid_by_payment ON payment_paid (payment);
UPDATE payment_due SET drop_id = (SELECT MIN(paid.drop_id) FROM payment_paid paid WHERE paid.payment = payment_due.subject);
UPDATE payment_due SET claim = (SELECT MIN(paid.claim) FROM payment_paid paid WHERE paid.payment = payment_due.subject);
DROP INDEX payment_paid_by_payment;
CREATE INDEX payment_due_failed ON payment_due (drop_id, failed_at);
