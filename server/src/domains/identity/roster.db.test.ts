import { describe, expect, it } from 'vitest';
import { useHouse } from '../../../test/harness.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { newId } from '../../kernel/ids/index.ts';
import { headNursesOf, presentOrCover, putAbsence, staffByNo, wardByCode, whoIsOnDuty } from './index.ts';

const test = useHouse();
const id = async (tx: Tx, staffNo: string) => (await staffByNo(tx, staffNo))?.id ?? '';
const away = (tx: Tx, staffId: string, cover: string | null) =>
  putAbsence(tx, { id: newId(), staff_id: staffId, from_on: '2031-03-01', to_on: '2031-03-31', cover_staff_id: cover });

describe('who is on duty', () => {
  it('is read from the roster, and a person on leave is replaced by the named cover', async () => {
    await test().tenant(async (tx) => {
      const ward = (await wardByCode(tx, 'GK1'))?.id ?? '';
      const [onDuty] = await whoIsOnDuty(tx, ward, tx.now, 'nurse');
      const cover = await id(tx, 'N103');
      expect(onDuty).toBeDefined();
      await away(tx, onDuty ?? '', cover);
      expect(await whoIsOnDuty(tx, ward, tx.now, 'nurse')).toEqual([cover]);
    });
  });

  it('follows covers of covers, and a ring of covers names nobody', async () => {
    await test().tenant(async (tx) => {
      const [a, b, c] = [await id(tx, 'D201'), await id(tx, 'D202'), await id(tx, 'D221')];
      await away(tx, a, b);
      await away(tx, b, c);
      expect(await presentOrCover(tx, a, tx.now)).toBe(c);
      await away(tx, c, a);
      expect(await presentOrCover(tx, a, tx.now)).toBeNull();
    });
  });

  it('names the head nurses of a ward', async () => {
    await test().tenant(async (tx) => {
      const ward = (await wardByCode(tx, 'XN1'))?.id ?? '';
      expect(await headNursesOf(tx, ward, tx.now)).toEqual([await id(tx, 'H110')]);
    });
  });
});
