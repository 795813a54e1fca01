# Places and small functions that the steps share; sourced, not run.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
if [ -z "${WORK:-}" ]; then
    WORK="$(mktemp -d "${TMPDIR:-/tmp}/timeline-ci.XXXXXX")"
    CLONE="$WORK/clone"
fi
export WORK CLONE
export DATA_DIR="$WORK/data"
export PIP_DISABLE_PIP_VERSION_CHECK=1
export CI=true # the property tests try the same examples at every run
unset DATABASE_URL HTTPS DEBUG SECRET_KEY ALLOWED_HOSTS BEHIND_PROXY LOG_FORMAT LOG_LEVEL
unset REQUIRE_BROWSER REQUIRE_POSTGRESQL

heading() { printf '\n== %s ==\n' "$*"; }

fail() {
    echo "CI: $*" >&2
    exit 1
}

# The one command of the README's shell blocks that contains these words.
readme_command() {
    awk '/^```sh/ {on = 1; next} /^```/ {on = 0} on' "$CLONE/README.md" |
        grep -F -- "$1" || fail "README.md has no command with “$1”"
}

# need PROGRAM PACKAGE: the Debian package, unless the program is there.
need() {
    if command -v "$1" >/dev/null; then return; fi
    command -v apt-get >/dev/null ||
        fail "$1 is missing, and so is apt-get to install it with"
    [ "$(id -u)" = 0 ] || fail "$1 is missing; as root: apt-get install $2"
    echo "Installing $2"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >"$WORK/apt.log" 2>&1 &&
        apt-get install -y -q --no-install-recommends "$2" >>"$WORK/apt.log" 2>&1 || {
        tail -n 5 "$WORK/apt.log" >&2
        fail "apt-get could not install $2 (is the package archive reachable?)"
    }
}
