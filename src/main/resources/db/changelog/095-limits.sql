--liquibase formatted sql
-- How fast, how long without traffic and how much: of a contract's devices, and of those of a token.

--changeset propusk:095-contract-limits
-- rebuilds the table, which a virtual column with an index keeps from being INSTANT; there are few contracts
alter table contract
    add column if not exists down_kbit int,
    add column if not exists up_kbit int,
    add column if not exists idle_minutes int,
    add column if not exists traffic_megabytes int;

--rollback alter table contract drop column traffic_megabytes, drop column idle_minutes, drop column up_kbit, drop column down_kbit;

--changeset propusk:095-token-limit
-- beside token, which is too large to be rebuilt; only of those with limits of their own, or whose traffic is counted
create table if not exists token_limit (
    token_id          uuid   not null,
    contract_id       uuid   not null,
    down_kbit         int,
    up_kbit           int,
    idle_minutes      int,
    traffic_megabytes int,
    octets            bigint,
    constraint token_limit_key primary key (token_id),
    constraint token_limit_token foreign key (token_id) references token (id) on delete cascade,
    constraint token_limit_down check (down_kbit between 64 and 1000000),
    constraint token_limit_up check (up_kbit between 64 and 1000000),
    constraint token_limit_idle check (idle_minutes between 1 and 1440),
    constraint token_limit_traffic check (traffic_megabytes between 1 and 1000000),
    constraint token_limit_octets check (octets >= 0)
) engine = InnoDB;

--rollback drop table token_limit;
