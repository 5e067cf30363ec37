import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { type Overrides, type Severity, severities } from '../index.js';

/** The editor's settings for one document. */
export interface Settings {
  readonly isEnabled: boolean;
  readonly overrides: Overrides;
}

/** Reads the editor's settings and keeps them until they change. */
export class SettingsReader {
  private readonly byDocument = new Map<string, Promise<Settings>>();
  private pushed: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly capabilities: ClientCapabilities,
  ) {}

  forDocument(uri: string): Promise<Settings> {
    const known = this.byDocument.get(uri);
    if (known !== undefined) return known;
    const reading = this.ask(uri).then(readSettings);
    this.byDocument.set(uri, reading);
    return reading;
  }

  /** Takes note that settings changed; `settings` is what clients without pull send along. */
  change(settings: unknown): void {
    this.pushed = isRecord(settings) ? settings['liaison'] : undefined;
    this.byDocument.clear();
  }

  forget(uri: string): void {
    this.byDocument.delete(uri);
  }

  private async ask(uri: string): Promise<unknown> {
    if (this.capabilities.workspace?.configuration !== true) return this.pushed;
    return this.connection.workspace.getConfiguration({ scopeUri: uri, section: 'liaison' });
  }
}

function readSettings(value: unknown): Settings {
  const settings = isRecord(value) ? value : {};
  const rules = isRecord(settings['rules']) ? settings['rules'] : {};
  const chosen = new Map<string, Severity | 'off'>();
  for (const [id, setting] of Object.entries(rules)) {
    const severity = [...severities, 'off' as const].find((candidate) => candidate === setting);
    if (severity !== undefined) chosen.set(id, severity);
  }
  const audience = settings['audience'];
  return {
    isEnabled: settings['enable'] !== false,
    overrides: { severities: chosen, audience: typeof audience === 'string' && audience !== '' ? audience : undefined },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
