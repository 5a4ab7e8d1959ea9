--liquibase formatted sql logicalFilePath:db/changelog/025-journal-sealed-value.sql
-- A keyed hash of each entry by itself, so that a check names the very entry that was changed under a seal.

--changeset propusk:025-journal-sealed-value
--validCheckSum: ANY
alter table journal_sealed add column if not exists value binary(32) null, algorithm = instant;

--rollback alter table journal_sealed drop column value;
