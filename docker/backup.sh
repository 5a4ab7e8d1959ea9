#!/usr/bin/env bash
# usage: backup.sh            each night at PROPUSK_BACKUP_AT (UTC), and what was committed since every PROPUSK_BINLOG_EVERY seconds
#        backup.sh now        one backup
#        backup.sh log        what was committed since the newest backup
#        backup.sh healthy    whether the newest backup is young enough
# A backup is a folder: dump.sql.gz, and the files of the binary log since then, by which it is brought to any moment after.
set -euo pipefail
folder=${PROPUSK_BACKUP_FOLDER:-/backups}
keep=${PROPUSK_BACKUP_DAYS:-14}
at=${PROPUSK_BACKUP_AT:-02:30}
every=${PROPUSK_BINLOG_EVERY:-900}
server=(--host="$DATABASE_HOST" --user=propusk_backup)
MYSQL_PWD=$(cat /run/secrets/backup-password)
export MYSQL_PWD TZ=UTC

say() { echo "$(date +%FT%TZ) $*"; }
failed() { say "BACKUP FAILED: $*" >&2; return 1; }
newest() { find "$folder" -maxdepth 1 -type d -name 'propusk-*Z' | sort | tail -1; }
position() { zcat "$1/dump.sql.gz" 2>/dev/null | head -60 | sed -n "s/^-- CHANGE MASTER TO MASTER_LOG_FILE='\([^']*\)'.*/\1/p" || true; }

dump() {
    local name part
    name=propusk-$(date +%Y-%m-%dT%H-%M-%SZ)
    part=$folder/.$name.part
    rm -rf "$folder"/.propusk-*.part
    mkdir -p "$part"
    mariadb-dump "${server[@]}" --single-transaction --quick --hex-blob --flush-logs --master-data=2 propusk \
        | gzip > "$part/dump.sql.gz" || { failed "the database did not give all of it"; return 1; }
    [ "$(zcat "$part/dump.sql.gz" | grep -c '^CREATE TABLE `token` ')" = 1 ] || { failed "no tokens' table in the dump"; return 1; }
    zcat "$part/dump.sql.gz" | tail -1 | grep -q 'Dump completed' || { failed "the dump has no end"; return 1; }
    mv "$part" "$folder/$name"
    say "backup $name is complete, $(stat -c %s "$folder/$name/dump.sql.gz") bytes"
    find "$folder" -maxdepth 1 -type d -name 'propusk-*Z' -mtime "+$keep" ! -path "$(newest)" -exec rm -rf {} +
}

# The last file that is here was perhaps still being written, and is fetched again.
since() {
    local last from
    last=$(newest)
    [ -n "$last" ] || { failed "there is no backup yet"; return 1; }
    from=$(find "$last" -name '*.0*' -printf '%f\n' | sort | tail -1)
    [ -n "$from" ] || from=$(position "$last")
    mariadb-binlog "${server[@]}" --read-from-remote-server --raw --to-last-log --result-file="$last/" "$from" \
        || { failed "the binary log since $last was not given"; return 1; }
}

healthy() { [ -n "$(find "$folder" -maxdepth 1 -type d -name 'propusk-*Z' -mmin -1560)" ]; }

# seconds until then; a database that was restored begins a binary log of its own, which belongs to no older backup
rest() { echo $((($(date -d "$at" +%s) - $(date +%s) + 86400) % 86400)); }
outdated() { [ -z "$(newest)" ] || [ -e "$folder/.restored" ]; }

nightly() {
    say "a backup each day at $at UTC, kept for $keep days in $folder"
    while true; do
        if outdated || [ "$(rest)" -ge $((86400 - every)) ]; then
            if dump; then rm -f "$folder/.restored"; fi
        fi
        outdated || since || true
        local pause
        pause=$(rest)
        sleep $((pause > 0 && pause < every ? pause : every)) &
        wait $!
    done
}

trap 'exit 0' TERM
case ${1:-nightly} in
    nightly) nightly ;;
    now) dump && rm -f "$folder/.restored" && since ;;
    log) since ;;
    healthy) healthy ;;
    *) sed -n '2,6p' "$0"; exit 2 ;;
esac
