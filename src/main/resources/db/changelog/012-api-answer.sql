--liquibase formatted sql logicalFilePath:db/changelog/011-api-answer.sql
-- What was answered to a request with an Idempotency-Key, written in the transaction of the generation itself.

--changeset propusk:011-api-answer
--validCheckSum: ANY
create table if not exists api_answer (
    contract_id  uuid         not null,
    request_key  varchar(128) character set ascii collate ascii_bin not null,
    -- SHA-256 of what was asked for
    request_hash binary(32)   not null,
    answer       mediumtext,
    created_at   datetime(6)  not null,
    primary key (contract_id, request_key),
    index api_answer_age (created_at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_bin;

--rollback drop table api_answer;
