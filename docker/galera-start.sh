#!/usr/bin/env bash
# Starts a node of the cluster by the image's own entrypoint. Who finds the file begin-a-cluster in its folder begins one, and
# does so once: what begins it is no setting, so that nothing has to be taken back and no node be made anew.
set -euo pipefail
data=/var/lib/mysql
name=$(hostname)
options=("--wsrep-node-name=$name" "--wsrep-node-address=$name")
if [ -e "$data/begin-a-cluster" ]; then
    rm "$data/begin-a-cluster"
    [ ! -e "$data/grastate.dat" ] || sed -i 's/^safe_to_bootstrap: .*/safe_to_bootstrap: 1/' "$data/grastate.dat"
    options+=(--wsrep-new-cluster)
fi
exec docker-entrypoint.sh mariadbd "${options[@]}" "$@"
