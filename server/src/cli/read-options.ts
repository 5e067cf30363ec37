import { isoDate } from '../index.js';
import { UsageError } from './usage-error.js';

/** One of the values that an option takes. Throws a UsageError for any other. */
export function choose<const Value extends string>(flag: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`${flag} takes ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}, not “${value}”.`);
  return found;
}

/** A whole number. Throws a UsageError for anything else. */
export function readCount(flag: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new UsageError(`${flag} takes a whole number, not “${value}”.`);
  return Number(value);
}

/** The code of a language, as in `en` or `en-GB`. Throws a UsageError for anything else. */
export function readLanguage(flag: string, value: string): string {
  try {
    // Programs of other kinds write en_GB.
    const [code] = Intl.getCanonicalLocales(value.replaceAll('_', '-'));
    if (code !== undefined) return code;
  } catch {
    // Said below.
  }
  throw new UsageError(`${flag} takes the code of a language, as in en or en-GB, not “${value}”.`);
}

/** A day of the calendar, as in `2027-06-30`. Throws a UsageError for anything else. */
export function readDate(flag: string, value: string): string {
  const date = isoDate.safeParse(value).data;
  if (date === undefined) throw new UsageError(`${flag} takes a day of the calendar, as in 2027-06-30, not “${value}”.`);
  return date;
}
