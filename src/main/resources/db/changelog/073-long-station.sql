--liquibase formatted sql
-- A device may be named with as many characters as an attribute of RADIUS has, not by its address alone.

--changeset propusk:073-long-station
alter table device_session modify station varchar(253) collate utf8mb4_bin not null;

--rollback alter table device_session modify station varchar(64) collate utf8mb4_bin not null;
