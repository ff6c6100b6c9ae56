#!/usr/bin/env bash
# Lays the class path of the tests' OpenSearch into a folder, once. Usage: fetch.sh OUTPUT_FOLDER
set -euo pipefail
out=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
[ ! -e "$out/ready" ] || [ "$here/pom.xml" -nt "$out/ready" ] || exit 0
rm -rf "$out"
mvn -B -ntp -q -f "$here/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies -DincludeScope=runtime "-DoutputDirectory=$out" </dev/null
touch "$out/ready"
