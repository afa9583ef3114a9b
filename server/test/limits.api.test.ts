import { describe, expect, it } from 'vitest';
import { useHouse } from './harness.ts';

const test = useHouse();
const send = (payload: string, headers: Record<string, string> = {}) =>
  test().house.app.inject({
    method: 'POST',
    url: '/api/session',
    payload,
    headers: { 'content-type': 'application/json', 'x-dayone': '1', ...headers },
  });

describe('what arrives broken', () => {
  it.each([
    ['nothing', '', 'application/json', 400],
    ['half a sentence', '{"hospital":"demo"', 'application/json', 400],
    ['a list', '[]', 'application/json', 422],
    ['another format', '<session/>', 'application/xml', 415],
    ['bytes that are no text', '\u0000\u0001', 'application/json', 400],
  ])('%s gets a clear answer in the reader’s language', async (_what, payload, type, status) => {
    const response = await send(payload, { 'content-type': type, 'accept-language': 'en' });
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json().title).toMatch(/^[A-Z]/);
    expect((await send(payload, { 'content-type': type })).json().title).toMatch(/[一-鿿]/);
  });

  it('something huge is refused whole', async () => {
    const response = await send(JSON.stringify({ hospital: 'x'.repeat(21 * 1024 * 1024) }));
    expect(response.statusCode).toBe(413);
  });

  it('an unknown address and a wrong method are problems too', async () => {
    for (const [method, url] of [
      ['GET', '/api/nothing'],
      ['DELETE', '/api/hospitals'],
    ] as const) {
      const response = await test().house.app.inject({ method, url });
      expect(response.statusCode).toBe(404);
      expect(response.json().type).toBe('urn:dayone:kernel:no-such-address');
    }
  });

  it('guessing is stopped', async () => {
    let last = 0;
    for (let tries = 0; tries < 301 && last !== 429; tries += 1) last = (await send('{}')).statusCode;
    expect(last).toBe(429);
    expect((await send('{}')).json().type).toBe('urn:dayone:kernel:too-many');
  });

  it('the contract is served as OpenAPI 3.1 and names every route', async () => {
    const document = (await test().house.app.inject({ method: 'GET', url: '/api/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/api/session');
    expect(Object.keys(document.paths).length).toBeGreaterThan(10);
  });
});
