--liquibase formatted sql
-- A gateway speaks from several addresses and ranges, and several speak from one, told apart by what their packets say.

--changeset propusk:086-gateway-signs
-- one in a line, further addresses by commas; null: none
alter table gateway
    add column if not exists further_addresses varchar(1000) character set ascii collate ascii_bin,
    add column if not exists further_names varchar(3300) character set utf8mb4 collate utf8mb4_bin,
    add column if not exists ssids varchar(1700) character set utf8mb4 collate utf8mb4_bin,
    add column if not exists realms varchar(3300) character set utf8mb4 collate utf8mb4_bin,
    add column if not exists vlans varchar(300) character set ascii collate ascii_bin;

--rollback alter table gateway drop column vlans, drop column realms, drop column ssids, drop column further_names, drop column further_addresses;

--changeset propusk:086-gateway-range
-- 16 bytes, IPv4 as ::ffff:a.b.c.d, as in session_address
create table if not exists gateway_range (
    gateway_id uuid             not null,
    network    binary(16)       not null,
    bits       tinyint unsigned not null,
    primary key (gateway_id, network, bits),
    index gateway_range_found (network, bits),
    constraint gateway_range_gateway foreign key (gateway_id) references gateway (id)
) engine = InnoDB;

--rollback drop table gateway_range;

--changeset propusk:086-gateway-addresses
insert ignore into gateway_range (gateway_id, network, bits)
select id,
    if(is_ipv4(address), concat(unhex('00000000000000000000ffff'), inet6_aton(address)), inet6_aton(address)), 128
from gateway where removed_at is null and (is_ipv4(address) or is_ipv6(address));

--rollback delete from gateway_range;
