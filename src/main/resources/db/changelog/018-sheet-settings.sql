--liquibase formatted sql logicalFilePath:db/changelog/045-sheet-settings.sql
-- How each contract wants its sheets, and when each token was first printed.

--changeset propusk:045-sheet-settings
--validCheckSum: ANY
create table if not exists sheet_settings (
    contract_id  uuid         not null primary key,
    language     varchar(7)   character set ascii collate ascii_bin not null,
    instructions varchar(400),
    qr_code      boolean      not null,
    paper        varchar(7)   character set ascii collate ascii_bin not null,
    cut_lines    boolean      not null,
    print_order  varchar(9)   character set ascii collate ascii_bin not null,
    receipt_stub boolean      not null,
    version      int          not null,
    constraint sheet_settings_contract foreign key (contract_id) references contract (id),
    constraint sheet_settings_language check (language in ('RUSSIAN', 'ENGLISH', 'BOTH')),
    constraint sheet_settings_instructions check (char_length(instructions) <= 300),
    constraint sheet_settings_paper check (paper in ('A4', 'LETTER', 'RECEIPT')),
    constraint sheet_settings_order check (print_order in ('GENERATED', 'NEWEST', 'CODE'))
) engine = InnoDB default character set utf8mb4 collate utf8mb4_unicode_ci;

--rollback drop table sheet_settings;

--changeset propusk:045-sheet-print
--validCheckSum: ANY
-- goes with its token when that is purged
create table if not exists sheet_print (
    token_id    uuid        not null primary key,
    contract_id uuid        not null,
    first_at    datetime(6) not null,
    constraint sheet_print_token foreign key (token_id) references token (id) on delete cascade
) engine = InnoDB;

--rollback drop table sheet_print;
