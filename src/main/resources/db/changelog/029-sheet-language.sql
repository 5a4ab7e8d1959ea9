--liquibase formatted sql
-- A sheet speaks any language that there are texts in: the three words that were, or a language's tag (BCP 47).

--changeset propusk:029-sheet-language
--validCheckSum: ANY
alter table sheet_settings
    modify language varchar(35) character set ascii collate ascii_bin not null,
    drop constraint if exists sheet_settings_language,
    drop constraint if exists sheet_settings_language_tag,
    add constraint sheet_settings_language_tag check (language regexp '^(RUSSIAN|ENGLISH|BOTH|[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$');

--rollback alter table sheet_settings drop constraint sheet_settings_language_tag, add constraint sheet_settings_language check (language in ('RUSSIAN', 'ENGLISH', 'BOTH')), modify language varchar(7) character set ascii collate ascii_bin not null;
