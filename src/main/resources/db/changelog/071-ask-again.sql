--liquibase formatted sql
-- Gateways that no Disconnect-Request reaches ask about a device anew.

--changeset propusk:071-ask-again
alter table gateway add column if not exists ask_again_minutes int;

--rollback alter table gateway drop column ask_again_minutes;
