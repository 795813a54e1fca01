# The tests on Python 3.13 with the newest Django, where that Python is and time is left.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$CLONE"

for python in python3.13 "$HOME"/.pyenv/versions/3.13*/bin/python3.13; do
    if "$python" -c "" 2>/dev/null; then break; fi
    python=
done
[ -n "$python" ] || { echo "Skipped: there is no Python 3.13 here."; exit 0; }
[ "${CI_SECONDS:-0}" -lt 2400 ] || { echo "Skipped: no time is left."; exit 0; }

"$python" -m venv "$WORK/newest"
"$WORK/newest/bin/pip" install -q -e ".[dev]"
"$WORK/newest/bin/python" -c \
    "import django, sys; print('Python', sys.version.split()[0], 'Django', django.__version__)"
"$WORK/newest/bin/pytest" -n auto -m "not browser"
