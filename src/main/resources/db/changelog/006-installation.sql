--liquibase formatted sql
-- What this database is for: the demo marks its own, production refuses a marked one.

--changeset propusk:006-installation
--validCheckSum: ANY
create table if not exists installation (
    id         tinyint     not null primary key,
    demo       boolean     not null,
    created_at datetime(6) not null,
    constraint installation_one check (id = 1)
) engine = InnoDB;

--rollback drop table installation;
