import type { PackProblem } from '../problem.ts';
import type { PackSections } from '../schema/index.ts';
import { checkAlerts } from './check-alerts.ts';
import { checkCall } from './check-call.ts';
import { checkIds } from './check-ids.ts';
import { checkPackHead } from './check-pack-head.ts';
import { checkPhases } from './check-phases.ts';
import { checkPlan } from './check-plan.ts';
import { checkReferences } from './check-references.ts';
import { checkSources } from './check-sources.ts';
import { checkWords } from './check-words.ts';

/** Whether the sections of a pack fit each other and the rules of the format. Pure; an empty list means clean. */
export function checkPack(sections: PackSections): PackProblem[] {
  return [
    checkPackHead,
    checkIds,
    checkPhases,
    checkPlan,
    checkReferences,
    checkSources,
    checkCall,
    checkAlerts,
    checkWords,
  ].flatMap((check) => check(sections));
}
