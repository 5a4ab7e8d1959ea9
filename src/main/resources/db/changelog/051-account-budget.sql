--liquibase formatted sql
-- How many guesses at a login's code or password are still borne, by who guesses, for all nodes together.

--changeset propusk:051-account-budget
-- no row: full
create table if not exists account_budget (
    account_id uuid        not null,
    guess      varchar(20) character set ascii collate ascii_bin not null,
    remaining  double      not null,
    at         datetime(6) not null,
    constraint account_budget_key primary key (account_id, guess),
    constraint account_budget_account foreign key (account_id) references account (id)
) engine = InnoDB;

--rollback drop table account_budget;
