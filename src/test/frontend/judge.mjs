// Reads Hangul documents with two programs that share no code with the one that wrote them.
// Usage: node judge.mjs [--svg FOLDER] FILE...  Prints one JSON line per file.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { parse } from 'kordoc';
import init, { HwpDocument } from '@rhwp/core';

// widths as in a fixed-width Korean font: half an em for Latin, one em for Hangul
globalThis.measureTextWidth = (font, text) => {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
  let width = 0;
  for (const letter of text) width += letter.codePointAt(0) < 0x1100 ? size / 2 : size;
  return width;
};

const require = createRequire(import.meta.url);
await init({ module_or_path: readFileSync(require.resolve('@rhwp/core/rhwp_bg.wasm')) });

const files = process.argv.slice(2);
let folder = null;
if (files[0] === '--svg') {
  files.shift();
  folder = files.shift();
}
for (const file of files) {
  const bytes = readFileSync(file);
  const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const read = await parse(copy);
  const tables = (read.blocks ?? [])
    .filter((block) => block.type === 'table')
    .map((block) =>
      block.table.cells.map((row) => row.map((cell) => ({ text: cell.text, colSpan: cell.colSpan, rowSpan: cell.rowSpan }))));
  const drawn = new HwpDocument(new Uint8Array(bytes));
  const svg = [];
  for (let page = 0; page < drawn.pageCount(); page++) {
    svg.push(drawn.renderPageSvg(page));
    if (folder) writeFileSync(join(folder, `${basename(file)}-${String(page + 1).padStart(2, '0')}.svg`), svg[page]);
  }
  const unescape = (text) =>
    text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;|&apos;/g, "'").replace(/&amp;/g, '&');
  const drawnText = svg.map((page) => [...page.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => unescape(match[1])).join(''));
  console.log(JSON.stringify({
    file: basename(file), success: read.success, error: read.error ?? null, markdown: read.markdown ?? '', tables,
    pages: drawn.pageCount(), drawnText,
  }));
}
