import { chooseKind, type Document, type MessageKind } from '../model/document.js';
import type { Organisation } from './organisation.js';

/** What a message is, for whom, and which goals it names. */
export interface AboutMessage {
  readonly kind: MessageKind;
  readonly audience: string;
  readonly goals: readonly string[];
}

/** What is asked for on top of what a message says of itself. */
export interface AskedFor {
  readonly audience?: string | undefined;
  readonly kind?: MessageKind | undefined;
}

/** Works out what a message is: asked for first, then what it says of itself, the defaults of its folder, those of the organisation. */
export function describeMessage({ fields, path, slides }: Document, organisation: Organisation, askedFor: AskedFor = {}): AboutMessage {
  const { config } = organisation;
  const defaults = organisation.defaultsFor(path);
  const audience = [askedFor.audience, fields.audience?.value, defaults?.audience, config.audience].find(
    (candidate) => candidate !== undefined && config.audiences[candidate] !== undefined,
  );
  return {
    kind: chooseKind(fields.kind?.value, { override: askedFor.kind, folder: defaults?.kind }, slides !== undefined),
    audience: audience ?? config.audience,
    goals: fields.goals?.map((goal) => goal.value) ?? defaults?.goals ?? [],
  };
}
