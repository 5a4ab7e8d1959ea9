--liquibase formatted sql
-- Passkeys (WebAuthn): what a person's device signs in with instead of a password, or besides it.

--changeset propusk:055-account-passkey
-- public_key: COSE; attestation, client_data: as they came at the registration, which later signatures are checked against
create table if not exists account_passkey (
    credential     varbinary(1023) not null,
    account_id     uuid            not null,
    label          varchar(60)     character set utf8mb4 collate utf8mb4_bin not null,
    public_key     varbinary(2000) not null,
    uses           bigint unsigned not null,
    verified       boolean         not null,
    may_be_copied  boolean         not null,
    is_copied      boolean         not null,
    transports     varchar(100)    character set ascii collate ascii_bin not null,
    attestation    blob            not null,
    client_data    blob            not null,
    created_at     datetime(6)     not null,
    last_at        datetime(6)     not null,
    constraint account_passkey_key primary key (credential),
    constraint account_passkey_account foreign key (account_id) references account (id),
    index account_passkey_of_account (account_id)
) engine = InnoDB;

--rollback drop table account_passkey;
