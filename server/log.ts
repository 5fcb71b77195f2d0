import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';

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

/** Lines are written together, so that a busy server does not make a system call for each; a quiet one waits this long. */
const FLUSH_MS = 500;
const TOGETHER_BYTES = 4_096;
const ERROR_LEVEL = 50;

/**
 * JSON lines on standard output, or to `to`. Errors go under `err`; secret names are redacted wherever they appear.
 * An error is written at once, and everything when the process ends by itself; a killed one may lose half a second.
 */
export function createLog(level: string, to?: DestinationStream): Logger {
  const paths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
  const options = {
    level,
    base: null,
    redact: { paths, censor: '[…]' },
    serializers: { err: loggableError },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  if (to) return pino(options, to);
  const out = pino.destination({ dest: 1, sync: false, minLength: TOGETHER_BYTES, periodicFlush: FLUSH_MS });
  const hooks: LoggerOptions['hooks'] = {
    logMethod(args, method, logLevel) {
      method.apply(this, args);
      if (logLevel >= ERROR_LEVEL) out.flush();
    },
  };
  return pino({ ...options, hooks }, out);
}
