import { parentOf } from '../index.js';
import { problemToDiagnostic } from './convert.js';
import { type Status, statusMethod } from './protocol.js';
import { describeError, type Feature, isYaml, type Session } from './session.js';

/** Tells the client when what messages hang on cannot be read, and when it can again. To one that has no place for it, the log says so once. */
export const status: Feature = {
  start(session) {
    const reporter = new StatusReporter(session);
    session.onFilesChanged((uris) => {
      if (uris.some(isYaml)) reporter.look();
    });
    session.onReady(() => reporter.look());
    return {};
  },
};

// What keeps the checks from doing what the organisation asked for; other slips cost one entry.
const breaking = new Set(['not-yaml', 'unreadable-file', 'missing-file']);

class StatusReporter {
  private last = JSON.stringify({ state: 'ready', broken: [] } satisfies Status);
  private isLooking = false;
  private isOutdated = false;

  constructor(private readonly session: Session) {}

  /** Looks at every liaison.yml; once more, when something changes meanwhile. */
  look(): void {
    this.isOutdated = true;
    if (this.isLooking) return;
    this.isLooking = true;
    this.lookUntilCurrent()
      .catch((error: unknown) => this.session.connection.console.error(describeError(error)))
      .finally(() => {
        this.isLooking = false;
      });
  }

  private async lookUntilCurrent(): Promise<void> {
    while (this.isOutdated) {
      this.isOutdated = false;
      await this.tell(await this.find());
    }
  }

  private async find(): Promise<Status> {
    const { session } = this;
    const broken: { uri: string; message: string; range: Status['broken'][number]['range'] }[] = [];
    for (const uri of await session.index.list()) {
      if (!uri.endsWith('/liaison.yml')) continue;
      const { problems } = await session.workspace.organisationOf(uri);
      const location = session.files.toLocation(uri);
      const problem = problems.find(({ path, code }) => path === location && breaking.has(code));
      const file = problem === undefined ? undefined : await session.index.open(uri);
      if (problem === undefined) continue;
      const start = { line: 0, character: 0 };
      broken.push({ uri, message: problem.message, range: file === undefined ? { start, end: start } : problemToDiagnostic(file.document, problem).range });
    }
    return { state: broken.length === 0 ? 'ready' : 'broken', broken };
  }

  private async tell(found: Status): Promise<void> {
    const { connection, options, files } = this.session;
    const written = JSON.stringify(found);
    if (written === this.last) return;
    this.last = written;
    if (options.wantsStatus === true) await connection.sendNotification(statusMethod, found);
    else for (const { uri, message } of found.broken) connection.console.warn(`${nameFolder(files.toLocation(uri))}/liaison.yml: ${message}`);
  }
}

function nameFolder(location: string): string {
  return parentOf(location)?.split('/').at(-1) ?? '';
}
