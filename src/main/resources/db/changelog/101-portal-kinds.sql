--liquibase formatted sql
-- Kinds of controllers that lead guests to the portal, and networks by their name, for guests whom one led to the host alone.

--changeset propusk:101-gateway-kind
alter table gateway
    drop constraint if exists gateway_newer_kind,
    add constraint gateway_newer_kind check
        (newer_kind in ('HOSTAPD', 'OMADA', 'CISCO', 'ARUBA', 'RUCKUS', 'ELTEX', 'CAMBIUM', 'FORTINET', 'MERAKI'));

--rollback alter table gateway drop constraint gateway_newer_kind, add constraint gateway_newer_kind check (newer_kind in ('HOSTAPD', 'OMADA', 'CISCO', 'ARUBA', 'RUCKUS', 'ELTEX'));

--changeset propusk:101-contract-ssid
create index if not exists contract_ssid on contract (ssid);

--rollback drop index contract_ssid on contract;
