import { isRecord } from '../yaml/yaml-file.js';

/** What a Markdown deck is shown with; `any` where nothing tells. */
export type DeckTool = 'marp' | 'slidev' | 'reveal' | 'pandoc' | 'any';

/** How a deck is cut into slides. */
export interface DeckStyle {
  readonly tool: DeckTool;
  /** Depths of the headings that begin a slide. */
  readonly headings: ReadonlySet<number>;
  /** Lines that end a slide besides `---`, as written. */
  readonly separators: readonly string[];
  /** The number of the first slide that is written out: the tool may make one of the front matter before it. */
  readonly firstNumber: number;
}

type Values = Readonly<Record<string, unknown>>;

const slidevThemes = /^(?:seriph|apple-basic|bricks|shibainu|@slidev\/.*|slidev-theme-.*)$/;
const slidevKeys = 'mdc drawings colorSchema highlighter lineNumbers routerMode themeConfig twoslash monaco canvasWidth aspectRatio selectable fonts'.split(
  ' ',
);
const pandocFormats = /^(?:revealjs|beamer|slidy|slideous|dzslides|s5|pptx)$/;
const rMarkdownOutputs =
  /^(?:xaringan::moon_reader|revealjs::revealjs_presentation|(?:ioslides|slidy|beamer|powerpoint|rmdshower::shower)_presentation|rmdshower::.*)$/;

/** Whether the front matter is one that only decks have. */
export function isDeckForm(values: Values): boolean {
  return toolOf(values) !== undefined;
}

/** How the deck in a file is cut into slides. */
export function chooseDeckStyle(values: Values, path: string, text: string): DeckStyle {
  const tool = toolOf(values) ?? (/\.[qr]md$/i.test(path) ? 'pandoc' : 'any');
  const separators = [values['separator'], values['verticalSeparator']].filter((value) => typeof value === 'string').map((value) => value.trim());
  switch (tool) {
    case 'marp':
      return { tool, headings: readDivider(values, text), separators: [], firstNumber: 1 };
    case 'pandoc': {
      const level = readSlideLevel(values);
      const title = values['title'];
      return { tool, headings: upTo(level), separators: [], firstNumber: typeof title === 'string' && title.trim() !== '' ? 2 : 1 };
    }
    default:
      return { tool, headings: new Set(), separators, firstNumber: 1 };
  }
}

function toolOf(values: Values): Exclude<DeckTool, 'any'> | undefined {
  if (values['marp'] === true) return 'marp';
  const theme = values['theme'];
  const hasSlidevTheme = typeof theme === 'string' && slidevThemes.test(theme);
  // One such key may belong to a site generator.
  if (hasSlidevTheme || slidevKeys.filter((key) => key in values).length >= 2) return 'slidev';
  if ('revealOptions' in values || 'slideOptions' in values || values['type'] === 'slide') return 'reveal';
  if (namesOf(values['format']).some((name) => pandocFormats.test(name.replace(/^.*-/, '')))) return 'pandoc';
  return namesOf(values['output']).some((name) => rMarkdownOutputs.test(name)) ? 'pandoc' : undefined;
}

/** The formats that `format:` or `output:` names: a name, a list, or a map with options. */
function namesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.filter((name) => typeof name === 'string');
  return isRecord(value) ? Object.keys(value) : [];
}

/** Marp's `headingDivider`: a number stands for all levels down to it, a list for those it names. It may also stand in a comment. */
function readDivider(values: Values, text: string): ReadonlySet<number> {
  const inComment = /<!--\s*headingDivider:\s*(?:(\d)|\[([\d,\s]{0,40})\])\s*-->/.exec(text);
  const list = inComment?.[2]?.split(',').map(Number);
  const value = inComment === null ? values['headingDivider'] : (list ?? Number(inComment[1]));
  if (Array.isArray(value)) return new Set(value.filter((level) => typeof level === 'number'));
  return typeof value === 'number' ? upTo(value) : new Set();
}

// Quarto's own default. Pandoc guesses from the document, which comes to the same for most decks.
const usualSlideLevel = 2;

function readSlideLevel(values: Values): number {
  const options = isRecord(values['format']) ? Object.values(values['format']).filter(isRecord) : [];
  const level = [values, ...options].map((holder) => holder['slide-level']).find((value) => typeof value === 'number');
  return level ?? usualSlideLevel;
}

function upTo(level: number): ReadonlySet<number> {
  return new Set([1, 2, 3, 4, 5, 6].filter((depth) => depth <= level));
}
