--liquibase formatted sql
-- Browsers that a login has wholly signed in from: strangers' failures do not keep it out there.

--changeset propusk:050-account-device
-- device: what stands in the cookie; browser: which one, on what system, as it said the last time
create table if not exists account_device (
    account_id uuid         not null,
    device     uuid         not null,
    browser    varchar(60)  character set ascii collate ascii_bin not null,
    first_at   datetime(6)  not null,
    last_at    datetime(6)  not null,
    constraint account_device_key primary key (account_id, device),
    constraint account_device_account foreign key (account_id) references account (id),
    index account_device_last (last_at)
) engine = InnoDB;

--rollback drop table account_device;
