import { generateKeyPairSync, sign } from 'node:crypto';

function der(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(contents);
  const size = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Uint8Array.of(tag, ...size), body]);
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const SEQUENCE = 0x30;
/** 1.2.840.10045.4.3.2, ecdsa-with-SHA256. */
const ECDSA_SHA256 = der(SEQUENCE, der(0x06, Uint8Array.of(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02)));
/** 2.5.4.3, commonName. */
const COMMON_NAME = der(0x06, Uint8Array.of(0x55, 0x04, 0x03));
/** 2.5.29.17, subjectAltName: DNS localhost. */
const LOCALHOST = der(
  SEQUENCE,
  der(0x06, Uint8Array.of(0x55, 0x1d, 0x11)),
  der(0x04, der(SEQUENCE, der(0x82, ascii('localhost')))),
);

/** A throw-away self-signed certificate for localhost, made on the spot so that no key lies in the repository. */
export function selfSigned(): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = der(SEQUENCE, der(0x31, der(SEQUENCE, COMMON_NAME, der(0x0c, ascii('localhost')))));
  const validity = der(SEQUENCE, der(0x17, ascii('200101000000Z')), der(0x17, ascii('491231235959Z')));
  const version = der(0xa0, der(0x02, Uint8Array.of(2)));
  const serial = der(0x02, Uint8Array.of(1));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const body = der(
    SEQUENCE,
    version,
    serial,
    ECDSA_SHA256,
    name,
    validity,
    name,
    key,
    der(0xa3, der(SEQUENCE, LOCALHOST)),
  );
  const signature = der(0x03, Uint8Array.of(0), sign('sha256', body, privateKey));
  const base64 = Buffer.from(der(SEQUENCE, body, ECDSA_SHA256, signature)).toString('base64');
  const cert = `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`;
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert };
}
