#!/usr/bin/env bash
# Builds and tests everything with JDK 17 and JDK 25, and prints the time per suite.
#
#   ./test.sh                       every suite, each JDK that is there; what is tagged "once" and
#                                   does not depend on the JDK runs with the last of them only
#   ./test.sh --jdk 17              that JDK only; may be repeated; a missing one is then an error
#   ./test.sh javaagent netctl      those suites (Maven modules) and what they are built from
#   ./test.sh soak                  only what is tagged "soak": 500 random concurrent programs and
#                                   half an hour of each server, hours in all
#   ./test.sh soak --seeds 7-9      the random programs of these seeds, and nothing else
#   ./test.sh soak --minutes 3      the servers for so long, 2 at least, and nothing else
#   ./test.sh faults [ROW...] [--runs N] [--jdk 17|25] [--seed S] [--lanes N]
#                   [--rate R] [--results FILE] [--any-commit]
#                   [--java-options "OPTION..."] [--list]
#                                   the fault matrix, hours in all; broken off, it goes on. Its table
#                                   is target/faults/faults.md
#
# JDKs: JAVA_17_HOME and JAVA_25_HOME, else the usual places. Exit code 0 only if all passed.
set -uo pipefail
cd "$(dirname "$0")" || exit 1
. tools/prerequisites.sh

if [ "${1-}" = faults ]; then
  shift
  require_programs mvn:maven sipp:sip-tester nft:nftables ip:iproute2 unshare:util-linux \
    nsenter:util-linux etcd:etcd-server gcc:build-essential || exit 69
  find_jdks || exit 69
  export JAVA_HOME=${JAVA_17_HOME:-$JAVA_25_HOME}
  mvn -q -B -ntp -DskipTests -pl e2e,javaagent,demo-apps/sip-alg,demo-apps/sip-b2bua -am package ||
    exit 2
  exec "$JAVA_HOME/bin/java" -Xmx256m -cp "$PWD/e2e/target/classes:$(cat e2e/target/class-path.txt)" \
    io.understudy.e2e.faults.FaultsCommand "$@"
fi

jdks=() suites=() soak=() only_tests=()
if [ "${1-}" = soak ]; then
  shift
  soak=(-Dtest.groups=soak -Dtest.excludedGroups=)
fi
while [ $# -gt 0 ]; do
  case ${soak:+soak }$1 in
    "soak --seeds")
      soak+=("-Dunderstudy.seeds=${2:?--seeds needs a number or a range}")
      only_tests+=(GeneratedSoakIT); shift 2; continue ;;
    "soak --minutes")
      soak+=("-Dunderstudy.minutes=${2:?--minutes needs a number}")
      only_tests+=('!GeneratedSoakIT,!DivergenceSoakIT'); shift 2; continue ;;
  esac
  case $1 in
    --jdk) jdks+=("${2:?--jdk needs 17 or 25}"); shift 2 ;;
    -h | --help) sed -n '2,18s/^# \{0,1\}//p' "$0"; exit 0 ;;
    -*) echo "unknown option $1; see --help" >&2; exit 64 ;;
    *) suites+=("$1"); shift ;;
  esac
done

require_programs mvn:maven sipp:sip-tester nft:nftables ip:iproute2 unshare:util-linux \
  etcd:etcd-server || exit 69
if [ -z "$(find_jdk 17)" ]; then
  install_packages openjdk-17-jdk-headless
fi

# The JDK that runs last leaves its build in target/. It must be the oldest: what a newer compiler
# links without --release may miss in an older class library.
wanted=("${jdks[@]}")
[ ${#jdks[@]} -gt 0 ] || wanted=(25 17)
mapfile -t wanted < <(printf '%s\n' "${wanted[@]}" | sort -rnu)
present=() absent=()
for version in "${wanted[@]}"; do
  home=$(find_jdk "$version")
  if [ -n "$home" ]; then
    present+=("$version")
    export "JAVA_${version}_HOME=$home"
  else
    absent+=("$version")
  fi
done
for version in "${absent[@]}"; do
  echo "!!! JDK $version IS MISSING: nothing is tested on it. Set JAVA_${version}_HOME. !!!" >&2
done
[ ${#jdks[@]} -eq 0 ] || [ ${#absent[@]} -eq 0 ] || exit 69
[ ${#present[@]} -gt 0 ] || exit 69

only=()
if [ ${#suites[@]} -gt 0 ]; then
  only=(-am -pl "$(printf ',:%s' "${suites[@]}" | cut -c2-)")
fi
if [ ${#soak[@]} -gt 0 ]; then
  if [ ${#suites[@]} -gt 0 ]; then
    echo "soak goes with no suite: ${suites[*]}; see --help" >&2
    exit 64
  fi
  case ${#only_tests[@]} in
    0 | 2) ;;
    *) soak+=("-Dit.test=${only_tests[0]}" -Dfailsafe.failIfNoSpecifiedTests=false) ;;
  esac
fi
logs=$(mktemp -d) || exit 73
trap 'rm -rf "$logs"' EXIT
failed=()
last=${present[-1]}
for version in "${present[@]}"; do
  variable=JAVA_${version}_HOME
  echo "=== JDK $version: ${!variable}"
  once=()
  if [ "$version" != "$last" ] && [ ${#soak[@]} -eq 0 ]; then
    once=("-Dtest.excludedGroups=soak | once")
  fi
  JAVA_HOME=${!variable} mvn -B -ntp --fail-at-end clean verify "${only[@]}" "${soak[@]}" "${once[@]}" 2>&1 |
    tee "$logs/$version.log"
  [ "${PIPESTATUS[0]}" -eq 0 ] || failed+=("$version")
done

echo
echo "=== time per suite"
for version in "${present[@]}"; do
  awk -v jdk="$version" '
    /^\[(INFO|ERROR|WARNING)\] *Tests run:.* Time elapsed: .* in / {
      line = $0
      sub(/.*Time elapsed: /, "", line); seconds = line + 0
      sub(/.* in /, "", line)
      printf "JDK %s %9.1f s  %s\n", jdk, seconds, line
    }' "$logs/$version.log" | sort -k3,3rn
  sed -n "s/^\[INFO\] \([A-Za-z0-9 -]*\) \.\.*\( [A-Z]* \[.*\]\)/JDK $version module \1\2/p" "$logs/$version.log"
done
for version in "${absent[@]}"; do
  echo "!!! JDK $version IS MISSING: nothing was tested on it !!!"
done
for version in "${failed[@]}"; do
  echo
  echo "=== what failed on JDK $version"
  awk '/<<< (FAILURE|ERROR)!$/ { left = 12 } left-- > 0 { print substr($0, 1, 2000) }' \
    "$logs/$version.log"
  grep -A 12 "COMPILATION ERROR" "$logs/$version.log"
done
if [ ${#failed[@]} -gt 0 ]; then
  echo "FAILED on JDK ${failed[*]}"
  exit 1
fi
echo "passed on JDK ${present[*]} in $((SECONDS / 60)) min $((SECONDS % 60)) s"
