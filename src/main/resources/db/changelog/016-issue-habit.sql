--liquibase formatted sql logicalFilePath:db/changelog/040-issue-habit.sql
-- What kind of token each login handed out last.

--changeset propusk:040-issue-habit
--validCheckSum: ANY
create table if not exists issue_habit (
    account_id uuid        not null primary key,
    reuse      varchar(10) character set ascii collate ascii_bin not null,
    days       tinyint,
    constraint issue_habit_account foreign key (account_id) references account (id) on delete cascade
) engine = InnoDB;

--rollback drop table issue_habit;
