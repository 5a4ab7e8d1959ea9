--liquibase formatted sql logicalFilePath:db/changelog/010-api-key.sql
-- Keys of the customers' own software: only their hashes.

--changeset propusk:010-api-key
--validCheckSum: ANY
create table if not exists api_key (
    id           uuid         not null primary key,
    contract_id  uuid         not null,
    name         varchar(60)  not null,
    -- SHA-256 of the whole key
    hash         binary(32)   not null,
    -- its first characters, by which its owner recognises it
    hint         varchar(12)  character set ascii collate ascii_bin not null,
    scopes       varchar(60)  character set ascii collate ascii_bin not null,
    created_at   datetime(6)  not null,
    created_by   varchar(64)  not null,
    last_used_at datetime(6),
    ends_at      datetime(6),
    revoked_at   datetime(6),
    version      int          not null default 0,
    constraint api_key_hash unique (hash),
    constraint api_key_contract foreign key (contract_id) references contract (id),
    index api_key_of_contract (contract_id, created_at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table api_key;
