import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';

/** What a schema of test/schemas says against a value; empty when it holds. */
export function checkSchema(name: string, value: unknown): readonly ErrorObject[] {
  const { $schema: _, id: _id, ...schema } = JSON.parse(readFileSync(new URL(`../schemas/${name}`, import.meta.url), 'utf8'));
  // The schema of SARIF has a pattern that only the older kind of expression takes.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(value);
  return validate.errors ?? [];
}
