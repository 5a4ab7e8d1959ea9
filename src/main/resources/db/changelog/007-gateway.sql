--liquibase formatted sql logicalFilePath:db/changelog/030-gateway.sql
-- Gateways, and how far one may reach into other networks (rule 10).

--changeset propusk:030-gateway
--validCheckSum: ANY
create table if not exists gateway (
    id              uuid           not null primary key,
    contract_id     uuid           not null,
    name            varchar(64)    not null,
    kind            varchar(11)    character set ascii collate ascii_bin not null,
    nas_identifier  varchar(64)    collate utf8mb4_bin,
    address         varchar(45)    character set ascii collate ascii_bin,
    disconnect_port int            not null,
    radius_secret   varbinary(255),
    redirect_secret varbinary(255),
    logins          varchar(2100)  not null,
    key_hash        varbinary(32)  not null,
    added_at        datetime(6)    not null,
    removed_at      datetime(6),
    version         int            not null default 0,
    constraint gateway_key unique (key_hash),
    constraint gateway_contract foreign key (contract_id) references contract (id),
    constraint gateway_kind check (kind in ('MIKROTIK', 'COOVACHILLI', 'OPENNDS', 'UNIFI', 'OTHER')),
    constraint gateway_disconnect_port check (disconnect_port between 1 and 65535)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table gateway;

--changeset propusk:030-foreign-annulment
--validCheckSum: ANY
-- a gateway has so many slots; each may be used again an hour later
create table if not exists foreign_annulment (
    gateway_id uuid        not null,
    slot       tinyint     not null,
    used_at    datetime(6) not null default '2000-01-01 00:00:00',
    primary key (gateway_id, slot)
) engine = InnoDB;

--rollback drop table foreign_annulment;

--changeset propusk:030-held-annulment
--validCheckSum: ANY
-- what a gateway without a free slot would have ended
create table if not exists held_annulment (
    token_id    uuid        not null primary key,
    contract_id uuid        not null,
    gateway_id  uuid        not null,
    mac         binary(6)   not null,
    held_at     datetime(6) not null,
    index held_annulment_of_gateway (gateway_id, held_at)
) engine = InnoDB;

--rollback drop table held_annulment;
