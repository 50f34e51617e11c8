#!/usr/bin/env bash
#
# What a CI job does with orders: submits a batch, waits until it is done, and knows each exit code.
#
#   examples/ci.sh [FILE]
#
# FILE holds the orders, examples/batch.ndjson by default. A Redis and workers must be running;
# ORDERS_REDIS_URL says where. Also read from the environment:
#
#   ORDERS        the launcher, by default scripts/orders of this checkout
#   BATCH_KEY     names the batch: sent again under the same name, no order is accepted twice
#   WAIT_TIMEOUT  how long to wait for the batch, by default 60s
#   RETRY_PAUSE   seconds between two attempts while Redis is away, by default 5
#
# Prints the ids of the accepted orders, one a line; all talk goes to standard error.
# Its exit code is the one of orders that decided how the job ends.
set -uo pipefail # and no -e: here an exit code is an answer

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
readonly orders=${ORDERS:-$here/../scripts/orders}
readonly file=${1:-$here/batch.ndjson}
readonly key=${BATCH_KEY:-ci-${GITHUB_RUN_ID:-${CI_PIPELINE_ID:-$(date +%s)-$$}}}
readonly timeout=${WAIT_TIMEOUT:-60s}
readonly pause=${RETRY_PAUSE:-5}
readonly attempts=3

say() { printf 'ci: %s\n' "$*" >&2; }

# Sets ids to the orders that were accepted. The key makes it safe to send everything again when
# Redis went away half way: what was accepted before is only found again.
submit() {
  local attempt code
  for ((attempt = 1; ; attempt++)); do
    ids=$("$orders" submit --wait --timeout "$timeout" --idempotency-key "$key" -o id "$file")
    code=$?
    ((code == 6 && attempt < attempts)) || return "$code"
    say "attempt $attempt of $attempts failed, the next one follows in $pause s"
    sleep "$pause"
  done
}

# The orders are accepted already: this only waits once more.
wait_again() {
  local -a accepted=()
  local id
  while read -r id; do accepted+=("$id"); done <<<"$ids"
  "$orders" wait "${accepted[@]}" --timeout "$timeout" -o id >/dev/null
}

# Waits for one order by its id, as a job does that did not submit it, and shows its tasks.
show_last_order() {
  "$orders" wait "${ids##*$'\n'}" --timeout 30s -o jsonl >&2
}

# What an exit code of orders means, and what to do next.
meaning() {
  case $1 in
    0) echo "every task of every order succeeded" ;;
    1) echo "a task failed: see \"orders inspect dead\", mend the cause, then \"orders retry TASK\"" ;;
    2) echo "the command is wrong: see \"orders submit --help\"" ;;
    3) echo "$file is not valid: nothing was accepted, mend the lines named above" ;;
    4) echo "there is no such order, task or queue" ;;
    5) echo "not done in time: accepted all the same, wait for it with \"orders wait ID\"" ;;
    6) echo "Redis is away or refuses to write: run this again with BATCH_KEY=$key" ;;
    7) echo "BATCH_KEY=$key has been used for other orders: choose another" ;;
    8) echo "a check failed" ;;
    9) echo "trouble on this machine: disk, permissions, ports or Java" ;;
    70) echo "a bug in orders: run it with --stacktrace and report it" ;;
    130 | 143) echo "stopped from outside: run this again with BATCH_KEY=$key" ;;
    *) echo "orders could not be run at all" ;;
  esac
}

submit
code=$?
if ((code == 5)) && [[ -n $ids ]]; then
  say "not done within $timeout, waiting once more"
  wait_again
  code=$?
fi
if ((code == 0)) && [[ -n $ids ]]; then
  show_last_order
  code=$?
fi
[[ -z $ids ]] || printf '%s\n' "$ids"
say "exit code $code: $(meaning "$code")"
exit "$code"
