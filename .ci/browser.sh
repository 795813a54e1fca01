# The browser tests in Debian's Chromium; here a skipped one is a failed one.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$CLONE"

need chromium chromium
.venv/bin/pip install -q -e ".[dev,browser]"
REQUIRE_BROWSER=1 .venv/bin/pytest -n auto -m browser
