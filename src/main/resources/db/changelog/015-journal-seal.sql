--liquibase formatted sql logicalFilePath:db/changelog/020-journal-seal.sql
-- Seals over the journal: a removed, changed or reordered entry is found (rule 20). Append-only as well.

--changeset propusk:020-journal-seal
--validCheckSum: ANY
create table if not exists journal_seal (
    number    bigint      not null primary key,
    sealed_at datetime(6) not null,
    entries   int         not null,
    total     bigint      not null,
    previous  char(64)    character set ascii collate ascii_bin not null,
    value     char(64)    character set ascii collate ascii_bin not null,
    constraint journal_seal_not_empty check (entries > 0)
) engine = InnoDB;

--rollback drop table journal_seal;

--changeset propusk:020-journal-sealed
--validCheckSum: ANY
-- which seal an entry is under, and where in it; found by an anti-join, for entries do not commit in the order of their ids
create table if not exists journal_sealed (
    entry_id    uuid   not null primary key,
    seal_number bigint not null,
    position    int    not null,
    constraint journal_sealed_place unique (seal_number, position)
) engine = InnoDB;

--rollback drop table journal_sealed;

--changeset propusk:020-journal-of-actor
--validCheckSum: ANY
alter table journal add index if not exists journal_of_actor (actor, at);

--rollback alter table journal drop index journal_of_actor;
