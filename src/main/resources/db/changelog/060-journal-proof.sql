--liquibase formatted sql
-- What the application signs each entry of the journal with as it writes it: what SQL put there has none, or not its own.

--changeset propusk:060-journal-proof
-- null: written by a release that signed none
alter table journal add column if not exists proof binary(32) null, algorithm = instant;

--rollback alter table journal drop column proof;
