export { close } from './close.ts';
export { manifest } from './domain.ts';
export {
  ITEM_ASSIGNED,
  type ItemAssigned,
  type ItemDone,
  type ItemOverdue,
} from './events.ts';
export { handOn } from './hand-on.ts';
export { type ItemRow, itemById } from './item.store.ts';
export { secondsOn } from './minutes.store.ts';
export { countMinutes, startMinutes } from './minutes.ts';
export { type NewItem, open } from './open.ts';
export { reopen } from './reopen.ts';
export { type Pressure, rerank } from './rerank.ts';
export { resume, suspend } from './suspend.ts';
export { takeForWork } from './take.ts';
