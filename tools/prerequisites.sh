# Sourced by test.sh and demo.sh: finds JDKs, installs or names missing programs.

# Prints the home of JDK $1 (17 or 25), or nothing. JAVA_<version>_HOME wins over the usual places.
find_jdk() {
  local version=$1 variable="JAVA_$1_HOME" home
  if [ -n "${!variable:-}" ]; then
    if is_jdk "$version" "${!variable}"; then
      echo "${!variable}"
    else
      echo "$variable=${!variable} is no JDK $version; it is ignored" >&2
    fi
    return
  fi
  for home in "${JAVA_HOME:-/nonexistent}" /usr/lib/jvm/* /opt/*jdk* /opt/java/* \
      "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/*; do
    if is_jdk "$version" "$home"; then
      readlink -f "$home"
      return
    fi
  done
}

is_jdk() {
  [ -x "$2/bin/javac" ] && [ -f "$2/release" ] && grep -q "^JAVA_VERSION=\"$1[.\"]" "$2/release"
}

# find_jdks: exports JAVA_17_HOME and JAVA_25_HOME; says which is missing; fails if both are.
find_jdks() {
  local version home found=0
  for version in 17 25; do
    home=$(find_jdk "$version")
    if [ -n "$home" ]; then
      export "JAVA_${version}_HOME=$home"
      found=1
    else
      unset "JAVA_${version}_HOME"
      echo "!!! JDK $version IS MISSING: nothing is shown on it. Set JAVA_${version}_HOME. !!!" >&2
    fi
  done
  [ "$found" = 1 ]
}

# require_programs PROGRAM:PACKAGE...: installs the Debian packages of missing programs as root, else
# names them and fails.
require_programs() {
  local pair missing=()
  PATH=$PATH:/usr/sbin:/sbin
  for pair in "$@"; do
    command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
  done
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

# install_packages PACKAGE...
install_packages() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "MISSING: $*. Install with: apt-get install $*" >&2
    return 69
  fi
  echo "installing $*"
  apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends "$@" >/dev/null || {
    echo "MISSING: $* could not be installed" >&2
    return 69
  }
}
