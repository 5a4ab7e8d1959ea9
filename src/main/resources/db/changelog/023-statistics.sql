--liquibase formatted sql logicalFilePath:db/changelog/046-statistics.sql
-- Summaries that statistics read: activations by quarter of an hour, unused tokens by day.

--changeset propusk:046-activation-count
--validCheckSum: ANY
create table if not exists activation_count (
    contract_id uuid        not null,
    quarter     datetime    not null,
    reuse       varchar(10) character set ascii collate ascii_bin not null,
    timed       boolean     not null,
    activations int         not null,
    primary key (contract_id, quarter, reuse, timed),
    index activation_count_quarter (quarter)
) engine = InnoDB;

--rollback drop table activation_count;

--changeset propusk:046-activation-summary
--validCheckSum: ANY
-- how far the journal has been summed up
create table if not exists activation_summary (
    id            tinyint     not null primary key,
    summarised_to datetime(6) not null,
    constraint activation_summary_one check (id = 1)
) engine = InnoDB;

--rollback drop table activation_summary;

--changeset propusk:046-quota-day
--validCheckSum: ANY
create table if not exists quota_day (
    contract_id uuid     not null,
    day         date     not null,
    unused      smallint not null,
    lowest      smallint not null,
    primary key (contract_id, day),
    index quota_day_day (day)
) engine = InnoDB;

--rollback drop table quota_day;
