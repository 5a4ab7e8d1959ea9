--liquibase formatted sql logicalFilePath:db/changelog/013-webhook.sql
-- Events for the customers' own systems: where they go, and what waits to be delivered.

--changeset propusk:013-webhook
--validCheckSum: ANY
create table if not exists webhook (
    contract_id     uuid           not null primary key,
    url             varchar(500)   character set ascii collate ascii_bin not null,
    -- encrypted with the installation's key
    secret          varbinary(200) not null,
    -- signs as well for a day, so that a new secret can be set without losing an event
    previous_secret varbinary(200),
    previous_until  datetime(6),
    -- how few unused tokens are told of
    low_at          smallint       not null,
    changed_at      datetime(6)    not null,
    constraint webhook_contract foreign key (contract_id) references contract (id),
    constraint webhook_low_at check (low_at between 0 and 199),
    constraint webhook_previous check ((previous_secret is null) = (previous_until is null))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table webhook;

--changeset propusk:013-webhook-delivery
--validCheckSum: ANY
-- written in the transaction of the event; its id is the event's
create table if not exists webhook_delivery (
    id          uuid        not null primary key,
    contract_id uuid        not null,
    type        varchar(20) character set ascii collate ascii_bin not null,
    body        mediumtext  not null,
    created_at  datetime(6) not null,
    state       varchar(9)  character set ascii collate ascii_bin not null,
    attempts    smallint    not null default 0,
    -- when it is tried next; while it is being delivered, when whoever does so is taken for dead
    next_at     datetime(6),
    last_at     datetime(6),
    last_status smallint,
    last_reason varchar(20) character set ascii collate ascii_bin,
    constraint webhook_delivery_state check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    constraint webhook_delivery_next check ((state = 'WAITING') = (next_at is not null)),
    index webhook_delivery_due (state, next_at),
    index webhook_delivery_newest (contract_id, id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table webhook_delivery;
