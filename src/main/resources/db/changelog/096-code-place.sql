--liquibase formatted sql
-- Codes for a number of devices: a row for each of the places, so that no statement makes one more of them.

--changeset propusk:096-code-place
-- laid when the code is made, kept as long as the row that no device has; used_by: the row of the device that holds the place.
-- Beside it stands an open_code whose closing is 2: a node of the release before, which knows of no places, lets nobody in
create table if not exists code_place (
    code        varchar(12) character set ascii collate ascii_bin not null,
    place       tinyint     not null,
    contract_id uuid        not null,
    token_id    uuid        not null,
    mac         binary(6),
    used_by     uuid,
    constraint code_place_key primary key (code, place),
    constraint code_place_device unique (code, mac),
    constraint code_place_token foreign key (token_id) references token (id) on delete cascade,
    constraint code_place_most check (place between 1 and 10),
    constraint code_place_taken check ((mac is null) = (used_by is null))
) engine = InnoDB;

--rollback drop table code_place;
