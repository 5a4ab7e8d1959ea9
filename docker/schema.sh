#!/usr/bin/env bash
# Before each start of a version: the database's users with the passwords of the secrets, the schema, and what each user
# may do in it (grants.sql). The application itself then runs as a user that can't rewrite the journal.
set -euo pipefail
secrets=/run/secrets

admin() {
    MYSQL_PWD=$(cat "$secrets/database-root-password") mariadb --host="$DATABASE_HOST" --user=root "$@"
}

# a secret as a literal of SQL
literal() {
    printf "'%s'" "$(sed "s/[\\\\']/\\\\&/g" "$secrets/$1")"
}

{
    while read -r user secret; do
        password=$(literal "$secret")
        echo "create user if not exists '$user'@'%' identified by $password;"
        echo "alter user '$user'@'%' identified by $password;"
    done <<'USERS'
propusk_migration spring.datasource.password
propusk app-password
propusk_purge purge-password
propusk_backup backup-password
USERS
} | admin
admin propusk < /app/grants.sql
PROPUSK_JAVA_OPTIONS=-Dspring.context.exit=onRefresh propusk
admin propusk < /app/grants.sql
echo "The schema is up to date, and each user may do what it needs"
