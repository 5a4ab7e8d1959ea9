--liquibase formatted sql
-- What gateways reported and could not be kept, counted for each of them.

--changeset propusk:072-unkept-report
create table if not exists unkept_report (
    contract_id uuid        not null,
    gateway_id  uuid        not null,
    reason      varchar(20) character set ascii collate ascii_bin not null,
    reports     bigint      not null,
    last_at     datetime(6) not null,
    primary key (gateway_id, reason)
) engine = InnoDB;

--rollback drop table unkept_report;
