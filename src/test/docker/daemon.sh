#!/usr/bin/env bash
# usage: daemon.sh start|stop <folder>
# A docker daemon of the test's own, with an empty image store, in that folder. "start" prints the daemon's address.
set -euo pipefail
folder=$(realpath -m "${2:?a folder for images and volumes}")
# the path of a socket is short
run=/run/propusk-shipped
socket=unix://$run/docker.sock

start() {
    command -v dockerd > /dev/null || { echo "There is no dockerd on this machine (Debian: docker.io, docker-compose)" >&2; exit 1; }
    [ "$(id -u)" = 0 ] || { echo "dockerd needs root" >&2; exit 1; }
    if [ -S "$run/docker.sock" ] && docker -H "$socket" info > /dev/null 2>&1; then echo "$socket"; return; fi
    mkdir -p "$folder" "$run"
    rm -f "$run/docker.pid"
    for driver in overlay2 vfs; do
        nohup dockerd --data-root "$folder/$driver" --exec-root "$run/exec" --pidfile "$run/docker.pid" -H "$socket" \
            --storage-driver "$driver" --ip 127.0.0.1 > "$folder/dockerd-$driver.log" 2>&1 < /dev/null &
        for _ in $(seq 1 120); do
            if docker -H "$socket" info > /dev/null 2>&1; then echo "$socket"; return; fi
            kill -0 $! 2> /dev/null || break
            sleep 0.5
        done
        ! kill $! 2> /dev/null || wait $! || true
    done
    echo "dockerd does not run here:" >&2
    tail -5 "$folder"/dockerd-*.log >&2
    exit 1
}

stop() {
    [ -f "$run/docker.pid" ] || return 0
    local pid
    pid=$(cat "$run/docker.pid")
    kill "$pid" 2> /dev/null || return 0
    for _ in $(seq 1 120); do
        kill -0 "$pid" 2> /dev/null || return 0
        sleep 0.5
    done
}

case ${1:-} in
    start) start ;;
    stop) stop ;;
    *) sed -n '2,3p' "$0"; exit 2 ;;
esac
