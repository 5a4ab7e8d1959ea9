-- Four users for an external database: one that changes the schema, one that works, one that purges, one that backs up.
-- The journal, its seals and the certificates can only be added to: whoever gets hold of the application's own user can
-- neither change nor remove what it has written down. Tokens can't be deleted by it either.
--
-- Run as an administrator of the server, in the application's schema, after the schema was made and again after each
-- update that adds tables:   mariadb propusk < grants.sql
-- Set the passwords and the hosts first.

create user if not exists 'propusk_migration'@'%' identified by 'change me 1';
create user if not exists 'propusk'@'%' identified by 'change me 2';
create user if not exists 'propusk_purge'@'%' identified by 'change me 3';
create user if not exists 'propusk_backup'@'%' identified by 'change me 4';

delimiter //
begin not atomic
    execute immediate concat(
        'grant select, insert, update, delete, create, alter, drop, index, references on `', database(),
        '`.* to ''propusk_migration''@''%''');
    execute immediate concat(
        'grant select, show view, trigger, lock tables on `', database(), '`.* to ''propusk_backup''@''%''');
    -- where the binary log stands, a new file of it for each dump, and reading it
    grant reload, binlog monitor, replication slave on *.* to 'propusk_backup'@'%';
    -- table by table: what was granted on the whole schema can't be taken back for one table (error 1147)
    for t in (
        select table_name as name from information_schema.tables
        where table_schema = database() and table_type = 'BASE TABLE'
    ) do
        execute immediate concat(
            'grant ',
            case
                when t.name in ('journal', 'journal_seal', 'journal_sealed', 'certificate') then 'select, insert'
                when t.name in ('token', 'token_limit', 'code_place', 'device_session', 'session_address') then 'select, insert, update'
                when t.name in ('DATABASECHANGELOG', 'DATABASECHANGELOGLOCK') then 'select'
                else 'select, insert, update, delete'
            end,
            ' on `', database(), '`.`', t.name, '` to ''propusk''@''%''');
        if t.name in ('token', 'journal', 'device_session') then
            execute immediate concat(
                'grant select, delete on `', database(), '`.`', t.name, '` to ''propusk_purge''@''%''');
        end if;
        if t.name in ('journal_sealed', 'legal_hold', 'purge_order') then
            execute immediate concat('grant select on `', database(), '`.`', t.name, '` to ''propusk_purge''@''%''');
        end if;
    end for;
end //
delimiter ;
