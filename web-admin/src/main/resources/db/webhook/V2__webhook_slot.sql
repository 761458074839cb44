-- Each subscription of an account has one of its slots, 1 to 10, to itself, so that two requests at once make no eleventh. The
-- oldest of those that are there has the first one.
ALTER TABLE webhook_subscription ADD COLUMN slot INTEGER;
UPDATE webhook_subscription SET slot = (
    SELECT COUNT(*) FROM webhook_subscription other
    WHERE other.owner = webhook_subscription.owner
      AND (other.created_at < webhook_subscription.created_at
        OR (other.created_at = webhook_subscription.created_at AND other.webhook <= webhook_subscription.webhook)));
ALTER TABLE webhook_subscription ALTER COLUMN slot SET NOT NULL;
CREATE UNIQUE INDEX webhook_subscription_by_slot ON webhook_subscription (owner, slot);
