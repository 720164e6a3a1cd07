# Sourced by ./mvnw and ./linernotes: points JAVA_HOME at a JDK 25 or newer, wherever it is installed,
# because `java` on the PATH is often an older one.

jdk_major() { # the feature release of the JDK in $1, or 0
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || { echo 0; return; }
  sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}

find_jdk() {
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) || on_path=
  for candidate in "${JAVA_HOME-}" "${JAVA_HOME_25_X64-}" "${JDK_25-}" "${on_path%/bin/javac}" \
    /usr/lib/jvm/*25* /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$candidate" ] || continue
    major=$(jdk_major "$candidate")
    if [ "${major:-0}" -ge 25 ]; then
      echo "$candidate"
      return 0
    fi
  done
  return 1
}

if found_jdk=$(find_jdk); then
  JAVA_HOME=$found_jdk
  export JAVA_HOME
else
  echo "linernotes needs a JDK 25 or newer and found none (looked at JAVA_HOME, the PATH and the usual places)." >&2
  echo "Install one, for example from https://adoptium.net/temurin/releases/?version=25, or set JAVA_HOME to it." >&2
  exit 1
fi
