const interval = 100;

/** A line on a terminal that says how far a long run is, and goes away at its end. Elsewhere it says nothing. */
export class Progress {
  private lastShown = 0;
  private isShown = false;

  private done = 0;

  constructor(private readonly stream: NodeJS.WriteStream) {}

  /** Says that another file is being read. */
  update(path: string): void {
    this.done++;
    if (!this.stream.isTTY) return;
    const now = Date.now();
    if (this.lastShown === 0) this.lastShown = now;
    if (now - this.lastShown < interval) return;
    this.lastShown = now;
    this.isShown = true;
    const line = `Reading file ${this.done}: ${path}`;
    this.stream.write(`\r\u001B[2K${line.slice(0, (this.stream.columns || 80) - 1)}`);
  }

  clear(): void {
    if (this.isShown) this.stream.write('\r\u001B[2K');
  }
}
