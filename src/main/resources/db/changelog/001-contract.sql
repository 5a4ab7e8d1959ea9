--liquibase formatted sql
-- A customer's contract, which is one network.

--changeset propusk:001-contract
--validCheckSum: ANY
create table if not exists contract (
    id                uuid         not null primary key,
    number            varchar(20)  character set ascii collate ascii_bin not null,
    name              varchar(100) not null,
    slug              varchar(40)  character set ascii collate ascii_bin not null,
    ssid              varchar(32)  not null,
    zone              varchar(50)  character set ascii collate ascii_bin not null,
    status            varchar(9)   character set ascii collate ascii_bin not null,
    believes_link_mac boolean      not null default false,
    opened_at         datetime(6)  not null,
    closed_at         datetime(6),
    version           int          not null default 0,
    constraint contract_number unique (number),
    constraint contract_slug unique (slug),
    constraint contract_status check (status in ('OPEN', 'SUSPENDED', 'CLOSED')),
    constraint contract_closed check ((status = 'CLOSED') = (closed_at is not null))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table contract;
