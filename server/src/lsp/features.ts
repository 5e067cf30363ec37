import { codeActions } from './code-actions.js';
import { codeLenses } from './code-lenses.js';
import { completion } from './completion.js';
import { pullDiagnostics } from './diagnostics.js';
import { documentLinks } from './document-links.js';
import { hover } from './hover.js';
import { definition, references } from './navigation.js';
import { rename } from './rename.js';
import type { Feature } from './session.js';
import { status } from './status.js';
import { documentSymbols, workspaceSymbols } from './symbols.js';

/** All abilities of the server, each in a file of its own. */
export const features: readonly Feature[] = [
  pullDiagnostics,
  codeActions,
  hover,
  completion,
  definition,
  references,
  rename,
  codeLenses,
  documentSymbols,
  workspaceSymbols,
  documentLinks,
  status,
];
