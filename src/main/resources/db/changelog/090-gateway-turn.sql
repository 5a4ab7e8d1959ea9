--liquibase formatted sql
-- Who sets up a gateway looks at all others at its addresses: one at a time.

--changeset propusk:090-gateway-turn
create table if not exists gateway_turn (
    id    tinyint not null,
    turns bigint  not null,
    constraint gateway_turn_key primary key (id),
    constraint gateway_turn_only check (id = 1)
) engine = InnoDB;
insert ignore into gateway_turn (id, turns) values (1, 0);

--rollback drop table gateway_turn;
