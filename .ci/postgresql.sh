# The same tests on PostgreSQL: a scratch cluster on a Unix socket, ended at the end.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$CLONE"

newest_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

PATH="$PATH:$(newest_bin)"
if ! command -v initdb >/dev/null && [ "$(id -u)" = 0 ]; then
    # The package would start a server of its own; the tests bring theirs.
    mkdir -p /etc/postgresql-common/createcluster.d
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.d/ci.conf
fi
need initdb postgresql
PATH="$PATH:$(newest_bin)"

cluster="$(mktemp -d /tmp/timeline-pg.XXXXXX)" # a socket's path has 107 characters
unprivileged=()
if [ "$(id -u)" = 0 ]; then # the server refuses to run as root
    chown postgres "$cluster"
    unprivileged=(runuser -u postgres -- env "PATH=$PATH")
fi
stop() {
    "${unprivileged[@]}" pg_ctl -D "$cluster/data" -m immediate stop >/dev/null || true
    rm -rf "$cluster"
}
trap stop EXIT

cd /
"${unprivileged[@]}" initdb -D "$cluster/data" -U tests -A trust -E UTF8 --no-locale \
    >"$WORK/initdb.log" || fail "initdb failed: $(tail -n 3 "$WORK/initdb.log")"
"${unprivileged[@]}" pg_ctl -D "$cluster/data" -w -l "$cluster/log" start >/dev/null \
    -o "-c listen_addresses='' -c unix_socket_directories='$cluster' -c fsync=off" ||
    fail "PostgreSQL did not start: $(tail -n 3 "$cluster/log")"
cd "$CLONE"

DATABASE_URL="postgres://tests@/postgres?host=$cluster" REQUIRE_POSTGRESQL=1 \
    .venv/bin/pytest -n auto -m "not browser"
