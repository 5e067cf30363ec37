import { writeFile } from 'node:fs/promises';
import { createColors, isColorSupported } from 'picocolors';
import type { Report } from '../report.js';
import { UsageError } from '../usage-error.js';
import { formatJson } from './json.js';
import { formatPretty } from './pretty.js';

export const formats = ['pretty', 'json'] as const;
export type Format = (typeof formats)[number];

/** A format and the file it goes to; without one it is printed. */
export interface Output {
  readonly format: Format;
  readonly file?: string;
}

/** Reads `json` or `json=report.json`. Throws a UsageError for anything else. */
export function parseOutput(value: string): Output {
  const [name, ...rest] = value.split('=');
  const format = formats.find((candidate) => candidate === name);
  if (format === undefined) throw new UsageError(`There is no format “${name}”. Use one of: ${formats.join(', ')}.`);
  const file = rest.join('=');
  return rest.length === 0 ? { format } : { format, file };
}

/** Writes a report in every format asked for. */
export async function writeReport(
  report: Report,
  outputs: readonly Output[],
  { version, stream, ...shown }: { version: string; quiet: boolean; checkup: boolean; stream: NodeJS.WriteStream },
): Promise<void> {
  for (const { format, file } of outputs) {
    if (file === undefined)
      await print(
        stream,
        format === 'json'
          ? formatJson(report, version)
          : formatPretty(report, {
              colors: createColors(isColorSupported && stream.isTTY !== false),
              width: stream.isTTY ? stream.columns : undefined,
              ...shown,
            }),
      );
    else
      await writeFile(
        file,
        format === 'json' ? formatJson(report, version) : formatPretty(report, { colors: createColors(false), width: undefined, ...shown }),
      );
  }
}

/** Waits for the stream: ending the process before would cut off what a pipe has not taken yet. */
function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
