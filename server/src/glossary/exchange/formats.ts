import { parse } from 'yaml';
import { isCspellSettings } from './cspell.js';
import { isPrhRules } from './prh.js';
import { isValeRule } from './vale.js';

export const importFormats = ['csv', 'xlsx', 'tbx', 'vale', 'cspell', 'prh'] as const;
export type ImportFormat = (typeof importFormats)[number];

export const exportFormats = ['csv', 'xlsx', 'tbx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The format of a file, from its name and from how it starts. */
export function guessFormat(path: string, start: Uint8Array): ImportFormat | undefined {
  const name = path.toLowerCase();
  if (/\.(?:csv|tsv|tab)$/.test(name)) return 'csv';
  if (/\.(?:xlsx|xlsm)$/.test(name) || (start[0] === 0x50 && start[1] === 0x4b)) return 'xlsx';
  // Old and password-protected workbooks, of which the reader says what to do.
  if (start[0] === 0xd0 && start[1] === 0xcf && start[2] === 0x11 && start[3] === 0xe0) return 'xlsx';
  if (/\.(?:tbx|martif)$/.test(name)) return 'tbx';
  if (/(?:^|\/)(?:accept|reject)\.txt$/.test(name)) return 'vale';
  if (/(?:^|\/)\.?cspell[^/]*\.(?:jsonc?|ya?ml|txt)$/.test(name)) return 'cspell';
  if (/(?:^|\/)prh[^/]*\.ya?ml$/.test(name)) return 'prh';
  if (/\.(?:jsonc?|txt|dic)$/.test(name)) return 'cspell';
  const text = new TextDecoder('utf-8').decode(start);
  if (/\.xml$/.test(name) || /^\ufeff?\s*</.test(text)) return /<(?:tbx|martif)\b/.test(text) ? 'tbx' : undefined;
  return /\.ya?ml$/.test(name) ? guessRules(text) : undefined;
}

function guessRules(text: string): ImportFormat | undefined {
  // The keys at the left edge tell, also when the rest is cut off.
  const keys = [...text.matchAll(/^([A-Za-z]+):/gm)].map(([, key]) => key);
  if (keys.includes('extends')) return 'vale';
  if (keys.includes('rules')) return 'prh';
  if (keys.some((key) => key === 'words' || key === 'flagWords' || key === 'ignoreWords')) return 'cspell';
  const value: unknown = tryParse(text);
  return isValeRule(value) ? 'vale' : isPrhRules(value) ? 'prh' : isCspellSettings(value) ? 'cspell' : undefined;
}

function tryParse(text: string): unknown {
  try {
    return parse(text);
  } catch {
    // Not YAML, so of none of these formats.
    return undefined;
  }
}
