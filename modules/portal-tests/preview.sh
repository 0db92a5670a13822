#!/usr/bin/env bash
# Serves the portal over invented data, without Liberty, Keycloak and PostgreSQL: modules/portal-tests/preview.sh [port]
# With "shots" as first argument it takes pictures instead: modules/portal-tests/preview.sh shots DIRECTORY [name of a page ...]
set -eu
cd "$(dirname "$0")/../.."
list=target/portal-preview.classpath
mkdir -p target
./mvnw -o -q -pl modules/portal-tests -am -DskipTests test-compile
if [ ! -s "$list" ] || [ modules/portal-tests/pom.xml -nt "$list" ] || [ pom.xml -nt "$list" ]; then
  ./mvnw -q -pl modules/portal-tests -am -DskipTests test-compile dependency:build-classpath \
    -DincludeScope=test -Dmdep.outputFile="$PWD/$list"
fi
if [ "${1:-}" = shots ]; then shift; main=eu.kontor.portal.preview.Pictures; else main=eu.kontor.portal.preview.PortalPreview; fi
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m \
  -cp "modules/portal-tests/target/test-classes:modules/portal/target/classes:$(cat "$list")" "$main" "$@"
