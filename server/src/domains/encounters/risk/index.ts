export {
  type CharlsonItem,
  type CharlsonReason,
  type CharlsonResult,
  charlsonFromIcd10,
} from './charlson.ts';
export type { CharlsonCondition } from './charlson-table.ts';
export {
  band,
  LACE_VERSION,
  type LaceInput,
  type LaceItem,
  type LaceItemName,
  type LaceResult,
  lace,
  lengthOfStayDays,
  type RiskBand,
} from './lace.ts';
