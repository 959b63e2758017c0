#!/bin/sh
# Builds libwininet. What has no compiler on this machine is skipped with one line and is no failure.
#
#   build.sh native  FOLDER   libwininet.so or .dylib, for this machine
#   build.sh windows FOLDER   wininet.dll, with mingw
#   build.sh all     FOLDER   both
#   build.sh asan    FOLDER   as native, with AddressSanitizer and UndefinedBehaviorSanitizer
#   build.sh folder  FOLDER   all that C programs need, to be copied anywhere: library, headers, pkg-config and CMake
#                             files, and wininet4j.jar with its libraries and prepared classes if that is built (or
#                             WININET4J_JAR names one)
#
# JAVA_HOME names the JDK whose include/jni.h is used; without it, that of the java on PATH. CC names the compiler.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
kind=${1:-all}
folder=${2:-$here/../target/native}
flags="-std=c11 -O2 -g -Wall -Wextra -Werror -fvisibility=hidden"

say() { echo "native-stubs: $*"; }

java_home() {
  if [ -n "${JAVA_HOME:-}" ]; then
    echo "$JAVA_HOME"
  elif command -v javac >/dev/null; then
    # Links lead from the search path to the JDK.
    file=$(command -v javac)
    while [ -L "$file" ]; do
      link=$(readlink "$file")
      case $link in
        /*) file=$link ;;
        *) file=$(dirname "$file")/$link ;;
      esac
    done
    cd "$(dirname "$file")/.." && pwd
  fi
}

# compiler NAME...: the first that is there
compiler() {
  for name in "$@"; do
    if command -v "$name" >/dev/null; then
      echo "$name"
      return
    fi
  done
}

# up_to_date FILE: no source, header or script is newer
up_to_date() {
  [ -f "$1" ] && [ -z "$(find "$here/src" "$here/include" "$here/build.sh" -type f -newer "$1" | head -n 1)" ]
}

# build FILE COMPILER OPTION...: in a folder of its own first, so that a broken build leaves no library. The name stays:
# a DLL has it inside.
build() {
  file=$1
  cc=$2
  shift 2
  if up_to_date "$file"; then
    return
  fi
  made=$folder/build.$$
  mkdir -p "$made"
  # shellcheck disable=SC2086
  "$cc" $flags -I"$here/include" -I"$jdk/include" "$@" -shared -o "$made/$(basename "$file")" \
    "$here"/src/*.c $libraries
  mv "$made/$(basename "$file")" "$file"
  rmdir "$made"
  say "built $file"
}

native() {
  cc=$(compiler ${CC:-cc gcc clang})
  if [ -z "$cc" ]; then
    say "no C compiler (gcc or clang): libwininet is not built"
    return
  fi
  case $(uname -s) in
    Darwin)
      libraries=
      build "$folder/libwininet.dylib" "$cc" -fPIC -pthread -I"$jdk/include/darwin" \
        -install_name @rpath/libwininet.dylib "$@"
      ;;
    *)
      libraries=-ldl
      build "$folder/libwininet.so" "$cc" -fPIC -pthread -I"$jdk/include/linux" -Wl,-soname,libwininet.so "$@"
      ;;
  esac
}

windows() {
  cc=$(compiler x86_64-w64-mingw32-gcc)
  if [ -z "$cc" ]; then
    say "no x86_64-w64-mingw32-gcc: wininet.dll is not built"
    return
  fi
  libraries=
  # The machine-dependent half of jni.h comes from here: that of another system's JDK would not fit.
  build "$folder/wininet.dll" "$cc" -I"$here/src/windows" -static-libgcc
}

# Headers are spelled in many ways. Where the file system does not tell them apart one file is enough.
spelled() {
  for name in Windows.h WINDOWS.H WinDef.h windef.h WinBase.h winbase.h winnt.h winuser.h winerror.h sal.h; do
    [ -e "$1/$name" ] || echo '#include "windows.h"' >"$1/$name"
  done
  for name in Wininet.h WININET.H WinINet.h winInet.h; do
    [ -e "$1/$name" ] || echo '#include "../wininet.h"' >"$1/$name"
  done
  for name in WinInetI.h WinIneti.h; do
    [ -e "$1/$name" ] || echo '#include "../winineti.h"' >"$1/$name"
  done
  for name in Tchar.h TCHAR.H; do
    [ -e "$1/$name" ] || echo '#include "tchar.h"' >"$1/$name"
  done
  for name in sdkddkver.h SdkDdkVer.h; do
    [ -e "$1/$name" ] || echo '#include "SDKDDKVer.h"' >"$1/$name"
  done
}

# The jar and the libraries that it names as lib/... beside it.
jar_with_libraries() {
  jar=${WININET4J_JAR:-$here/../target/wininet4j.jar}
  rm -rf "$folder/wininet4j.jar" "$folder/wininet4j.jsa" "$folder/lib"
  if [ ! -f "$jar" ]; then
    say "no $jar (./mvnw -q package -DskipTests makes it): the folder has everything but wininet4j.jar"
    return
  fi
  jar=$(cd "$(dirname "$jar")" && pwd)/$(basename "$jar")
  cp "$jar" "$folder/wininet4j.jar"
  mkdir -p "$folder/lib"
  for library_of_jar in $(class_path_of "$jar"); do
    cp "$(dirname "$jar")/$library_of_jar" "$folder/lib"
  done
  JAVA_HOME=$jdk sh "$folder/class-archive.sh" || say "the first call of a program takes longer without it"
}

# class_path_of JAR: what its manifest names, whose lines have 72 bytes at most
class_path_of() {
  (
    cd "$(mktemp -d)"
    "$jdk/bin/jar" xf "$1" META-INF/MANIFEST.MF
    tr -d '\r' <META-INF/MANIFEST.MF | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g' | sed -n 's/^Class-Path: //p'
    rm -r "$PWD"
  )
}

whole_folder() {
  mkdir -p "$folder"
  folder=$(cd "$folder" && pwd)
  native
  library=$(cd "$folder" && ls libwininet.so libwininet.dylib 2>/dev/null | head -n 1)
  if [ -z "$library" ]; then
    return
  fi
  version=$(sed -n '/<artifactId>wininet4j</,/<version>/s/.*<version>\([0-9.]*\).*/\1/p' "$here/../pom.xml" | head -n 1)
  rm -rf "$folder/include" "$folder/pkgconfig" "$folder/cmake"
  cp -R "$here/include" "$folder/include"
  spelled "$folder/include/compat"
  mkdir -p "$folder/pkgconfig" "$folder/cmake"
  for file in "$here"/packaging/*; do
    case $file in
      *.pc) to=$folder/pkgconfig ;;
      *.sh) to=$folder ;;
      *) to=$folder/cmake ;;
    esac
    sed -e "s/@VERSION@/$version/" -e "s/@LIBRARY@/$library/" "$file" >"$to/$(basename "$file")"
  done
  jar_with_libraries
  say "$folder is complete but for Java: PKG_CONFIG_PATH=$folder/pkgconfig pkg-config --cflags --libs wininet"
}

made=
trap 'rm -rf ${made:+"$made"}' EXIT

jdk=$(java_home)
if [ -z "$jdk" ] || [ ! -f "$jdk/include/jni.h" ]; then
  say "no include/jni.h in the Java home (${jdk:-none found}), which is no JDK: nothing is built"
  exit 0
fi

case $kind in
  native) native ;;
  windows) windows ;;
  all)
    native
    windows
    ;;
  folder) whole_folder ;;
  asan) native -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all ;;
  *)
    sed -n '2,12p' "$0" >&2
    exit 2
    ;;
esac
