#!/usr/bin/env bash
# usage: restore.sh <backup's folder> [--replace] [--to '<moment in UTC>']
# Loads a backup into the empty database, or with --replace into one that is emptied first; then, with --to, all that was
# committed before that second, out of the binary log beside the dump. The application is not to run meanwhile.
set -euo pipefail
from=${PROPUSK_BACKUP_FOLDER:-/backups}/${1:?which backup: a folder in backups, such as propusk-2026-11-24T02-30-00Z}
shift
replace= to=
while [ $# -gt 0 ]; do
    case $1 in
        --replace) replace=1 ;;
        --to) to=${2:?the moment, in UTC: 2026-11-24 14:02:59}; shift ;;
        *) echo "What is $1?" >&2; exit 2 ;;
    esac
    shift
done
MYSQL_PWD=$(cat /run/secrets/database-root-password)
export MYSQL_PWD TZ=UTC
server=(mariadb --host="$DATABASE_HOST" --user=root)
[ -z "$to" ] || to=$(date -d "$to" '+%F %T')
dump=$from/dump.sql.gz
zcat "$dump" | tail -1 | grep -q 'Dump completed' || { echo "$dump is not complete" >&2; exit 1; }

tables=$("${server[@]}" -NBe "select count(*) from information_schema.tables where table_schema = 'propusk'")
if [ "$tables" != 0 ] && [ -z "$replace" ]; then
    echo "The database is not empty ($tables tables): --replace drops what is in it" >&2
    exit 1
fi
"${server[@]}" -e "set foreign_key_checks = 0; create or replace database propusk"
zcat "$dump" | "${server[@]}" propusk
echo "$(basename "$from") is loaded"

if [ -n "$to" ]; then
    read -r log position < <(zcat "$dump" | head -60 \
        | sed -n "s/^-- CHANGE MASTER TO MASTER_LOG_FILE='\([^']*\)', MASTER_LOG_POS=\([0-9]*\);/\1 \2/p")
    # the position belongs to the first of these files
    mapfile -t logs < <(find "$from" -name '*.0*' | sort | awk -v first="$from/$log" '$0 >= first')
    [ "${logs[0]:-}" = "$from/$log" ] || { echo "$log is not among the files in $from" >&2; exit 1; }
    # remarks would repeat the statements, bytes and all, and stop the client at the first MAC
    mariadb-binlog --skip-annotate-row-events --start-position="$position" --stop-datetime="$to" "${logs[@]}" \
        | "${server[@]}" propusk
    echo "and brought to $to UTC by ${#logs[@]} files of the binary log"
fi
# what the database commits from now on belongs to no backup that is here
touch "$(dirname "$from")/.restored"
