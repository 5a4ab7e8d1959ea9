--liquibase formatted sql
-- Contracts whose owner asks for a second factor of everybody, and the salt of recovery codes.

--changeset propusk:052-factor-demand
create table if not exists factor_demand (
    contract_id uuid        not null,
    since       datetime(6) not null,
    constraint factor_demand_key primary key (contract_id),
    constraint factor_demand_contract foreign key (contract_id) references contract (id)
) engine = InnoDB;

--rollback drop table factor_demand;

--changeset propusk:052-recovery-salt
-- encrypted; no row: the login's codes are hashed without one
create table if not exists recovery_salt (
    account_id uuid           not null,
    salt       varbinary(128) not null,
    constraint recovery_salt_key primary key (account_id),
    constraint recovery_salt_account foreign key (account_id) references account (id)
) engine = InnoDB;

--rollback drop table recovery_salt;
