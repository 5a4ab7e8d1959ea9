--liquibase formatted sql
-- What gateways asked lately and what came of it, the keys that were taken from them, and trials of them.

--changeset propusk:099-gateway-contact
-- one row for each gateway and outcome; minute, day: of the last one, in_minute and in_day so many in it, before: in the one before
create table if not exists gateway_contact (
    gateway_id     uuid        not null,
    contact        varchar(20) character set ascii collate ascii_bin not null,
    contract_id    uuid        not null,
    last_at        datetime(6) not null,
    source         varchar(64) character set utf8mb4 collate utf8mb4_bin,
    nas_identifier varchar(64) character set utf8mb4 collate utf8mb4_bin,
    minute         datetime    not null,
    in_minute      int         not null,
    minute_before  int         not null default 0,
    day            date        not null,
    in_day         int         not null,
    day_before     int         not null default 0,
    primary key (gateway_id, contact)
) engine = InnoDB;

--rollback drop table gateway_contact;

--changeset propusk:099-gateway-key-before
-- the one that was replaced last, so that whoever still shows it is known
create table if not exists gateway_key_before (
    gateway_id  uuid          not null,
    contract_id uuid          not null,
    key_hash    varbinary(32) not null,
    constraint gateway_key_before_key primary key (gateway_id),
    constraint gateway_key_before_known unique (key_hash)
) engine = InnoDB;

--rollback drop table gateway_key_before;

--changeset propusk:099-gateway-trial
-- a packet that the application itself sends: to be answered once, within moments
create table if not exists gateway_trial (
    id          uuid        not null,
    contract_id uuid        not null,
    gateway_id  uuid        not null,
    source      varbinary(16) not null,
    begun_at    datetime(6) not null,
    secret_at   datetime(6),
    answered_at datetime(6),
    answer      varchar(20) character set ascii collate ascii_bin,
    constraint gateway_trial_key primary key (id),
    index gateway_trial_from (source, begun_at)
) engine = InnoDB;

--rollback drop table gateway_trial;
