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
# Hanja and old letters, which that typeface lacks; embedded only where a text has them.
cp -u node_modules/@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf "$out/../../fonts/NotoSansKR-Regular.ttf"

if [ -e "$out/version.txt" ] && [ -z "$(find build.sh css js img worker node_modules/.package-lock.json -newer "$out/version.txt" -print -quit)" ]; then
  exit 0
fi
krds=node_modules/krds-uiux/resources
web=node_modules/pretendard/dist/web/variable
mkdir -p "$out/krds" "$out/pretendard"

# One style sheet: the light tokens of KRDS, Pretendard in slices that load as their letters appear, then our own.
{
  grep -v -- high-contrast $krds/css/token/krds_tokens.css
  sed 's#\./woff2-dynamic-subset/#pretendard/#' $web/pretendardvariable-dynamic-subset.css
  cat css/*.css
} > "$out/madang.css"
cp $web/woff2-dynamic-subset/*.woff2 "$out/pretendard/"
for icon in $(grep -oh 'krds/ico_[a-z_]*\.svg' css/*.css | sort -u); do
  cp "$krds/img/component/icon/${icon#krds/}" "$out/krds/"
done
cat js/*.js > "$out/madang.js"
# what stands in browsers while no page is open; it is no part of any page
cp worker/*.js "$out/"
cp img/* "$out/"
cp node_modules/htmx.org/dist/htmx.min.js "$out/htmx.js"
cat "$out"/*.css "$out"/*.js | sha256sum | cut -c1-12 > "$out/version.txt"
