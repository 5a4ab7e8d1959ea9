--liquibase formatted sql
-- The list of all gateways in use: sorted by name, and searched, by indexes alone.

--changeset propusk:027-gateway-list
--validCheckSum: ANY
-- found_by: see contract
alter table gateway
    add column if not exists found_by varbinary(600) as (lower(concat_ws('\n', name, nas_identifier, address))) virtual,
    add index if not exists gateway_in_use (removed_at, name),
    add index if not exists gateway_found (removed_at, found_by);

--rollback alter table gateway drop index gateway_found, drop index gateway_in_use, drop column found_by;
