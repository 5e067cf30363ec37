// Whether Word documents and PowerPoint decks are read whole: node bench/office.mjs FOLDER [--pdf FOLDER] [--misses]
// LibreOffice (soffice) turns every .docx and .pptx below FOLDER into a PDF, and pdftotext (poppler-utils) takes the words out.
//   1. how many of the PDF's words Liaison has too, and which it lacks (--misses);
//   2. for decks, how many pages are most like the slide with their number.
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

const isNumbering = (word) => /^(?:[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|\p{N}{1,2}|[ivxlc]+)$/u.test(word);
/** Stands in a word where it was broken at the end of a line: it may be one word or two. */
const broken = "\u0001";

/**
 * Words as they are compared: ligatures apart, small letters, Chinese and Japanese sign by sign. Arabic is left out: the order
 * of its joined letters does not survive a PDF.
 */
function splitWords(text) {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]|\ufe0f/g, "")
    .replace(/(\p{L})[-\u2010\u2011]\n(?=\p{Ll})/gu, `$1${broken}`);
  const words =
    plain.match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}\u0001])+/gu,
    ) ?? [];
  return words.filter((word) => !isNumbering(word) && !/\p{Script=Arabic}/u.test(word));
}

/** How else a word of a PDF may stand in the file: in two, or without the number of a footnote. */
function* listReadings(word) {
  yield [word.replaceAll(broken, "")];
  if (word.includes(broken)) yield word.split(broken).filter((part) => !isNumbering(part));
  if (/\p{L}\p{N}+$/u.test(word)) yield* listReadings(word.replace(/\p{N}+$/u, ""));
}

function count(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Words that are on pages and not in the text: headers, footers, what layouts bring. */
function readRepeated(bytes) {
  const parts = unzipSync(bytes, {
    filter: ({ name }) => /^(?:word\/(?:header|footer)\d*|ppt\/(?:slideLayouts|slideMasters)\/[^/]+|ppt\/slides\/slide\d+)\.xml$/.test(name),
  });
  return Object.entries(parts).flatMap(([name, part]) => {
    const xml = strFromU8(part);
    // Of slides, only what repeats: the footer, the date.
    const pieces = name.startsWith("ppt/slides/") ? (xml.match(/<p:sp>(?:(?!<\/p:sp>)[\s\S])*?<p:ph[^>]*type="(?:ftr|dt|hdr)"[\s\S]*?<\/p:sp>/g) ?? []) : [xml];
    return pieces.flatMap((piece) =>
      splitWords(
        (piece.match(/<[wa]:p[ >][\s\S]*?<\/[wa]:p>/g) ?? [])
          .map((paragraph) => paragraph.replace(/<w:p?tab\b[^>]*>/g, " ").replace(/<[^>]*>/g, ""))
          .join("\n"),
      ),
    );
  });
}

/** Runs LibreOffice over what has no PDF yet. */
function convert(files, folder, home) {
  const missing = files.filter((file) => !existsSync(pdfOf(file, folder)));
  for (const file of missing) {
    try {
      execFileSync("soffice", ["--headless", `-env:UserInstallation=file://${home}`, "--convert-to", "pdf", "--outdir", folder, file], {
        stdio: "ignore",
        timeout: 180_000,
      });
    } catch (error) {
      if (error.code === "ENOENT")
        throw new UsageError("There is no soffice. Install LibreOffice: apt-get install libreoffice-writer libreoffice-impress poppler-utils");
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
    const reading = [...listReadings(word)].find((parts) => parts.every((part) => (left.get(part) ?? 0) > 0));
    if (reading === undefined) {
      miss(word.replaceAll(broken, ""));
      continue;
    }
    for (const part of reading) left.set(part, left.get(part) - 1);
    found++;
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
    const totals = { words: 0, found: 0, absent: 0, pages: 0, right: 0 };
    console.log("| file | time | words of the PDF | found as often | found | pages on their slide |\n|---|--:|--:|--:|--:|--:|");
    for (const file of files) {
      const bytes = readFileSync(file);
      const start = performance.now();
      const document = await (/pptx$/i.test(file) ? pptx : docx).read(file, bytes);
      const time = `${Math.round(performance.now() - start)} ms`;
      if ("reason" in document) {
        console.log(`| ${basename(file)} | ${time} | unreadable: ${document.reason} | | | |`);
        continue;
      }
      if (!existsSync(pdfOf(file, pdfs))) {
        console.log(`| ${basename(file)} | ${time} | no PDF | | | |`);
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
      // Headings of tables are shown anew on each page.
      const absent = misses.filter((word) => !ours.has(word)).length;
      const right = document.slides === undefined ? undefined : pages.filter((page, index) => isOnSlide(page, document, index)).length;
      console.log(
        `| ${basename(file)} | ${time} | ${words} | ${percent(found, words)} | ${percent(words - absent, words)} | ${right === undefined ? "" : `${right} of ${pages.length}`} |`,
      );
      if (values.misses && misses.length > 0)
        console.log(
          `  lacks: ${[...count(misses)]
            .map(([word, times]) => (times > 1 ? `${word} ×${times}` : word))
            .slice(0, 60)
            .join(", ")}`,
        );
      totals.words += words;
      totals.found += found;
      totals.absent += absent;
      if (right !== undefined) {
        totals.pages += pages.length;
        totals.right += right;
      }
    }
    console.log(
      `\nOf ${totals.words} words ${percent(totals.found, totals.words)} are found as often and ${percent(totals.words - totals.absent, totals.words)} at all. ${totals.right} of ${totals.pages} pages are on the slide with their number.`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

function percent(part, whole) {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(2)} %`;
}

/** The slide that is most like a page, by the words that both have; of two alike the one with the page's number. */
function isOnSlide(page, { blocks, slides }, number) {
  const words = count(splitWords(page));
  const likeness = slides.map(({ firstBlock, endBlock }) => {
    const shown = blocks.slice(firstBlock, endBlock).filter(({ isNote }) => isNote !== true);
    const own = count(splitWords(shown.map(({ text }) => text).join("\n")));
    let both = 0;
    let all = 0;
    for (const word of new Set([...words.keys(), ...own.keys()])) {
      both += Math.min(words.get(word) ?? 0, own.get(word) ?? 0);
      all += Math.max(words.get(word) ?? 0, own.get(word) ?? 0);
    }
    return all === 0 ? 1 : both / all;
  });
  return likeness[number] !== undefined && likeness[number] >= Math.max(...likeness);
}
