#!/usr/bin/env bash
# Builds the design system: installs the npm packages and lays their files where the server finds them.
# Usage: build.sh OUTPUT_FOLDER. Does nothing when the result is newer than its sources.
set -euo pipefail
out=$1
command -v npm >/dev/null || { echo "npm을 찾을 수 없습니다. Node.js 20 이상을 설치하세요. (npm was not found: install Node.js 20 or newer)" >&2; exit 1; }
if [ ! -e node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
  npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
fi

# The reports' own fonts: TrueType, embedded into every PDF, so outside the folder the public sees.
mkdir -p "$out/../../fonts"
for weight in Regular Bold; do
  cp -u "node_modules/pretendard/dist/public/static/alternative/Pretendard-$weight.ttf" "$out/../../fonts/"
done
