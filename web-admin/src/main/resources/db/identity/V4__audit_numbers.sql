-- A rush writes thousands of entries a second.
alter table audit_trail alter column id set cache ${numbers_at_once};
