import { createColors, isColorSupported } from 'picocolors';
import { nodeFiles } from '../host/node-files.js';
import { findSimilar, matchTerms, Organisations, type Rule, rules, splitWords, type Term } from '../index.js';
import { UsageError } from './usage-error.js';

const colors = createColors(isColorSupported);

/** Explains a rule, or a term of the glossaries that count in the working directory; without a name it lists the rules. */
export async function explain(name: string | undefined): Promise<void> {
  if (name === undefined) {
    const width = Math.max(...rules.map(({ meta }) => meta.id.length));
    console.log(rules.map(({ meta }) => `${colors.bold(meta.id.padEnd(width))}  ${meta.title}`).join('\n'));
    return;
  }
  const rule = rules.find(({ meta }) => meta.id === name);
  if (rule !== undefined) {
    console.log(explainRule(rule));
    return;
  }
  const terms = await findTerms(name);
  if (terms.length === 0) throw new UsageError(await describeUnknown(name));
  console.log(terms.map(explainTerm).join('\n\n'));
}

function explainRule({ meta, options }: Rule): string {
  const { examples } = meta;
  const lines = [
    `${colors.bold(meta.id)}  ${meta.title}`,
    meta.why,
    '',
    `Category: ${meta.category}. Severity: ${meta.severity}. Checks: ${meta.kinds.join(', ')}.`,
    '',
    'Flagged:',
    ...examples.bad.map(indent),
    '',
    'Left alone:',
    ...examples.good.map(indent),
  ];
  const names = Object.entries(options.shape);
  if (names.length > 0) lines.push('', 'Options in liaison.yml:', ...names.map(([key, schema]) => indent(`${key}: ${schema.description ?? ''}`)));
  return lines.join('\n');
}

function explainTerm(term: Term): string {
  const facts: [string, string | undefined][] = [
    ['means', term.definition],
    ['spelled out', term.expansion],
    ['say instead', term.replacements?.join(', ')],
    ['why', term.reason],
    ['fine in', term.exceptions?.join(', ')],
    ['known to', term.knownTo?.join(', ')],
    ['domain', term.domain],
    ['policy', term.policy],
    ['status', term.status],
    ['owner', term.owner],
    ['glossary', term.glossary],
  ];
  const shown = facts.filter(([, value]) => value !== undefined);
  const width = Math.max(...shown.map(([label]) => label.length));
  return [
    `${colors.bold(term.term)}${term.partOfSpeech === undefined ? '' : colors.dim(`  ${term.partOfSpeech}`)}`,
    ...shown.map(([label, value]) => `  ${colors.dim(label.padEnd(width))}  ${value}`),
  ].join('\n');
}

/** Entries by their own name in any glossary, else by any inflected form. */
async function findTerms(name: string): Promise<Term[]> {
  const organisation = await loadOrganisation();
  const wanted = name.toLowerCase();
  const exact = organisation.glossaries.flatMap(({ terms }) => terms.filter((term) => term.term.toLowerCase() === wanted));
  if (exact.length > 0) return exact;
  return [...new Set(matchTerms(organisation.automaton, name, splitWords(name)).terms.map(({ term }) => term))];
}

async function describeUnknown(name: string): Promise<string> {
  const organisation = await loadOrganisation();
  const similar = findSimilar(name, [...rules.map(({ meta }) => meta.id), ...organisation.automaton.terms.keys()]);
  return `There is no rule and no term “${name}”.${similar === undefined ? ' liaison explain, without a name, lists the rules.' : ` Did you mean “${similar}”?`}`;
}

function loadOrganisation() {
  return new Organisations((location) => nodeFiles.readText(location), rules).forMessage(`${process.cwd().replaceAll('\\', '/')}/message.md`);
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
