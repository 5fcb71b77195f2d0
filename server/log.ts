import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/** Names under which a personal or secret value could slip into a log line. */
const secretNames = [
  'phone',
  'idNumber',
  'name',
  'address',
  'door',
  'token',
  'code',
  'secret',
  'authorization',
  'body',
];

/** Error messages of drivers and libraries quote values: keep the sentence, take quoted texts and long numbers out. */
const withoutValues = (message: string): string =>
  message
    .replace(/dup key: \{.*\}/gs, 'dup key: {…}')
    .replace(/"[^"]*"|'[^']*'|“[^”]*”/g, '"…"')
    .replace(/\d{6,}/g, '…')
    .slice(0, 500);

/** An error as it may be logged: its kind, its message without values, and where it was thrown. */
export function loggableError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    kind: error.name,
    errorCode: (error as { code?: unknown }).code,
    message: withoutValues(error.message),
    stack: frames.slice(0, 12).map((line) => line.trim()),
    ...(error.cause ? { cause: loggableError(error.cause) } : {}),
  };
}

/** JSON lines on standard output, or to `to`. Errors go under `err`; secret names are redacted wherever they appear. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const paths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = {
    level,
    base: null,
    redact: { paths, censor: '[…]' },
    serializers: { err: loggableError },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return to ? pino(options, to) : pino(options);
}
