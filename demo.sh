#!/usr/bin/env bash
# Kills the primary of a SIP service in the middle of its calls and shows how many of them live on:
# without availability, with address takeover, with active replication, and with the input shadow.
#
#   ./demo.sh                  the whole experiment, up to an hour; broken off, it goes on
#   ./demo.sh --quick          one rate, one run of each case: under 3 minutes after the build
#   ./demo.sh --fresh          the whole experiment from its beginning
#   ./demo.sh --case iv        these cases of it only, which it keeps: i, ii, iii, iv; may be repeated
#   ./demo.sh --endurance [--calls N | --minutes M] [--rate R] [--jdk 17|25] [--fresh]
#                              20 000 calls through a protected pair, no kill: both nodes must hold
#                              the same log and the same tables
#   ./demo.sh --bench [--server alg|b2bua] [--jdk 17|25] [--rate R] [--rounds N] [--knee bare|pair]
#             [--hooks | --start | --replay]
#                              what protection costs: processor time per call, the knee, each hook
#                              by JMH, the start, or the log of realistic calls and its replay
#   ./demo.sh --takeovers N    N takeovers with short calls: how long nobody spoke in each
#   ./demo.sh --server 'java @AGENT@ -jar mine.jar @VIP@ @PORT@ @CLUSTER1@ @CLUSTER2@'
#             [--caller uac.xml] [--callee uas.xml] [--rate R] [--calls N]
#             [--kill-after SECONDS] [--port P]
#                              a server of your own through active replication and a kill
#
# Results: a table on stdout; figure2.svg, .png, .csv, .json, takeovers.csv, .json or server.json in
# target/demo.
# JDKs: JAVA_17_HOME and JAVA_25_HOME, else the usual places. As root it installs what is missing.
# Exit code: 0 shown; 1 active replication lost a call that it must keep; 2 the experiment could not
# be run; 64 wrong command line; 69 something is missing here.
set -uo pipefail
export DEMO_USER_DIRECTORY=$PWD
cd "$(dirname "$0")" || exit 69
. tools/prerequisites.sh

usage() {
  sed -n '2,26s/^# \{0,1\}//p' "$0"
}

wrong() {
  echo "demo.sh: $1; nothing was run" >&2
  usage >&2
  exit 64
}

# The command line is checked before the build, so that a slip does not wait for it; the program
# checks it again.
check_options() {
  local name value server='' quick='' other='' takeovers='' case=''
  while [ $# -gt 0 ]; do
    name=${1%%=*}
    case $name in
      -h | --help) usage; exit 0 ;;
      --quick | --fresh) quick=$name; shift; continue ;;
      --case | --takeovers | --server | --caller | --callee | --rate | --calls | --kill-after | --port) ;;
      *) wrong "unknown option $1" ;;
    esac
    case $1 in
      *=*) value=${1#*=}; shift ;;
      *)
        [ $# -ge 2 ] || wrong "$1 needs a value"
        value=$2
        shift 2 ;;
    esac
    check_value "$name" "$value"
    [ "$name" != --takeovers ] || { takeovers=1; continue; }
    [ "$name" != --case ] || { case=1; continue; }
    other=$name
    [ "$name" != --server ] || server=$value
  done
  [ -z "$takeovers" ] || [ -z "$quick$other$case" ] || wrong "--takeovers goes with no other option"
  [ -z "$case" ] || { [ "$quick" != --quick ] && [ -z "$other" ]; } || wrong "--case goes with --fresh only"
  [ -z "$other" ] || [ -n "$server" ] || wrong "$other goes with --server only"
  [ -z "$server" ] || [ -z "$quick" ] || wrong "$quick does not go with --server"
}

check_value() {
  case $1 in
    --server) [[ " $2 " == *" @AGENT@ "* ]] || wrong "the server's command has no word @AGENT@" ;;
    --caller | --callee) (cd "$DEMO_USER_DIRECTORY" && [ -r "$2" ]) || wrong "cannot read $2" ;;
    --case) [[ $2 =~ ^(i|ii|iii|iv)(,(i|ii|iii|iv))*$ ]] || wrong "there is no case '$2'" ;;
    --calls) [[ $2 =~ ^[0-9]{1,9}$ ]] || wrong "$1 wants a number, not '$2'" ;;
    *) [[ $2 =~ ^[1-9][0-9]{0,8}$ ]] || wrong "$1 wants a positive number, not '$2'" ;;
  esac
}

program=experiment.DemoCommand
case ${1-} in
  --bench) program=bench.BenchCommand; shift ;;
  --endurance) program=endurance.EnduranceCommand; shift ;;
  *) check_options "$@" ;;
esac
require_programs mvn:maven sipp:sip-tester nft:nftables ip:iproute2 unshare:util-linux \
  nsenter:util-linux fc-match:fontconfig || exit 69
if [ -z "$(find_jdk 17)" ]; then
  install_packages openjdk-17-jdk-headless
fi
find_jdks || exit 69
export JAVA_HOME=${JAVA_17_HOME:-$JAVA_25_HOME}

echo "building with $JAVA_HOME (a few minutes the first time)" >&2
mvn -q -B -ntp -DskipTests -pl e2e,javaagent,benchmarks,demo-apps/sip-alg,demo-apps/sip-b2bua -am package || {
  echo "demo.sh: the build failed, see above; nothing was run" >&2
  exit 2
}

exec "$JAVA_HOME/bin/java" -Xmx256m \
  -cp "$PWD/e2e/target/classes:$(cat e2e/target/class-path.txt)" \
  io.understudy.e2e.$program "$@"
