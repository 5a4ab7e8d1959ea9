--liquibase formatted sql logicalFilePath:db/changelog/012-token-by-id.sql
-- The API lists tokens by id, the newest first, so that a page stays the same while devices activate them.

--changeset propusk:012-token-by-id
--validCheckSum: ANY
create index if not exists token_by_id on token (contract_id, deleted_at, id);

--rollback drop index token_by_id on token;
