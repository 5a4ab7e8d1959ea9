--liquibase formatted sql
-- Logins whose people are vouched for by a provider of identities (OpenID Connect), and the contracts where that is allowed.

--changeset propusk:080-account-identity
-- issuer, subject: as the provider writes them in its tokens (iss, sub)
create table if not exists account_identity (
    issuer     varchar(255) character set ascii collate ascii_bin not null,
    subject    varchar(255) character set ascii collate ascii_bin not null,
    account_id uuid         not null,
    linked_at  datetime(6)  not null,
    constraint account_identity_key primary key (issuer, subject),
    constraint account_identity_of_account unique (account_id, issuer),
    constraint account_identity_account foreign key (account_id) references account (id)
) engine = InnoDB;

--rollback drop table account_identity;

--changeset propusk:080-identity-contract
-- no row: nobody of the contract comes in by the provider of identities
create table if not exists identity_contract (
    contract_id uuid        not null,
    since       datetime(6) not null,
    constraint identity_contract_key primary key (contract_id),
    constraint identity_contract_contract foreign key (contract_id) references contract (id)
) engine = InnoDB;

--rollback drop table identity_contract;

--changeset propusk:080-account-local-until
-- until when reset-admin lets an administrator in by a password where passwords are closed
alter table account
    add column if not exists local_until datetime(6);

--rollback alter table account drop column local_until;
