#!/usr/bin/env bash
# The little of mariadb's own entrypoint that the compose files rely on: on an empty folder the root's password, a database,
# and accounts for the health check; then the server, as the user mysql.
set -euo pipefail
data=/var/lib/mysql
[ "${1:-}" = mariadbd ] || { case ${1:-} in -*) set -- mariadbd "$@" ;; esac; }
[ "${1:-}" = mariadbd ] || exec "$@"

if [ -z "${ROOT_PASSWORD:-}" ]; then
    ROOT_PASSWORD=$(cat "${MARIADB_ROOT_PASSWORD_FILE:?}")
    export ROOT_PASSWORD
fi
if [ "$(id -u)" = 0 ]; then
    chown -R mysql:mysql "$data"
    exec gosu mysql "$0" "$@"
fi

if [ ! -d "$data/mysql" ]; then
    echo "Initializing database files"
    mariadb-install-db --datadir="$data" --auth-root-authentication-method=normal --skip-test-db --wsrep-on=OFF > /dev/null
    health=$(head -c 24 /dev/urandom | base64 | tr -d '\n')
    printf '[mariadb-client]\nuser=healthcheck\npassword=%s\nprotocol=tcp\n' "$health" > "$data/.my-healthcheck.cnf"
    {
        echo "create user root@'%' identified by '$ROOT_PASSWORD'; grant all on *.* to root@'%' with grant option;"
        echo "set password for root@localhost = password('$ROOT_PASSWORD');"
        for host in localhost 127.0.0.1 ::1; do echo "create user healthcheck@'$host' identified by '$health';"; done
        [ -z "${MARIADB_MYSQL_LOCALHOST_USER:-}" ] || echo "create user mysql@localhost identified via unix_socket;"
        echo "create database if not exists \`${MARIADB_DATABASE:?}\`;"
    } > /tmp/init.sql
    # as the true one: a server that nobody reaches
    mariadbd --skip-networking --wsrep-on=OFF --skip-log-bin --socket=/tmp/init.sock --pid-file=/tmp/init.pid > /tmp/init.log 2>&1 &
    server=$!
    for _ in $(seq 1 240); do
        mariadb --no-defaults --socket=/tmp/init.sock -uroot -e 'select 1' > /dev/null 2>&1 && break
        kill -0 "$server" || { cat /tmp/init.log >&2; exit 1; }
        sleep 0.5
    done
    mariadb --no-defaults --socket=/tmp/init.sock -uroot < /tmp/init.sql
    kill "$server"
    wait "$server" || true
    echo "MariaDB init process done. Ready for start up."
fi
unset ROOT_PASSWORD
exec "$@"
