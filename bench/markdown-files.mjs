import { readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

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
