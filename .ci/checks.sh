# Style, types, templates, migrations, and the settings for production.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$CLONE"
PATH="$CLONE/.venv/bin:$PATH"

set -x
ruff check .
ruff format --check .
mypy
python manage.py validate_templates --no-apps
python manage.py makemigrations --check --dry-run
HTTPS=on python manage.py check --deploy --fail-level WARNING
