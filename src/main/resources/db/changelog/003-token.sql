--liquibase formatted sql
-- Tokens, every code ever given out, and how many unused tokens a contract holds.

--changeset propusk:003-token-code
--validCheckSum: ANY
-- the nine random digits of every code ever given out; never purged (rule 1)
create table if not exists token_code (
    code int unsigned not null primary key
) engine = InnoDB;

--rollback drop table token_code;

--changeset propusk:003-quota
--validCheckSum: ANY
-- referenced by no foreign key and written only by relative updates: see rule 13
create table if not exists quota (
    contract_id uuid     not null primary key,
    unused      smallint not null default 0,
    constraint quota_unused check (unused between 0 and 200)
) engine = InnoDB;

--rollback drop table quota;

--changeset propusk:003-token
--validCheckSum: ANY
create table if not exists token (
    id           uuid         not null primary key,
    contract_id  uuid         not null,
    code         varchar(12)  character set ascii collate ascii_bin not null,
    reuse        varchar(10)  character set ascii collate ascii_bin not null,
    days         tinyint,
    state        varchar(8)   character set ascii collate ascii_bin not null,
    note         varchar(100),
    reference    varchar(64)  collate utf8mb4_bin,
    generated_at datetime(6)  not null,
    generated_by varchar(64)  not null,
    issued_at    datetime(6),
    mac          binary(6),
    activated_at datetime(6),
    expires_at   datetime(6),
    annulled_at  datetime(6),
    annulment    varchar(16)  character set ascii collate ascii_bin,
    moved_from   uuid,
    deleted_at   datetime(6),
    version      int          not null default 0,
    -- one unused row per code (rule 4)
    unused_code  varchar(12)  character set ascii collate ascii_bin
        as (case when state = 'UNUSED' then code end) virtual,
    -- one live device per single-use code, one live activation per device and code (rules 3 and 15)
    live_key     varchar(24)  character set ascii collate ascii_bin
        as (case when state = 'ACTIVE' then if(reuse = 'SINGLE_USE', code, concat(code, hex(mac))) end) virtual,
    constraint token_unused_code unique (unused_code),
    constraint token_live_key unique (live_key),
    constraint token_contract foreign key (contract_id) references contract (id),
    constraint token_code_shape check (code regexp '^100[0-9]{9}$'),
    constraint token_reuse check (reuse in ('SINGLE_USE', 'MULTI_USE')),
    constraint token_days check (days between 1 and 30),
    constraint token_state check (state in ('UNUSED', 'ACTIVE', 'ANNULLED')),
    constraint token_annulment check (annulment in
        ('BY_HAND', 'EXPIRED', 'OTHER_NETWORK', 'MOVED_TO_NEW_MAC', 'CONTRACT_CLOSED')),
    constraint token_activated check ((mac is null) = (activated_at is null)),
    constraint token_unused_has_no_device check (state <> 'UNUSED' or mac is null),
    constraint token_active_has_a_device check (state <> 'ACTIVE' or mac is not null),
    constraint token_annulled check ((state = 'ANNULLED') = (annulled_at is not null and annulment is not null)),
    constraint token_end check ((expires_at is null) = (days is null or mac is null)),
    constraint token_deleted check (deleted_at is null or state = 'ANNULLED'),
    index token_newest (contract_id, deleted_at, generated_at),
    index token_newest_in_state (contract_id, deleted_at, state, generated_at),
    index token_device (mac, activated_at),
    index token_ends (state, expires_at),
    index token_of_code (code, mac),
    index token_reference (contract_id, reference)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table token;
