import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './index.ts';

describe('settings', () => {
  it('have defaults fit for a first start', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 8080,
      MLLP_PORT: 2575,
      embedded: true,
      demo: true,
      publicUrl: 'http://localhost:8080',
    });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://host/db'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'maybe'],
    ['PUBLIC_URL', 'not an address'],
  ])('refuse %s=%s by name and without the value', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(name);
    expect(() => readConfig({ DATABASE_URL: 'secret-password@nowhere' })).not.toThrow(/secret-password/);
  });

  it('keep the demo off with an external database, and cookies secure behind https', () => {
    expect(
      readConfig({ DATABASE_URL: 'postgres://dayone_app:x@db/dayone', PUBLIC_URL: 'https://dayone.example' }),
    ).toMatchObject({
      embedded: false,
      demo: false,
      secureCookies: true,
    });
  });

  it('treat an empty variable as not set', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ embedded: true, PORT: 8080 });
  });
});
