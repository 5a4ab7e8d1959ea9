--liquibase formatted sql
-- When and from where a gateway's signed links were first opened: for a while, and by that device, each vouches (gateway 9).

--changeset propusk:040-redirect-link
-- a link is its signature; a device that has an address of each family opens it from both
create table if not exists redirect_link (
    contract_id uuid        not null,
    md          binary(16)  not null,
    family      tinyint     not null,
    site        varchar(45) character set ascii collate ascii_bin not null,
    opened_at   datetime(6) not null,
    primary key (contract_id, md, family),
    index redirect_link_opened_at (opened_at)
) engine = InnoDB;

--rollback drop table redirect_link;
