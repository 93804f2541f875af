#!/bin/sh
# All judges of list.txt: installed one after the other, then run two at a time, those that are
# `alone` last. What each says is said in one piece, when it has ended. Exit 1: one found fault.
set -eu
cd "$(dirname "$0")/../.."
said=.venv/judges/said

# The judges of one kind: `paired` or `alone`.
named() { sed -e 's/#.*//' tests/judges/list.txt | awk -v how="$1" 'NF == (how == "alone") + 1 { print $1 }'; }

rm -rf "$said"
mkdir -p "$said"
# The networks that several judges look at are built once for all.
KOHTAAMO_JUDGED=$(mktemp -d)
export KOHTAAMO_JUDGED
trap 'rm -rf "$KOHTAAMO_JUDGED"' EXIT
for name in $(named paired) $(named alone); do
  echo "judge $name: installing"
  sh "tests/judges/$name.sh" install
done

# One judge: what it says is kept until it has ended, and a judge that found fault leaves its name.
run='
name=$1
echo "judge $name: running"
sh "tests/judges/$name.sh" run >"$2/$name.txt" 2>&1 || touch "$2/$name.failed"
{ echo "judge $name:"; cat "$2/$name.txt"; } >"$2/$name.whole"
cat "$2/$name.whole"
'
named paired | xargs -P 2 -I NAME sh -c "$run" sh NAME "$said"
named alone | xargs -I NAME sh -c "$run" sh NAME "$said"

failed=$(find "$said" -name '*.failed' | sed -e 's,.*/,,' -e 's,\.failed$,,' | sort | tr '\n' ' ')
if [ -n "$failed" ]; then
  echo "outside judges that found fault: $failed"
  exit 1
fi
echo "outside judges content:" $(named paired) $(named alone)
