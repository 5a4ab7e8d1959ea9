--liquibase formatted sql
-- Kinds of gateways that the release before does not know, and what a gateway's packets mean.

--changeset propusk:091-gateway-kind
-- newer_kind: beside kind, which keeps one that nodes of the release before can read; null in all that follow: as its kind
alter table gateway
    add column if not exists newer_kind varchar(11) character set ascii collate ascii_bin,
    add column if not exists refused_is_here boolean,
    add column if not exists puts_off_strangers boolean,
    add column if not exists device_place varchar(20) character set ascii collate ascii_bin,
    add constraint if not exists gateway_newer_kind check
        (newer_kind in ('HOSTAPD', 'OMADA', 'CISCO', 'ARUBA', 'RUCKUS', 'ELTEX')),
    add constraint if not exists gateway_device_place check
        (device_place in ('STATION_OR_USER', 'STATION', 'USER', 'CISCO_PAIR'));

--rollback alter table gateway drop constraint gateway_device_place, drop constraint gateway_newer_kind, drop column device_place, drop column puts_off_strangers, drop column refused_is_here, drop column newer_kind;
