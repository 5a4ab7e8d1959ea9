--liquibase formatted sql logicalFilePath:db/changelog/031-guessing-budget.sql
-- How many wrong codes are still borne, for all nodes together (rule 19).

--changeset propusk:031-guessing-budget
--validCheckSum: ANY
-- no row: full. remaining may fall below zero by the attempts that were under way when it emptied
create table if not exists guessing_budget (
    id        varchar(100) character set ascii collate ascii_bin not null primary key,
    remaining double       not null,
    at        datetime(6)  not null,
    warned_at datetime(6),
    index guessing_budget_at (at)
) engine = InnoDB;

--rollback drop table guessing_budget;
