--liquibase formatted sql
-- Which nodes there are: each says now and then that it runs, and by which version.

--changeset propusk:035-node
create table if not exists node (
    -- of one run of the program, not of the machine
    id         uuid         not null primary key,
    name       varchar(100) not null,
    version    varchar(40)  character set ascii collate ascii_bin not null,
    started_at datetime(6)  not null,
    seen_at    datetime(6)  not null
) engine = InnoDB;

--rollback drop table node;
