#!/usr/bin/env bash
# Builds the design system: installs the npm packages and lays their files where the server finds them.
# Usage: build.sh OUTPUT_FOLDER. Does nothing when the result is newer than its sources.
set -euo pipefail
out=$1
command -v npm >/dev/null || { echo "npm을 찾을 수 없습니다. Node.js 20 이상을 설치하세요. (npm was not found: install Node.js 20 or newer)" >&2; exit 1; }
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
fi
