--liquibase formatted sql
-- From where a customer's software, and a gateway, may come with their key.

--changeset propusk:054-key-addresses
-- null: from everywhere
alter table api_key add column if not exists addresses varchar(1000) character set ascii collate ascii_bin,
    algorithm = instant;

--rollback alter table api_key drop column addresses;

--changeset propusk:054-gateway-key-addresses
-- no row: from everywhere
create table if not exists gateway_key_addresses (
    gateway_id uuid          not null,
    addresses  varchar(1000) character set ascii collate ascii_bin not null,
    constraint gateway_key_addresses_key primary key (gateway_id),
    constraint gateway_key_addresses_gateway foreign key (gateway_id) references gateway (id)
) engine = InnoDB;

--rollback drop table gateway_key_addresses;
