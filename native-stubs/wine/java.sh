#!/bin/sh
# Runs a Java program with Wine's wininet.dll in its process: java.sh FOLDER OPTION... CLASS ARGUMENT...
# FOLDER is that of build.sh. Options begin with "-" and have no second word (-Djava.class.path=..., not -cp).
set -eu

folder=${1:?FOLDER}
shift
export JAVA_HOME="${JAVA_HOME:?the home of a JDK}"
export WINEPREFIX="${WINEPREFIX:-$folder/prefix}"
export WINEDEBUG="${WINEDEBUG:--all}"
# No installers of browsers, no menus, and no debugger when something crashes.
export WINEDLLOVERRIDES="mscoree,mshtml,winedbg.exe,winemenubuilder.exe="
# Wine and Java both take SIGUSR2 for themselves.
export _JAVA_SR_SIGNUM=40
unset DISPLAY

[ -f "$WINEPREFIX/system.reg" ] || { wine wineboot -i; wineserver -w; } >/dev/null 2>&1
arguments=$(mktemp)
trap 'rm -f "$arguments"' EXIT
printf '%s\n' -Xrs "-Dwininet4j.library=$folder/libwininet-wine.so" "$@" >"$arguments"
code=0
wine "$folder/host.exe.so" "$arguments" || code=$?
exit "$code"
