# The two commands of README.md, exactly as it prints them.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$CLONE"

serve="$(readme_command 'manage.py serve')"
tests="$(readme_command 'pytest')"

echo "+ $serve"
python3 .ci/serve_once.py "$serve"

echo "+ $tests"
bash -c "$tests"
