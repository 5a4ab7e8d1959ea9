--liquibase formatted sql logicalFilePath:db/changelog/022-lookup.sql
-- For support's lookup: activations of a contract by time, and devices by the last bytes of their address.

--changeset propusk:022-token-by-activation
--validCheckSum: ANY
alter table token add index if not exists token_of_contract_by_activation (contract_id, activated_at);

--rollback alter table token drop index token_of_contract_by_activation;

--changeset propusk:022-token-by-last-bytes
--validCheckSum: ANY
-- the address written backwards, so that its end can be looked for by a prefix
alter table token
    add column if not exists mac_backwards varchar(12) character set ascii collate ascii_bin as (reverse(hex(mac))) virtual,
    add index if not exists token_by_last_bytes (mac_backwards);

--rollback alter table token drop column mac_backwards;
