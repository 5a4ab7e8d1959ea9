--liquibase formatted sql
-- The provider's list of contracts: sorted by each of its columns, and searched, by indexes alone.

--changeset propusk:025-contract-list
--validCheckSum: ANY
-- found_by: all that a contract is called, in small letters, as bytes: a part of it is looked for in the index alone
alter table contract
    add column if not exists found_by varbinary(600) as (lower(concat_ws('\n', number, name, slug, ssid))) virtual,
    add index if not exists contract_found (found_by),
    add index if not exists contract_by_name (name),
    add index if not exists contract_by_ssid (ssid),
    add index if not exists contract_by_status (status),
    add index if not exists contract_by_zone (zone),
    add index if not exists contract_by_opening (opened_at);

--rollback alter table contract drop index contract_by_opening, drop index contract_by_zone, drop index contract_by_status, drop index contract_by_ssid, drop index contract_by_name, drop index contract_found, drop column found_by;
