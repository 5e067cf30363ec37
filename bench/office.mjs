// Whether Word documents and PowerPoint decks are read whole: node bench/office.mjs FOLDER [--pdf FOLDER] [--misses]
// LibreOffice (soffice) turns every .docx and .pptx below FOLDER into a PDF, and pdftotext (poppler-utils) takes the words out.
//   1. how many of the PDF's words Liaison has too, and which it lacks (--misses);
//   2. for decks, how many pages have their words on the slide with that number.
// Words of headers, footers, slide layouts and masters count for the page they stand on, not for the text. Left out as well:
// words of one letter, numbers of one or two digits and roman numerals, which are mostly numbers of pages and of lists.
// --pdf keeps the PDFs there and takes those that are there already.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { bundle } from "../scripts/bundle.mjs";
import { runProgram, UsageError } from "./usage-error.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const usage = "node bench/office.mjs FOLDER [--pdf FOLDER] [--misses]";

const isNumbering = (word) => [...word].length < 2 || /^\p{N}{1,2}$/u.test(word) || /^[ivxlc]+$/.test(word);

/** Words as they are compared: ligatures apart, small letters, words broken at the end of a line joined. */
function splitWords(text) {
  const joined = text.normalize("NFKC").replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "").replace(/(\p{L})[-\u2010\u2011]\n(?=\p{Ll})/gu, "$1");
  return (joined.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !isNumbering(word));
}

function count(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words that are on pages and not in the text: headers, footers, what layouts bring. */
function readRepeated(bytes) {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^(?:word\/(?:header|footer)\d*|ppt\/(?:slideLayouts|slideMasters)\/[^/]+|ppt\/slides\/slide\d+)\.xml$/.test(name) });
  return Object.entries(parts).flatMap(([name, part]) => {
    const xml = strFromU8(part);
    // Of slides, only what repeats: the footer, the date.
    const pieces = name.startsWith("ppt/slides/") ? (xml.match(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*?<p:ph[^>]*type="(?:ftr|dt|hdr)"[\s\S]*?<\/p:sp>/g) ?? []) : [xml];
    return pieces.flatMap((piece) => splitWords((piece.match(/<[wa]:p[ >][\s\S]*?<\/[wa]:p>/g) ?? []).map((paragraph) => paragraph.replace(/<[^>]*>/g, "")).join("\n")));
  });
}

/** Runs LibreOffice over what has no PDF yet. */
function convert(files, folder, home) {
  const missing = files.filter((file) => !existsSync(pdfOf(file, folder)));
  for (const file of missing) {
    try {
      execFileSync("soffice", ["--headless", `-env:UserInstallation=file://${home}`, "--convert-to", "pdf", "--outdir", folder, file], { stdio: "ignore", timeout: 180_000 });
    } catch (error) {
      if (error.code === "ENOENT") throw new UsageError("There is no soffice. Install LibreOffice: apt-get install libreoffice-writer libreoffice-impress poppler-utils");
      console.error(`LibreOffice made no PDF of ${basename(file)}.`);
    }
  }
}

function pdfOf(file, folder) {
  return join(folder, `${basename(file, extname(file))}.pdf`);
}

/** The pages of a PDF as text. */
function readPages(pdf) {
  const pages = execFileSync("pdftotext", ["-enc", "UTF-8", pdf, "-"], { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 }).split("\f");
  return pages.slice(0, -1);
}

/** Words of `wanted` that `had` has too, each as often as it has it; the others are told to `miss`. */
function share(wanted, had, miss = () => {}) {
  const left = new Map(had);
  let found = 0;
  for (const word of wanted) {
    const rest = left.get(word) ?? 0;
    if (rest > 0) {
      left.set(word, rest - 1);
      found++;
    } else miss(word);
  }
  return found;
}

await runProgram(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { pdf: { type: "string" }, misses: { type: "boolean" } } });
  const [folder] = positionals;
  if (folder === undefined) throw new UsageError(`Give a folder: ${usage}`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:docx|pptx)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const work = mkdtempSync(join(tmpdir(), "liaison-bench-"));
  try {
    const module = join(work, "office.mjs");
    await bundle({ entryPoints: [join(root, "bench/office-parts.ts")], outfile: module });
    const { docx, pptx } = await import(module);
    const pdfs = values.pdf ?? join(work, "pdf");
    mkdirSync(pdfs, { recursive: true });
    convert(files, pdfs, join(work, "home"));
    const totals = { words: 0, found: 0, pages: 0, right: 0 };
    console.log("| file | time | words of the PDF | found | pages on their slide |\n|---|--:|--:|--:|--:|");
    for (const file of files) {
      const bytes = readFileSync(file);
      const start = performance.now();
      const document = await (/pptx$/i.test(file) ? pptx : docx).read(file, bytes);
      const time = `${Math.round(performance.now() - start)} ms`;
      if ("reason" in document) {
        console.log(`| ${basename(file)} | ${time} | unreadable: ${document.reason} | | |`);
        continue;
      }
      if (!existsSync(pdfOf(file, pdfs))) {
        console.log(`| ${basename(file)} | ${time} | no PDF | | |`);
        continue;
      }
      const pages = readPages(pdfOf(file, pdfs));
      const repeated = new Set(readRepeated(bytes));
      const ours = count(splitWords(document.source));
      const misses = [];
      // A word of a header is told apart by being missed only.
      const wanted = pages.flatMap(splitWords);
      const found = share(wanted, ours, (word) => {
        if (!repeated.has(word)) misses.push(word);
      });
      const words = found + misses.length;
      const right = document.slides === undefined ? undefined : pages.filter((page, index) => isOnSlide(page, document, document.slides[index], repeated)).length;
      console.log(`| ${basename(file)} | ${time} | ${words} | ${words === 0 ? "–" : ((100 * found) / words).toFixed(1)} % | ${right === undefined ? "" : `${right} of ${pages.length}`} |`);
      if (values.misses && misses.length > 0) console.log(`  lacks: ${[...count(misses)].map(([word, times]) => (times > 1 ? `${word} ×${times}` : word)).slice(0, 60).join(", ")}`);
      totals.words += words;
      totals.found += found;
      if (right !== undefined) {
        totals.pages += pages.length;
        totals.right += right;
      }
    }
    console.log(`\n${totals.found} of ${totals.words} words found, ${((100 * totals.found) / totals.words).toFixed(2)} %. ${totals.right} of ${totals.pages} pages are on the slide with their number.`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

/** Whether nine in ten words of a page are on the slide. */
function isOnSlide(page, document, slide, repeated) {
  if (slide === undefined) return false;
  const had = count(splitWords(document.source.slice(slide.span.start, slide.span.end)));
  const wanted = splitWords(page).filter((word) => had.has(word) || !repeated.has(word));
  return share(wanted, had) >= 0.9 * wanted.length;
}
