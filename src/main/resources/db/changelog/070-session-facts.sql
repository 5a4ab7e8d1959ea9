--liquibase formatted sql
-- Sessions by the equipment that reports them, all addresses of a device, and how sure each time is.

--changeset propusk:070-nas
-- what reports for a gateway; lag: how long after an event by its clock its reports come, at the least (NasClock)
create table if not exists nas (
    id             uuid          not null,
    contract_id    uuid          not null,
    gateway_id     uuid          not null,
    source         varbinary(16) not null default '',
    address        varbinary(16) not null default '',
    identifier     varchar(253)  character set utf8mb4 collate utf8mb4_bin not null default '',
    first_heard_at datetime(6)   not null,
    heard_at       datetime(6)   not null,
    interim_at     datetime(6),
    lag_since      datetime(6),
    lag_heard      int           not null default 0,
    lag_ms         bigint        not null default 0,
    lag_before_ms  bigint,
    primary key (id),
    constraint nas_reports_as unique (gateway_id, source, address, identifier)
) engine = InnoDB;

--rollback drop table nas;

--changeset propusk:070-device-session
-- Null: written by an older release. A report that comes again meets its own session, of its own NAS.
alter table device_session
    modify acct_session_id varchar(253) collate utf8mb4_bin not null,
    modify user_name varchar(253) collate utf8mb4_bin,
    add column if not exists nas_id uuid,
    add column if not exists called varchar(253) collate utf8mb4_bin,
    add column if not exists started_by varchar(10) character set ascii collate ascii_bin,
    add column if not exists ended_by varchar(11) character set ascii collate ascii_bin,
    add column if not exists lasted int,
    add column if not exists heard_every int,
    add column if not exists reported_by uuid as (coalesce(nas_id, gateway_id)) virtual;
alter table device_session
    drop index if exists device_session_going_on,
    add constraint device_session_going_on unique (gateway_id, acct_session_id, mac, reported_by, going_on);
create index if not exists device_session_silent on device_session (ended_at, seen_at);

--rollback drop index device_session_silent on device_session;
--rollback alter table device_session drop index device_session_going_on, add constraint device_session_going_on unique (gateway_id, acct_session_id, mac, going_on);
--rollback alter table device_session drop column reported_by, drop column heard_every, drop column lasted, drop column ended_by, drop column started_by, drop column called, drop column nas_id;

--changeset propusk:070-session-address
-- 16 bytes, IPv4 as ::ffff:a.b.c.d; 128 bits: a single address. They go with their session.
create table if not exists session_address (
    session_id  uuid             not null,
    network     binary(16)       not null,
    bits        tinyint unsigned not null,
    contract_id uuid             not null,
    from_at     datetime(6)      not null,
    gone_at     datetime(6),
    primary key (session_id, network, bits),
    constraint session_address_session foreign key (session_id) references device_session (id) on delete cascade,
    index session_address_found (network, bits, from_at),
    index session_address_of_contract (contract_id, network, bits, from_at)
) engine = InnoDB;

--rollback drop table session_address;
