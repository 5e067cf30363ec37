import { copyFileSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { UsageError } from "./usage-error.mjs";

/**
 * The Markdown files under `folder`, as sorted paths relative to it, with forward slashes.
 * Hidden folders count; `.git` and `node_modules` don't. Throws what the file system throws for a missing folder.
 */
export function findMarkdownFiles(folder) {
  const found = [];
  const visit = (current) => {
    for (const entry of readdirSync(current, { withFileTypes: true })) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== ".git" && entry.name !== "node_modules") visit(path);
      } else if (entry.isFile() && entry.name.endsWith(".md")) {
        found.push(relative(folder, path).split(sep).join("/"));
      }
    }
  };
  visit(folder);
  return found.sort();
}

export function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Copies the Markdown files of a folder, and nothing else, so that no tool meets an ignore file or a configuration. Gives back their paths. */
export function copyMarkdownFiles(folder, target) {
  const files = findMarkdownFiles(folder);
  if (files.length === 0) throw new UsageError(`There are no .md files in ${folder}.`);
  for (const file of files) {
    const copy = join(target, file);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(folder, file), copy);
  }
  return files;
}
