--liquibase formatted sql
-- Logins: of one contract (OWNER, OPERATOR) or of the provider (SUPPORT, ADMIN).

--changeset propusk:002-account
--validCheckSum: ANY
create table if not exists account (
    id            uuid         not null primary key,
    contract_id   uuid,
    username      varchar(64)  not null,
    password_hash varchar(255) character set ascii collate ascii_bin not null,
    role          varchar(8)   character set ascii collate ascii_bin not null,
    enabled       boolean      not null default true,
    created_at    datetime(6)  not null,
    version       int          not null default 0,
    constraint account_username unique (username),
    constraint account_contract foreign key (contract_id) references contract (id),
    constraint account_scope check (
        (role in ('OWNER', 'OPERATOR') and contract_id is not null)
        or (role in ('SUPPORT', 'ADMIN') and contract_id is null))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table account;
