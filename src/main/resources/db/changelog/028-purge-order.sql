--liquibase formatted sql
-- What is being purged, written down before it begins.
-- It is deleted by another user of the database, so that it can't be one transaction with its entry in the journal, and is
-- finished by the next purge where this one could not.

--changeset propusk:028-purge-order
--validCheckSum: ANY
create table if not exists purge_order (
    id           uuid        not null primary key,
    kind         varchar(7)  character set ascii collate ascii_bin not null,
    ended_before datetime(6) not null,
    what         mediumtext  character set ascii collate ascii_bin not null,
    constraint purge_order_one unique (kind),
    constraint purge_order_kind check (kind in ('TOKENS', 'ENTRIES'))
) engine = InnoDB;
