--liquibase formatted sql logicalFilePath:db/changelog/033-portal-note.sql
-- What a network's owner tells guests on the portal.

--changeset propusk:033-portal-note
--validCheckSum: ANY
create table if not exists portal_note (
    contract_id uuid         not null primary key,
    note        varchar(300) not null
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table portal_note;
