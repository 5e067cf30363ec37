const interval = 100;

/** A line on a terminal that says how far a long run is, and goes away at its end. Elsewhere it says nothing. */
export class Progress {
  private lastShown = 0;
  private isShown = false;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly total: number,
  ) {}

  /** Says that `done` files have been read, the last of them at `path`. */
  update(done: number, path: string): void {
    if (!this.stream.isTTY) return;
    const now = Date.now();
    if (this.lastShown === 0) this.lastShown = now;
    if (now - this.lastShown < interval) return;
    this.lastShown = now;
    this.isShown = true;
    const line = `Reading ${done} of ${this.total}: ${path}`;
    this.stream.write(`\r\u001B[2K${line.slice(0, (this.stream.columns || 80) - 1)}`);
  }

  clear(): void {
    if (this.isShown) this.stream.write('\r\u001B[2K');
  }
}
