--liquibase formatted sql logicalFilePath:db/changelog/032-device-session.sql
-- The sessions that gateways report, and the orders to end them (rule 18).

--changeset propusk:032-device-session
--validCheckSum: ANY
create table if not exists device_session (
    id              uuid         not null primary key,
    contract_id     uuid         not null,
    gateway_id      uuid         not null,
    acct_session_id varchar(64)  collate utf8mb4_bin not null,
    mac             binary(6)    not null,
    station         varchar(64)  collate utf8mb4_bin not null,
    user_name       varchar(64)  collate utf8mb4_bin,
    ip              varchar(45)  character set ascii collate ascii_bin,
    started_at      datetime(6)  not null,
    seen_at         datetime(6)  not null,
    ended_at        datetime(6),
    octets_in       bigint       not null default 0,
    octets_out      bigint       not null default 0,
    end_cause       varchar(40),
    going_on        tinyint      as (if(ended_at is null, 1, null)) virtual,
    -- a report that comes again meets its own session
    constraint device_session_going_on unique (gateway_id, acct_session_id, mac, going_on),
    index device_session_of_contract (contract_id, started_at),
    index device_session_open (contract_id, ended_at, mac),
    index device_session_of_device (mac, started_at),
    index device_session_of_address (ip, started_at),
    index device_session_ended (ended_at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table device_session;

--changeset propusk:032-disconnect
--validCheckSum: ANY
create table if not exists disconnect (
    id          uuid        not null primary key,
    contract_id uuid        not null,
    session_id  uuid        not null,
    reason      varchar(20) character set ascii collate ascii_bin not null,
    ordered_at  datetime(6) not null,
    next_try_at datetime(6) not null,
    tries       int         not null default 0,
    done_at     datetime(6),
    answer      varchar(40),
    index disconnect_due (done_at, next_try_at),
    index disconnect_of_session (session_id, ordered_at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table disconnect;
