--liquibase formatted sql logicalFilePath:db/changelog/021-account-security.sql
-- What keeps logins safe: ends of sessions, first passwords, one-time links, the second factor, known addresses.

--changeset propusk:021-account-security
--validCheckSum: ANY
-- epoch: sessions that began under another one have ended; totp_step: the last time step whose code was used
alter table account
    add column if not exists epoch                int     not null default 0,
    add column if not exists invited              boolean not null default false,
    add column if not exists must_change_password boolean not null default false,
    add column if not exists totp_secret          varbinary(128),
    add column if not exists totp_step            bigint,
    add column if not exists totp_tries           tinyint not null default 0,
    add column if not exists totp_tried_at        datetime(6),
    add index if not exists account_of_contract (contract_id, username);

--rollback alter table account drop column epoch, drop column invited, drop column must_change_password, drop column totp_secret, drop column totp_step, drop column totp_tries, drop column totp_tried_at;

--changeset propusk:021-account-link
--validCheckSum: ANY
-- one-time links: only a hash of what stands in them
create table if not exists account_link (
    token_hash binary(32)  not null primary key,
    account_id uuid        not null,
    expires_at datetime(6) not null,
    used_at    datetime(6),
    constraint account_link_account foreign key (account_id) references account (id)
) engine = InnoDB;

--rollback drop table account_link;

--changeset propusk:021-account-recovery-code
--validCheckSum: ANY
create table if not exists account_recovery_code (
    account_id uuid       not null,
    code_hash  binary(32) not null,
    constraint account_recovery_code_key primary key (account_id, code_hash),
    constraint account_recovery_code_account foreign key (account_id) references account (id)
) engine = InnoDB;

--rollback drop table account_recovery_code;

--changeset propusk:021-account-address
--validCheckSum: ANY
-- where somebody has signed in from before: strangers' failures do not keep them out there
create table if not exists account_address (
    account_id uuid        not null,
    address    varchar(45) character set ascii collate ascii_bin not null,
    last_at    datetime(6) not null,
    constraint account_address_key primary key (account_id, address),
    constraint account_address_account foreign key (account_id) references account (id)
) engine = InnoDB;

--rollback drop table account_address;
