#!/bin/sh
# Makes what a repository gets, the Javadoc included, in another folder, and compares its jars with those in target:
# they are the same, byte for byte, or the build depends on when and where it runs. Needs a build in target.
set -eu
cd "$(dirname "$0")/../.."
copy=target/release
rm -rf "$copy"
mkdir -p "$copy"
tar --exclude=./target --exclude=./.git -cf - . | tar -xf - -C "$copy"
(cd "$copy" && ./mvnw -q -B -Prelease -DskipTests package)
for jar in wininet4j.jar wininet4j-all.jar wininet4j-testkit.jar wininet4j-sources.jar; do
  cmp "target/$jar" "$copy/target/$jar"
done
cmp target/wininet4j-cyclonedx.json "$copy/target/wininet4j-cyclonedx.json"
jar tf "$copy/target/wininet4j-javadoc.jar" | grep -x META-INF/LICENSE >/dev/null
echo "the Javadoc has no warning, and the jars are those in target"
