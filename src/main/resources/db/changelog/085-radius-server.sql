--liquibase formatted sql
-- FreeRADIUS servers learn of gateways as their packets come, each with a key of its own.

--changeset propusk:085-radius-server
-- addresses: null: from everywhere
create table if not exists radius_server (
    id         uuid          not null,
    name       varchar(64)   character set utf8mb4 collate utf8mb4_unicode_ci not null,
    key_hash   varbinary(32) not null,
    addresses  varchar(1000) character set ascii collate ascii_bin,
    added_at   datetime(6)   not null,
    removed_at datetime(6),
    heard_at   datetime(6),
    primary key (id),
    constraint radius_server_key unique (key_hash)
) engine = InnoDB;

--rollback drop table radius_server;

--changeset propusk:085-gateway-speaking
create index if not exists gateway_speaking on gateway (address, removed_at);

--rollback drop index gateway_speaking on gateway;

--changeset propusk:085-refused-radius
-- what was nobody's; so many places, a later one takes an earlier one's
create table if not exists refused_radius (
    slot           smallint    not null,
    source         varchar(64) character set utf8mb4 collate utf8mb4_bin not null,
    refusal        varchar(20) character set ascii collate ascii_bin not null,
    ssid           varchar(64) character set utf8mb4 collate utf8mb4_bin,
    nas_identifier varchar(64) character set utf8mb4 collate utf8mb4_bin,
    refused_at     datetime(6) not null,
    primary key (slot)
) engine = InnoDB;

--rollback drop table refused_radius;
