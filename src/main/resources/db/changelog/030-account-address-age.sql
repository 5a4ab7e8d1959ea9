--liquibase formatted sql
-- Addresses that nobody has signed in from for long are found by their age, to be forgotten.

--changeset propusk:030-account-address-age
--validCheckSum: ANY
alter table account_address add index if not exists account_address_last (last_at);

--rollback alter table account_address drop index account_address_last;
