import { limitOf } from '../config/cadence.js';
import { Coverage, type CoverageFigures } from '../goals/coverage.js';
import type { Document } from '../model/document.js';
import { readMessageDay } from '../text/dates.js';
import { describeMessage } from './about-message.js';
import type { Organisation } from './organisation.js';

/** The coverage of the messages that belong to one organisation. */
export interface OrganisationCoverage {
  readonly organisation: Organisation;
  readonly figures: CoverageFigures;
  /** Documents that are pages, and so no messages. */
  readonly pages: number;
}

/** Finds out which goals messages serve and how many each audience gets, for each organisation by itself. */
export class GoalCoverage {
  private readonly byOrganisation = new Map<Organisation, { readonly coverage: Coverage; pages: number }>();

  /** `today` is an ISO date. */
  constructor(private readonly today: string) {}

  add(document: Document, organisation: Organisation): void {
    const own = this.coverageOf(organisation);
    const { kind, audience, goals } = describeMessage(document, organisation);
    if (kind === 'page') own.pages++;
    else own.coverage.add({ path: document.path, goals, audience, day: readMessageDay(document.fields.date?.value, document.path) });
  }

  list(): readonly OrganisationCoverage[] {
    return [...this.byOrganisation].map(([organisation, { coverage, pages }]) => ({ organisation, figures: coverage.summarise(), pages }));
  }

  private coverageOf(organisation: Organisation): { readonly coverage: Coverage; pages: number } {
    const known = this.byOrganisation.get(organisation);
    if (known !== undefined) return known;
    const { config, goals } = organisation;
    const coverage = new Coverage({ goals, limitOf: (audience) => limitOf(config.cadence, audience), today: this.today });
    const own = { coverage, pages: 0 };
    this.byOrganisation.set(organisation, own);
    return own;
  }
}
