import { describe, expect, it } from 'vitest';
import { useHouse } from '../../../test/harness.ts';

const test = useHouse();
const NOBODY = '01900000-0000-7000-8000-000000000000';

describe('packs', () => {
  it('answers nobody who is not signed in, and no role without the permission', async () => {
    const stranger = test().stranger();
    expect((await stranger.ask('content.listPacks')).status).toBe(401);
    expect((await stranger.ask('content.importPacks')).status).toBe(401);
    const desk = await test().signIn('K601');
    expect((await desk.ask('content.listPacks')).status).toBe(403);
    expect((await desk.ask('content.listPackAttempts')).status).toBe(403);
    const nurse = await test().signIn('N101');
    expect((await nurse.ask('content.importPacks')).status).toBe(403);
  });

  it('lists versions and shows what stands in one', async () => {
    const nurse = await test().signIn('N101');
    const { items, next } = await nurse.ok('content.listPacks');
    expect(next).toBeNull();
    expect(items).toMatchObject([
      { slug: 'knee-replacement', version: '1.0.0', state: 'published', signOff: { status: 'unsigned', by: null } },
    ]);
    const detail = await nurse.ok('content.readPack', { params: { packId: items[0]?.id ?? '' } });
    expect(detail.counts).toMatchObject({ faq: expect.any(Number), messages: 5 });
    expect(detail.triggers.procedures).toEqual(['81.54']);
    expect(detail.sources.length).toBeGreaterThan(5);
    expect((await nurse.ok('content.listPackAttempts')).items).toMatchObject([
      { folder: 'knee-replacement', outcome: 'imported', problems: [] },
    ]);
  });

  it('answers 404 for a version that is not here and 422 for a cursor of nothing', async () => {
    const nurse = await test().signIn('N101');
    expect((await nurse.ask('content.readPack', { params: { packId: NOBODY } })).status).toBe(404);
    expect((await nurse.ask('content.listPacks', { query: { after: 'x' } })).status).toBe(422);
  });

  it('reads the folder again for an administrator', async () => {
    const administrator = await test().signIn('A900');
    expect(await administrator.ok('content.importPacks')).toEqual({ imported: 0, unchanged: 1, refused: 0 });
  });

  it('turns pages', async () => {
    const nurse = await test().signIn('N101');
    const first = await nurse.ok('content.listPacks', { query: { limit: 1 } });
    expect(first.next).not.toBeNull();
    const second = await nurse.ok('content.listPacks', { query: { limit: 1, after: first.next ?? '' } });
    expect(second).toEqual({ items: [], next: null });
  });
});
