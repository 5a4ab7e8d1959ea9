#!/bin/sh
# usage: train.sh <propusk.jar> <cache>
# Starts the application once on an own, empty database, and keeps what the start taught the JVM (JEP 483 and 514).
set -eu
data=$(mktemp -d)
chmod 711 "$data"
java -XX:AOTCacheOutput="$2" -Dspring.context.exit=onRefresh --enable-native-access=ALL-UNNAMED -jar "$1" \
    --propusk.data-dir="$data" --propusk.public-url=http://localhost --server.port=0
rm -rf "$data"
[ -s "$2" ]
