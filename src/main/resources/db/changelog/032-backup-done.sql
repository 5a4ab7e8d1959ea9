--liquibase formatted sql
-- When a backup was made, so that what watches the installation can tell how old the newest one is.

--changeset propusk:032-backup-done
create table if not exists backup_done (
    at   datetime(6) not null primary key,
    -- of the file, in bytes
    size bigint      not null,
    kind varchar(20) character set ascii collate ascii_bin not null
) engine = InnoDB;

--rollback drop table backup_done;
