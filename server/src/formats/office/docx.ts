import type { BlockKind } from '../../model/block.js';
import type { Document } from '../../model/document.js';
import type { Problem } from '../../model/problem.js';
import type { BinaryFormat } from '../format.js';
import { OfficePackage, refusable } from './package.js';
import { addFields, readProperties } from './properties.js';
import { Refusal } from './refusal.js';
import { Styles } from './styles.js';
import { type Paragraph, TextView } from './text-view.js';
import { type NoteReference, type Story, type StoryItem, StoryReader } from './word-story.js';
import { applyOfficeEdits } from './write-back.js';

/** Word documents. Headers, footers, comments and hidden text are left out; tracked changes are read as if accepted. */
export const docx: BinaryFormat = {
  holds: 'bytes',
  isMendedAsCopy: true,
  write: applyOfficeEdits,
  title: 'Word',
  extensions: ['.docx'],
  read: (path, bytes) => Promise.resolve(refusable(() => readDocx(path, bytes))),
};

function readDocx(path: string, bytes: Uint8Array): Document {
  const pack = new OfficePackage(bytes);
  const main = pack.findTarget('', 'officeDocument') ?? 'word/document.xml';
  if (pack.entryOf(main) === undefined) throw new Refusal('there is no document in it. Open it in Word and save it again');
  const relations = pack.relationsOf(main);
  const findPart = (type: string): string | undefined => [...relations.values()].find((relation) => relation.type === type && !relation.isExternal)?.target;
  const styles = new Styles(pack, findPart('styles'));
  const problems: Problem[] = [];
  const report = (code: string, message: string): void => {
    problems.push({ path, start: { line: 1, column: 1 }, severity: 'warning', code, message });
  };
  const readNotes = (kind: 'footnote' | 'endnote'): ReadonlyMap<string, Story> => {
    const part = findPart(`${kind}s`);
    if (part === undefined) return new Map();
    const reader = new StoryReader(pack, part, styles);
    const fault = reader.read();
    if (fault !== undefined) report('damaged-part', `The ${kind}s were left out: ${fault}. Open the file in Word and save it again.`);
    return reader.notes;
  };
  const notes = { footnote: readNotes('footnote'), endnote: readNotes('endnote') };
  const reader = new StoryReader(pack, main, styles);
  const fault = reader.read();
  if (fault !== undefined) throw new Refusal(`it is damaged: ${fault}. Open it in Word and save it again`);
  if (!reader.isDocument) throw new Refusal('it holds no Word document, whatever its name says. Open it in its own program and save it again');
  if (reader.hasOtherFiles) report('left-out', 'Another file is placed inside this document, and its text was left out. Copy its text into the document.');

  const view = new TextView(true);
  const { story } = reader;
  const fields = addFields(view, readProperties(pack), hasHeading(story));
  new Layout(view, notes).add(story);
  return { path, source: view.source, fields, blocks: view.blocks, ignores: [], runs: view.runs, ...(problems.length === 0 ? {} : { problems }) };
}

function hasHeading(story: Story): boolean {
  return story.some((item) => item.kind === 'paragraph' && item.paragraph.kind === 'heading');
}

/** Puts a document's paragraphs in reading order, and counts them as a reader does. */
class Layout {
  private paragraphs = 0;
  private readonly counts = { footnote: 0, endnote: 0 };
  private readonly endnotes: { readonly number: number; readonly story: Story }[] = [];

  constructor(
    private readonly view: TextView,
    private readonly notes: Readonly<Record<NoteReference['note'], ReadonlyMap<string, Story>>>,
  ) {}

  add(story: Story): void {
    for (const item of story) this.addItem(item, undefined);
    for (const { number, story: note } of this.endnotes) for (const item of note) this.addItem(item, `endnote ${number}`);
  }

  private addItem(item: StoryItem, within: string | undefined): void {
    if (item.kind === 'note') {
      this.addNote(item, within);
      return;
    }
    const { paragraph, place } = item;
    const isBody = within === undefined && place === undefined;
    const added = this.view.addParagraph(asRunningText(paragraph), within ?? place ?? `paragraph ${this.paragraphs + 1}`);
    if (added !== undefined && isBody) this.paragraphs++;
    for (const next of item.after) this.addItem(next, within);
  }

  private addNote({ note, id }: NoteReference, within: string | undefined): void {
    const story = this.notes[note].get(id);
    // A note cannot have notes.
    if (story === undefined || within !== undefined) return;
    const number = ++this.counts[note];
    if (note === 'endnote') this.endnotes.push({ number, story });
    else for (const item of story) this.addItem(item, `footnote ${number}`);
  }
}

// Letters and newsletters are laid out with tables.
const longestCell = 120;

/** A cell with running text is a paragraph to its reader. */
function asRunningText(paragraph: Paragraph): Paragraph {
  if (paragraph.kind !== 'cell') return paragraph;
  const length = paragraph.pieces.reduce((sum, piece) => sum + (piece.kind === 'text' ? piece.text.length : 1), 0);
  const isProse = length > longestCell && paragraph.pieces.some((piece) => piece.kind === 'text' && /[.!?]/.test(piece.text));
  const kind: BlockKind = isProse ? 'paragraph' : 'cell';
  return { ...paragraph, kind };
}
