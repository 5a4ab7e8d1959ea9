--liquibase formatted sql
-- For how many devices a login handed out tokens last; null: one, or any number.

--changeset propusk:097-issue-habit-devices
alter table issue_habit add column if not exists devices tinyint, algorithm = instant;

--rollback alter table issue_habit drop column devices;
