#!/bin/sh
# Prepares the classes of wininet4j.jar beside this file, so that the first call of a C program takes about half the
# processor time. To be run anew where the folder has been moved, or with another Java: an archive that does not fit is
# left aside. JAVA_HOME names the Java; without it, that on PATH.
set -eu

# As the library finds itself: links resolved.
folder=$(cd "$(dirname "$0")" && pwd -P)
library=$(cd "$folder" && ls libwininet.so libwininet.dylib 2>/dev/null | head -n 1)
archive=$folder/wininet4j.jsa
if [ -z "$library" ] || [ ! -f "$folder/wininet4j.jar" ]; then
  echo "class-archive: the library or wininet4j.jar is not in $folder" >&2
  exit 1
fi

# The run keeps and finds nothing of the user.
WININET4J_DIRECTORY=$(mktemp -d)
export WININET4J_DIRECTORY
trap 'rm -rf "$WININET4J_DIRECTORY" "$archive.new"' EXIT

# What the calls bring is no matter here: the classes that they need are.
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -XX:ArchiveClassesAtExit="$archive.new" \
  -Dwininet4j.library="$folder/$library" -cp "$folder/wininet4j.jar" io.github.wininet4j.cli.Main \
  conformance --back-end native --rule 'R-CTX-*' >/dev/null 2>&1 || true
if [ ! -f "$archive.new" ]; then
  echo "class-archive: none was made in $folder: no Java by JAVA_HOME or on PATH, or no right to write there" >&2
  exit 1
fi
mv -f "$archive.new" "$archive"
