# All servers of the compose files in one image, which the stand-ins share.
FROM propusk-test/debian
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    mariadb-server mariadb-client galera-4 rsync lsof gosu caddy haproxy freeradius freeradius-rest freeradius-utils \
 && rm -rf /var/lib/mysql/* /etc/mysql/mariadb.conf.d/50-server.cnf \
 && mkdir -p /run/mysqld /etc/mysql/conf.d && chown mysql:mysql /run/mysqld /var/lib/mysql
COPY as-caddy.sh as-haproxy.sh as-mariadb.sh healthcheck.sh /usr/local/bin/
RUN ln -s as-mariadb.sh /usr/local/bin/docker-entrypoint.sh
