--liquibase formatted sql
-- The journal: who did what, when, from where (rule 20). Append-only.

--changeset propusk:005-journal
--validCheckSum: ANY
create table if not exists journal (
    id          uuid         not null primary key,
    at          datetime(6)  not null,
    contract_id uuid,
    actor_kind  varchar(8)   character set ascii collate ascii_bin not null,
    actor       varchar(64)  not null,
    address     varchar(45)  character set ascii collate ascii_bin,
    action      varchar(40)  character set ascii collate ascii_bin not null,
    subject     uuid,
    details     text         not null,
    index journal_newest (contract_id, at),
    index journal_of_subject (subject, at),
    index journal_at (at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table journal;
