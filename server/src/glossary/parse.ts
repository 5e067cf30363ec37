import type { Problem } from '../model/problem.js';
import { shorten } from '../model/shorten.js';
import { reportEncoding } from '../yaml/encoding.js';
import { isRecord, YamlFile } from '../yaml/yaml-file.js';
import { derivePolicy, type Glossary, type Term } from './glossary.js';
import { headerSchema, termSchema } from './schema.js';

export interface ParsedGlossary {
  readonly glossary: Glossary;
  readonly problems: readonly Problem[];
  /** For what only a closer look finds: adds problems at its entries. */
  readonly file: YamlFile;
}

/** Reads a glossary. Every good entry comes back, whatever is wrong with the others. */
export function parseGlossary(path: string, text: string, bundled = false): ParsedGlossary {
  const file = new YamlFile(path, text, { list: 'terms' });
  reportEncoding(file, text);
  const fallbackName = (path.split('/').at(-1) ?? path).replace(/\.ya?ml$/, '');
  const value = file.value;
  if (!isRecord(value)) {
    if (file.problems.length === 0) {
      file.add(
        [],
        'error',
        value === null || value === undefined ? 'empty-file' : 'wrong-shape',
        'A glossary starts with “name:” and lists its entries under “terms:”.',
      );
    }
    return { glossary: { name: fallbackName, path, terms: [] }, problems: file.problems, file };
  }
  const { terms: entries, ...rest } = value;
  const header = file.check(headerSchema, rest, []) ?? (typeof rest['name'] === 'string' ? { name: rest['name'] } : {});
  const name = header.name ?? fallbackName;
  const terms = parseTerms(file, entries, name, bundled);
  return { glossary: { ...withoutUndefined(header), name, path, terms }, problems: file.problems, file };
}

function parseTerms(file: YamlFile, entries: unknown, glossary: string, bundled: boolean): Term[] {
  if (!Array.isArray(entries)) {
    file.add(['terms'], 'error', 'wrong-shape', '“terms” must be a list: write each entry as “- term: …”.');
    return [];
  }
  const terms: Term[] = [];
  const seen = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    // Not valid YAML, which the file has told already.
    if (entry === undefined) continue;
    const path = ['terms', index];
    const parsed = file.check(termSchema, entry, path);
    if (parsed === undefined) continue;
    const key = `${parsed.caseSensitive ? parsed.term : parsed.term.toLowerCase()}|${parsed.partOfSpeech ?? ''}`;
    if (seen.has(key)) {
      file.add(
        [...path, 'term'],
        'warning',
        'duplicate-term',
        `“${shorten(parsed.term)}” is already entry ${(seen.get(key) ?? 0) + 1}. Keep one of the two; the later one wins.`,
      );
    }
    seen.set(key, index);
    const policy = derivePolicy(parsed);
    if (policy === 'expand' && parsed.expansion === undefined)
      file.add([...path, 'policy'], 'warning', 'policy-without-expansion', 'The policy “expand” needs an “expansion”. Add one, or choose another policy.');
    if (policy === 'replace' && !parsed.replacements?.length)
      file.add([...path, 'policy'], 'warning', 'policy-without-replacement', 'The policy “replace” needs “replacements”. Add one, or choose another policy.');
    if (policy === 'explain' && parsed.definition === undefined)
      file.add([...path, 'policy'], 'warning', 'policy-without-definition', 'The policy “explain” needs a “definition”. Add one, or choose another policy.');
    // What the schema gave back is new, and nobody else's: adding to it is a third of the work of copying it.
    terms.push(Object.assign(parsed, { policy, glossary, bundled, source: { path: file.path, index } }));
  }
  return terms;
}

function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Object.entries loses the key type; the keys and defined values are those of T.
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
