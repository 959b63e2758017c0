#!/bin/sh
# Builds what runs Java with Wine's wininet.dll: build.sh FOLDER. Makes host.exe.so and libwininet-wine.so there.
#
# JAVA_HOME names the JDK whose include/jni.h is used. WINE_DLLS is the folder of Wine's import libraries for 64-bit
# Windows, where Debian has it if not given.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?FOLDER}
dlls=${WINE_DLLS:-/usr/lib/x86_64-linux-gnu/wine/x86_64-windows}
table=$here/../include/wininet4j_functions.def
jni=${JAVA_HOME:?}/include

up_to_date() {
  [ -f "$folder/host.exe.so" ] && [ -f "$folder/libwininet-wine.so" ] &&
    [ -z "$(find "$here" "$table" -type f -newer "$folder/host.exe.so" | head -n 1)" ]
}

# The names of the table that Wine's library has code for: the import library leaves out what it only knows by name.
names() {
  sed -nE 's/^(FUNCTION0?\([^,]+, [^,]+, |PROCEDURE\()([A-Za-z0-9]+).*/\2/p' "$table" | sort -u >"$folder/table.txt"
  x86_64-w64-mingw32-nm "$dlls/libwininet.a" 2>/dev/null | sed -n 's/.* T //p' | sort -u >"$folder/wine.txt"
  comm -12 "$folder/table.txt" "$folder/wine.txt"
}

if up_to_date; then
  exit 0
fi
mkdir -p "$folder"
names | sed 's/.*/EXPORT(&)/' >"$folder/exports.inc"
[ -s "$folder/exports.inc" ] || { echo "no functions in $dlls/libwininet.a" >&2; exit 1; }
gcc -std=c11 -O1 -g -Wall -Wextra -Werror -fPIC -shared -I"$folder" -o "$folder/libwininet-wine.so" "$here/forward.c"
winegcc -std=gnu11 -O1 -g -Wall -I"$jni" -I"$jni/linux" -o "$folder/host.exe.so" "$here/host.c" -lpthread -ldl
