--liquibase formatted sql
-- What waits is taken lane by lane, by an index: nobody waits behind another one's rows.
-- Nullable and generated columns and indexes only, so that an older node goes on beside a newer one.

--changeset propusk:024-webhook-delivery-lane
--validCheckSum: ANY
-- an event's lane is its contract; none: nothing is left to do
alter table webhook_delivery add column if not exists lane uuid as (if(state = 'WAITING', contract_id, null)) virtual;
create index if not exists webhook_delivery_waiting on webhook_delivery (lane, next_at);

--rollback drop index webhook_delivery_waiting on webhook_delivery;
--rollback alter table webhook_delivery drop column lane;

--changeset propusk:024-disconnect-lane
--validCheckSum: ANY
-- an order's lane is its gateway; of an order by an older node, its contract
alter table disconnect add column if not exists gateway_id uuid;
update disconnect join device_session on device_session.id = disconnect.session_id
    set disconnect.gateway_id = device_session.gateway_id where disconnect.done_at is null;
alter table disconnect
    add column if not exists lane uuid as (if(done_at is null, coalesce(gateway_id, contract_id), null)) virtual;
create index if not exists disconnect_waiting on disconnect (lane, next_try_at);

--rollback drop index disconnect_waiting on disconnect;
--rollback alter table disconnect drop column lane;
--rollback alter table disconnect drop column gateway_id;

--changeset propusk:024-code-closing-tries
--validCheckSum: ANY
-- one that fails again and again does not stand before all others
alter table code_closing add column if not exists tries smallint not null default 0, add column if not exists next_try_at datetime(6);

--rollback alter table code_closing drop column next_try_at, drop column tries;
