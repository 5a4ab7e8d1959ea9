#!/usr/bin/env bash
# The tests of mariadb's own healthcheck.sh that the compose files name, with the same accounts.
set -euo pipefail
client=(mariadb --defaults-extra-file=/var/lib/mysql/.my-healthcheck.cnf)
ask() { "${client[@]}" -NBe "$1"; }
for test in "$@"; do
    case $test in
        --su-mysql)
            if [ "$(id -un)" != mysql ]; then exec gosu mysql "$0" "$@"; fi
            client=(mariadb)
            ;;
        --connect) ! { mariadb --no-defaults --protocol=tcp -h127.0.0.1 -e 'select 1' 2>&1 || true; } | grep -q "Can't connect" ;;
        --innodb_initialized) [ "$(ask "select 1 from information_schema.engines where engine = 'innodb' and support in ('YES', 'DEFAULT')")" = 1 ] ;;
        --galera_online) [ "$(ask "select variable_value from information_schema.global_status where variable_name = 'WSREP_LOCAL_STATE'")" = 4 ] ;;
        *) echo "unknown test $test" >&2; exit 2 ;;
    esac
done
