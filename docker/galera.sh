#!/usr/bin/env bash
# Three MariaDB servers with Galera on this machine's loopback: for the cluster test, and to try a cluster without an engine
# for containers. The settings are those of galera.cnf and database.cnf, which compose.cluster.yaml uses.
#
#   GALERA_HOME=<empty folder> galera.sh init            make the first node's database
#   galera.sh up                                         start all three
#   galera.sh start N | stop N | kill N | rejoin N       one of them: 1, 2 or 3; kill is kill -9
#   galera.sh status | url | down
#
# Needs Debian's mariadb-server, galera-4, rsync and lsof: installed, or only unpacked into a folder (dpkg-deb -x), which
# GALERA_PREFIX then names. The servers run as GALERA_UID (nobody) where root starts them.
set -euo pipefail

home=${GALERA_HOME:?a folder for the three nodes}
prefix=${GALERA_PREFIX:-}
uid=${GALERA_UID:-65534}
first_port=${GALERA_PORT:-23400}
password=${GALERA_PASSWORD:-propusk}
here=$(cd "$(dirname "$0")" && pwd)

export PATH="$prefix/usr/bin:$prefix/usr/sbin:$PATH"
[ -z "$prefix" ] || export LD_LIBRARY_PATH="$prefix/usr/lib/x86_64-linux-gnu:$prefix/lib/x86_64-linux-gnu"
server="$prefix/usr/sbin/mariadbd"
as=()
[ "$(id -u)" != 0 ] || as=(setpriv --reuid "$uid" --regid "$uid" --clear-groups)

port() { echo $((first_port + $1)); }                  # SQL
group_port() { echo $((first_port + 10 * $1 + 1)); }   # Galera; +1 and +2 for what a joining node is sent
query() { mariadb --no-defaults --protocol=tcp -h127.0.0.1 -P"$(port "$1")" -upropusk -p"$password" -NBe "$2" 2>/dev/null; }

configure() {
    local n=$1 folder="$home/n$1" group
    group=$(group_port "$n")
    mkdir -p "$folder/tmp" "$folder/data"
    grep -hv '^wsrep_provider\|^wsrep_cluster_address\|^innodb_buffer\|^innodb_log_file\|^log_bin' \
        "$here/database.cnf" "$here/galera.cnf" > "$folder/node.cnf"
    cat >> "$folder/node.cnf" <<EOF
datadir = $folder/data
tmpdir = $folder/tmp
socket = $folder/s.sock
pid-file = $folder/db.pid
log-error = $folder/error.log
port = $(port "$n")
bind-address = 127.0.0.1
basedir = $prefix/usr
plugin-dir = $prefix/usr/lib/mysql/plugin
lc-messages-dir = $prefix/usr/share/mysql
character-sets-dir = $prefix/usr/share/mysql/charsets
innodb_buffer_pool_size = 96M
innodb_log_file_size = 48M
performance_schema = OFF
wsrep_provider = $prefix/usr/lib/galera/libgalera_smm.so
wsrep_cluster_address = gcomm://127.0.0.1:$(group_port 1),127.0.0.1:$(group_port 2),127.0.0.1:$(group_port 3)
wsrep_node_name = n$n
wsrep_node_address = 127.0.0.1:$group
wsrep_node_incoming_address = 127.0.0.1:$(port "$n")
wsrep_sst_receive_address = 127.0.0.1:$((group + 2))
wsrep_provider_options = "gmcast.listen_addr=tcp://127.0.0.1:$group;ist.recv_addr=127.0.0.1:$((group + 1));ist.recv_bind=127.0.0.1:$((group + 1));gcache.size=64M;evs.suspect_timeout=PT3S;evs.inactive_timeout=PT8S"
EOF
    cat > "$folder/init.sql" <<EOF
CREATE DATABASE IF NOT EXISTS propusk CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE USER IF NOT EXISTS 'propusk'@'127.0.0.1' IDENTIFIED BY '$password';
GRANT ALL ON propusk.* TO 'propusk'@'127.0.0.1';
EOF
    [ "$(id -u)" != 0 ] || chown -R "$uid:$uid" "$folder"
}

start() {
    local n=$1 folder="$home/n$1"
    shift
    rm -f "$folder/db.pid"
    "${as[@]}" env HOME="$home" "$server" --defaults-file="$folder/node.cnf" "$@" >> "$folder/out.log" 2>&1 < /dev/null &
    local pid=$!
    for _ in $(seq 1 900); do
        [ -d "/proc/$pid" ] || break
        if [ "$(query "$n" "show status like 'wsrep_local_state_comment'" | cut -f2)" = Synced ]; then
            echo "n$n synced"
            return 0
        fi
        sleep 0.1
    done
    echo "n$n did not come up" >&2
    tail -20 "$folder/error.log" >&2
    return 1
}

# Where a node that was killed stood, so that the others send it only what it lacks. It is only to be read: without
# innodb_force_recovery = 2 the purge begins, which can't open tables yet, and once took all memory instead of ending.
rejoin() {
    local folder="$home/n$1" position
    "${as[@]}" env HOME="$home" timeout -s KILL 60 "$server" --defaults-file="$folder/node.cnf" --wsrep-recover \
        --innodb-force-recovery=2 --log-error="$folder/recover.log" > /dev/null 2>&1 || true
    position=$(sed -n 's/.*Recovered position: //p' "$folder/recover.log" | tail -1)
    rm -f "$folder/recover.log"
    start "$1" ${position:+--wsrep_start_position="$position"}
}

stop() {
    local pid
    pid=$(cat "$home/n$1/db.pid" 2>/dev/null) || return 0
    kill "$pid" 2>/dev/null || return 0
    for _ in $(seq 1 600); do
        [ -d "/proc/$pid" ] || return 0
        sleep 0.1
    done
    kill -9 "$pid"
}

case ${1:-} in
    init)
        rm -rf "${home:?}"/n1 "$home"/n2 "$home"/n3
        mkdir -p "$home"
        chmod 711 "$home"
        for n in 1 2 3; do configure $n; done
        "${as[@]}" env HOME="$home" mariadb-install-db --defaults-file="$home/n1/node.cnf" --basedir="$prefix/usr" --auth-root-authentication-method=socket \
            --skip-test-db --wsrep-on=OFF > "$home/install.log" 2>&1 || { tail -20 "$home/install.log" >&2; exit 1; }
        ;;
    up)
        start 1 --wsrep-new-cluster --init-file="$home/n1/init.sql"
        start 2
        start 3
        ;;
    start) start "$2" ;;
    rejoin) rejoin "$2" ;;
    stop) stop "$2" ;;
    kill) kill -9 "$(cat "$home/n$2/db.pid")" ;;
    down) for n in 3 2 1; do stop $n; done ;;
    url) echo "jdbc:mariadb:sequential://127.0.0.1:$(port 1),127.0.0.1:$(port 2),127.0.0.1:$(port 3)/propusk" ;;
    status)
        for n in 1 2 3; do
            echo "n$n $(query $n "show status where variable_name in
                ('wsrep_cluster_size', 'wsrep_local_state_comment', 'wsrep_cluster_status', 'wsrep_last_committed')" \
                | tr '\t\n' '= ' || true)"
        done
        ;;
    *) sed -n '2,12p' "$0"; exit 2 ;;
esac
