--liquibase formatted sql logicalFilePath:db/changelog/024-legal-hold.sql
-- What is kept beyond its retention because somebody with the right to do so asked for it.

--changeset propusk:024-legal-hold
--validCheckSum: ANY
create table if not exists legal_hold (
    id          uuid         not null primary key,
    contract_id uuid,
    mac         binary(6),
    reason      varchar(200) not null,
    placed_at   datetime(6)  not null,
    placed_by   varchar(64)  not null,
    lifted_at   datetime(6),
    lifted_by   varchar(64),
    constraint legal_hold_contract foreign key (contract_id) references contract (id),
    constraint legal_hold_on_one_thing check ((contract_id is null) <> (mac is null)),
    index legal_hold_of_device (mac, lifted_at),
    index legal_hold_of_contract (contract_id, lifted_at)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table legal_hold;
