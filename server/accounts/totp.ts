import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;
const ISSUER = '五边';

const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD });

/** A new shared secret: 160 bits as RFC 4226 asks, base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The otpauth: address that authenticator apps read from a QR code. */
export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString();

/**
 * The time step (RFC 6238: SHA-1, 30 s, six digits) to which a code belongs, one step of drift allowed each way;
 * null when it belongs to none. Whether that step was used before is the store's question.
 */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}

/** The code of a secret at an instant, as an authenticator shows it; for tests and the demo. */
export const totpCode = (secret: string, now: Date): string =>
  totpOf(secret, '').generate({ timestamp: now.getTime() });
