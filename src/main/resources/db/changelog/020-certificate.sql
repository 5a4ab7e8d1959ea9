--liquibase formatted sql logicalFilePath:db/changelog/023-certificate.sql
-- Certificates about lookups, so that one that comes back years later can be verified. Append-only.

--changeset propusk:023-certificate
--validCheckSum: ANY
create table if not exists certificate (
    id        uuid        not null primary key,
    number    varchar(20) character set ascii collate ascii_bin not null,
    made_at   datetime(6) not null,
    made_by   varchar(64) not null,
    checksum  char(64)    character set ascii collate ascii_bin not null,
    file_hash char(64)    character set ascii collate ascii_bin not null,
    content   mediumtext  not null,
    constraint certificate_number unique (number),
    index certificate_file (file_hash)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table certificate;
