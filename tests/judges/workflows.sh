#!/bin/sh
# zizmor finds nothing in the workflows of GitHub and Forgejo; all files are as the forges' own
# schemas have them. Both look at files only, and ask nobody.
set -eu
cd "$(dirname "$0")/../.."
kept=.venv/judges/workflows

case "${1:-}" in
install)
  [ -x "$kept/bin/python" ] || .venv/bin/python -m venv "$kept"
  "$kept/bin/python" -m pip install --disable-pip-version-check --no-input --quiet \
    --require-hashes --only-binary :all: -r tests/judges/workflows/requirements.lock
  ;;
run)
  "$kept/bin/zizmor" --offline --quiet .github .forgejo/workflows/*.yml
  schema() { "$kept/bin/check-jsonschema" --builtin-schema "vendor.$1" "$2"; }
  for file in .github/workflows/*.yml .forgejo/workflows/*.yml; do schema github-workflows "$file"; done
  for file in .github/ISSUE_TEMPLATE/*.yml .forgejo/issue_template/*.yml; do
    schema github-issue-forms "$file"
  done
  schema gitlab-ci .gitlab-ci.yml
  ;;
*)
  echo "usage: sh $0 install|run" >&2
  exit 2
  ;;
esac
