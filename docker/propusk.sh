#!/bin/sh
# The application, or one of its commands beside it: docker compose exec propusk propusk check
set -eu
cd /app
case ${1:---} in
    # beside the running application, in the same memory
    [a-z]*) memory=-Xmx128m ;;
    # heap is two fifths of the container's memory: some 340 MB are needed beside it, and /tmp counts too
    *) memory=-XX:MaxRAMPercentage=40 ;;
esac
exec java -XX:AOTCache=propusk.aot "$memory" -XX:+ExitOnOutOfMemoryError ${PROPUSK_JAVA_OPTIONS:-} \
    --enable-native-access=ALL-UNNAMED -jar propusk.jar "$@"
