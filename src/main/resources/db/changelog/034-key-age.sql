--liquibase formatted sql
-- Since when the key has been in use that is in use; null: from the beginning.

--changeset propusk:034-key-age
alter table installation add column if not exists key_since datetime(6), algorithm = instant;

--rollback alter table installation drop column key_since;
