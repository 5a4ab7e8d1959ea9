--liquibase formatted sql
-- What keeps a wrong key and a program that is too old away from the data.

--changeset propusk:031-installation-key
alter table installation add column if not exists key_fingerprint binary(32), algorithm = instant;

--rollback alter table installation drop column key_fingerprint;

-- `needed`: a program of a lower generation, which counts in its code, can't work with this schema
--changeset propusk:031-schema-generation
create table if not exists schema_generation (
    id     tinyint  not null,
    needed smallint not null,
    primary key (id),
    constraint schema_generation_only check (id = 1)
) engine = innodb;
insert ignore into schema_generation (id, needed) values (1, 1);

--rollback drop table schema_generation;
