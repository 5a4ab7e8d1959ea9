--liquibase formatted sql
-- Who is online in a network, the newest first, and what a gateway said lately, each read from an index.

--changeset propusk:098-device-session-online
create index if not exists device_session_online on device_session (contract_id, ended_at, started_at);

--rollback drop index device_session_online on device_session;

--changeset propusk:098-disconnect-of-gateway
create index if not exists disconnect_of_gateway on disconnect (gateway_id, done_at);

--rollback drop index disconnect_of_gateway on disconnect;
