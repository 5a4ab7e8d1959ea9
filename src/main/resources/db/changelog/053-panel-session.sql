--liquibase formatted sql
-- Sessions of the panel, on whichever node: so that they end there as well, and their people see them.

--changeset propusk:053-panel-session
-- seen_at: the last time that a person did something in it, give or take a minute
create table if not exists panel_session (
    id         uuid        not null primary key,
    account_id uuid        not null,
    address    varchar(45) character set ascii collate ascii_bin not null,
    browser    varchar(60) character set ascii collate ascii_bin not null,
    began_at   datetime(6) not null,
    seen_at    datetime(6) not null,
    ended_at   datetime(6),
    constraint panel_session_account foreign key (account_id) references account (id),
    index panel_session_of_account (account_id, began_at),
    index panel_session_seen (seen_at)
) engine = InnoDB;

--rollback drop table panel_session;
