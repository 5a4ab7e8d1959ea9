--liquibase formatted sql
-- After the secret key was changed, what was signed with an earlier one can still be told from what was not.

--changeset propusk:033-retired-key
create table if not exists retired_key (
    -- of the key that was in use until then
    fingerprint binary(32)     not null,
    purpose     varchar(40)    character set ascii collate ascii_bin not null,
    -- what signed for that purpose, derived from it; encrypted with the key that is in use
    derived     varbinary(100) not null,
    retired_at  datetime(6)    not null,
    primary key (fingerprint, purpose)
) engine = InnoDB;

--rollback drop table retired_key;
