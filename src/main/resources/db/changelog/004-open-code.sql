--liquibase formatted sql
-- Multi-use codes that may be entered, so that their devices never wait for one row and an annulment never meets an activation.

--changeset propusk:004-open-code
--validCheckSum: ANY
create table if not exists open_code (
    code        varchar(12) character set ascii collate ascii_bin not null primary key,
    contract_id uuid        not null,
    token_id    uuid        not null,
    closing     boolean     not null default false
) engine = InnoDB;

--rollback drop table open_code;

--changeset propusk:004-open-code-use
--validCheckSum: ANY
-- a row stands here only while an activation's transaction runs: its foreign key holds the code open
create table if not exists open_code_use (
    id   uuid        not null primary key,
    code varchar(12) character set ascii collate ascii_bin not null,
    constraint open_code_use_code foreign key (code) references open_code (code)
) engine = InnoDB;

--rollback drop table open_code_use;

--changeset propusk:004-code-closing
--validCheckSum: ANY
-- what remains to be done for a code that is being ended; a job finishes what its node could not
create table if not exists code_closing (
    code         varchar(12) character set ascii collate ascii_bin not null primary key,
    contract_id  uuid        not null,
    token_id     uuid        not null,
    annulment    varchar(16) character set ascii collate ascii_bin not null,
    devices      boolean     not null,
    deleting     boolean     not null,
    requested_at datetime(6) not null,
    index code_closing_requested (requested_at)
) engine = InnoDB;

--rollback drop table code_closing;
