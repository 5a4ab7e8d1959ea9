--liquibase formatted sql
-- The list of all logins: sorted by each of its columns by indexes alone.

--changeset propusk:026-account-list
--validCheckSum: ANY
alter table account
    add column if not exists state varchar(8) character set ascii collate ascii_bin
        as (if(enabled, if(invited, 'INVITED', 'ENABLED'), 'DISABLED')) virtual,
    add column if not exists second_factor boolean as (totp_secret is not null) virtual,
    add index if not exists account_by_role (role),
    add index if not exists account_by_state (state),
    add index if not exists account_by_second_factor (second_factor);

--rollback alter table account drop index account_by_second_factor, drop index account_by_state, drop index account_by_role, drop column second_factor, drop column state;
