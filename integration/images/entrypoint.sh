#!/bin/bash
# Starts a throw-away PostgreSQL server:
#
#   [-c name=value ...]   a server. POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB
#                         name its superuser and database (default: postgres).
#                         With PRIMARY_HOST (and PRIMARY_PORT) a standby of that
#                         server, whose superuser the variables name.
#                         POSTGRES_SETTINGS and POSTGRES_HBA are lines to add to
#                         postgresql.conf and pg_hba.conf, POSTGRES_INITDB_ARGS
#                         more arguments of initdb.
#   pgbouncer             PgBouncer in transaction mode on port 6432, in front of
#                         PRIMARY_HOST; it lets in every role of that server.
#   seed                  (at build) makes the data directory that servers start from.
set -euo pipefail

user=${POSTGRES_USER:-postgres}
password=${POSTGRES_PASSWORD:-postgres}
database=${POSTGRES_DB:-$user}
primary=${PRIMARY_HOST:-}
primary_port=${PRIMARY_PORT:-5432}
seed=/seed/data.tar

# Settings go into the file and not onto the command line, which would win over
# the ALTER SYSTEM of a test. fsync stays on, since pgdoctor finds fault with a
# server without it; on a tmpfs, where most of them live, it costs nothing.
settings() {
    cat <<CONF

listen_addresses = '*'
password_encryption = 'scram-sha-256'
max_connections = 200
max_prepared_transactions = 10
wal_level = replica
shared_preload_libraries = 'pg_stat_statements'
pg_stat_statements.max = 10000
# on, but never in the middle of a test
autovacuum_naptime = '1h'
CONF
}

access() {
    cat <<CONF
local all         all     trust
local replication all     trust
host  all         all all scram-sha-256
host  replication all all scram-sha-256
CONF
}

# create SUPERUSER PASSWORD DIRECTORY
create() {
    initdb --username="$1" --pwfile=<(printf '%s\n' "$2") --pgdata="$3" --no-sync \
        --encoding=UTF8 --locale=en_US.UTF-8 --auth=scram-sha-256 ${POSTGRES_INITDB_ARGS:-} >/dev/null
    settings >>"$3/postgresql.conf"
    access >"$3/pg_hba.conf"
}

make_seed() {
    create postgres postgres /seed/data
    # Sparse: the first WAL segment is 16 MB, nearly all of it zeros.
    tar --create --sparse --file="$seed" --directory=/seed/data .
    rm -rf /seed/data
}

# Single-user mode takes one statement per line.
single() {
    postgres --single -D "$PGDATA" -c log_min_messages=fatal postgres >/dev/null <<<"$1"
}

make_primary() {
    if [ "$user" != postgres ] || [ -n "${POSTGRES_INITDB_ARGS:-}" ]; then
        create "$user" "$password" "$PGDATA"
    else
        mkdir -m 0700 "$PGDATA"
        tar --extract --file="$seed" --directory="$PGDATA"
        [ "$password" = postgres ] || single "ALTER ROLE postgres PASSWORD '${password//\'/\'\'}'"
    fi
    printf '%s\n' "${POSTGRES_SETTINGS:-}" >>"$PGDATA/postgresql.conf"
    printf '%s\n' "${POSTGRES_HBA:-}" >>"$PGDATA/pg_hba.conf"
    [ "$database" = postgres ] || single "CREATE DATABASE \"${database//\"/\"\"}\""
}

make_standby() {
    PGPASSWORD=$password pg_basebackup --host="$primary" --port="$primary_port" --username="$user" \
        --pgdata="$PGDATA" --wal-method=stream --checkpoint=fast --write-recovery-conf --no-sync
}

serve() {
    # A container that is started again keeps its data.
    if [ ! -s "$PGDATA/PG_VERSION" ]; then
        rm -rf "$PGDATA"
        if [ -n "$primary" ]; then make_standby; else make_primary; fi
    fi
    exec postgres -D "$PGDATA" "$@"
}

pool() {
    local dir=/tmp/pgbouncer
    mkdir -p "$dir"
    # The one plain password here opens the server for the lookup of all others;
    # those log in with the secrets that the server itself keeps.
    printf '"%s" "%s"\n' "${user//\"/\"\"}" "${password//\"/\"\"}" >"$dir/users"
    cat >"$dir/pgbouncer.ini" <<CONF
[databases]
* = host=$primary port=$primary_port auth_user=$user
[pgbouncer]
listen_addr = *
listen_port = 6432
unix_socket_dir =
auth_type = scram-sha-256
auth_file = $dir/users
auth_query = SELECT usename, passwd FROM pg_catalog.pg_shadow WHERE usename = \$1
pool_mode = transaction
max_client_conn = 500
default_pool_size = 20
admin_users = $user
CONF
    exec pgbouncer "$dir/pgbouncer.ini"
}

case "${1:-}" in
seed) make_seed ;;
pgbouncer) pool ;;
*) serve "$@" ;;
esac
