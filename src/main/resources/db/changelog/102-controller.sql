--liquibase formatted sql
-- Controllers that are told by their API whom to let in, and the devices of which they are to know.

--changeset propusk:102-gateway-controller
-- secret: encrypted with the installation's key; fingerprint null: known authorities are believed
create table if not exists gateway_controller (
    gateway_id  uuid           not null,
    contract_id uuid           not null,
    dialect     varchar(20)    character set ascii collate ascii_bin not null,
    address     varchar(200)   character set ascii collate ascii_bin not null,
    site        varchar(64)    not null,
    account     varchar(64),
    secret      varbinary(1000) not null,
    fingerprint binary(32),
    version     int            not null default 0,
    heard_at    datetime(6),
    failure     varchar(20)    character set ascii collate ascii_bin,
    failed_at   datetime(6),
    failures    int            not null default 0,
    constraint gateway_controller_key primary key (gateway_id),
    constraint gateway_controller_gateway foreign key (gateway_id) references gateway (id),
    index gateway_controller_of_contract (contract_id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

--rollback drop table gateway_controller;

--changeset propusk:102-controller-pass
-- One row for a device at a gateway, as long as its controller may let it in; lane and tries as in 024.
-- wanted: what was begun before something happened is told from what is begun after it
create table if not exists controller_pass (
    id          uuid        not null,
    contract_id uuid        not null,
    gateway_id  uuid        not null,
    mac         binary(6)   not null,
    wanted      int         not null default 0,
    due_at      datetime(6) not null,
    tries       int         not null default 0,
    asked_until datetime(6),
    open_until  datetime(6),
    lane        uuid as (gateway_id) virtual,
    constraint controller_pass_key primary key (id),
    constraint controller_pass_of_device unique (gateway_id, mac),
    index controller_pass_waiting (lane, due_at),
    index controller_pass_of_contract (contract_id, mac)
) engine = InnoDB;

--rollback drop table controller_pass;
