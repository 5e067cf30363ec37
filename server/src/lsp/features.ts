import { pullDiagnostics } from './diagnostics.js';
import { hover } from './hover.js';
import type { Feature } from './session.js';

/** All abilities of the server, each in a file of its own. */
export const features: readonly Feature[] = [pullDiagnostics, hover];
