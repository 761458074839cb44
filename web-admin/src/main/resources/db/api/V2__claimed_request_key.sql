-- A key is claimed before its request is handled, until then or until it is answered; null once it has been answered.
alter table request_key add column busy_until timestamp with time zone;
