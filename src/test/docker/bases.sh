#!/usr/bin/env bash
# Makes images that bear the names of the public ones out of Debian's packages, this machine's JDK and Maven, for machines
# that reach no image registry. What they leave untested stands in docker/README.md.
# Needs DOCKER_HOST; mmdebstrap, Maven with what a build needs in its local repository.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOCKER_BUILDKIT=0

has() { docker image inspect "$1" > /dev/null 2>&1; }

if ! has propusk-test/debian; then
    mmdebstrap --quiet --variant=minbase \
        --include=ca-certificates,curl,mariadb-server-core,mariadb-client bookworm "$work/base.tar"
    docker import "$work/base.tar" propusk-test/debian > /dev/null
fi

if ! has eclipse-temurin:25-jre-noble; then
    jdk=${JAVA_HOME:?a JDK 25}
    mkdir -p "$work/jdk" "$work/maven"
    cp -rL "$jdk" "$work/jdk/openjdk"
    cat > "$work/jdk/Dockerfile" <<'D'
FROM propusk-test/debian
COPY openjdk /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
D
    docker build -q -t eclipse-temurin:25-jre-noble "$work/jdk" > /dev/null
fi

if ! has eclipse-temurin:25-jdk-noble; then
    mkdir -p "$work/maven/repository"
    cp -rL "$(dirname "$(dirname "$(readlink -f "$(command -v mvn)")")")" "$work/maven/maven"
    # what a build fetches, but for the tests' own browser driver
    cp -r "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/." "$work/maven/repository"
    cat > "$work/maven/Dockerfile" <<'D'
FROM eclipse-temurin:25-jre-noble
COPY maven /opt/maven
COPY repository /root/.m2/repository
RUN ln -s /opt/maven/bin/mvn /usr/bin/mvn
D
    docker build -q -t eclipse-temurin:25-jdk-noble "$work/maven" > /dev/null
fi

if ! has haproxy:3.0; then
    docker build -q --network host -t propusk-test/servers -f "$here/servers.Dockerfile" "$here" > /dev/null
    for image in mariadb:11.4 caddy:2 haproxy:3.0 debian:12-slim; do
        name=${image%%[:]*}
        printf 'FROM propusk-test/servers\nENTRYPOINT ["/usr/local/bin/as-%s.sh"]\n' "$name" > "$work/Dockerfile"
        case $name in
            caddy) echo 'ENV XDG_DATA_HOME=/data XDG_CONFIG_HOME=/config' >> "$work/Dockerfile" ;;
            mariadb) printf 'CMD ["mariadbd"]\nVOLUME /var/lib/mysql\n' >> "$work/Dockerfile" ;;
            debian) printf 'FROM propusk-test/servers\n' > "$work/Dockerfile" ;;
        esac
        docker build -q -t "$image" - < "$work/Dockerfile" > /dev/null
    done
fi
