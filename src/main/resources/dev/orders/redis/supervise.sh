# Runs a server that ends when its owner ends.
#
#   1. The owner (a JVM) starts this in a session of its own and keeps the other end of standard input.
#   2. This starts the server, given as arguments, and prints its process id.
#   3. A watchdog reads standard input. When the owner is gone, kill -9 included, the kernel closes
#      the pipe, the read ends, and the watchdog asks the server to stop.
#   4. This ends, with the server's code, when the server ends.
#
# Needs nothing but a POSIX shell. Without setsid(1) it is run by bash, where "set -m" gives the
# server a process group of its own: Ctrl-C reaches the foreground group only.
umask 077
trap '' HUP INT QUIT
[ -z "${BASH_VERSION:-}" ] || set -m

exec 3<&0
"$@" </dev/null >>redis.log 2>&1 3<&- &
server=$!
{ while read -r _; do :; done; kill "$server"; } <&3 >/dev/null 2>&1 &
watchdog=$!
exec 3<&- </dev/null
echo "$server"
exec >/dev/null

wait "$server"
code=$?
kill -KILL "$watchdog" 2>/dev/null
exit "$code"
