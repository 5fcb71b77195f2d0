/** Errors of driver and Mongoose that mean: no database answered in time; nothing is known to be wrong with the data. */
const busyNames = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoWaitQueueTimeoutError',
  'MongoOperationTimeoutError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoConnectionPoolClearedError',
  'MongoTopologyClosedError',
  'MongoNotConnectedError',
  'MongooseServerSelectionError',
  'DisconnectedError',
]);

/** Codes of the server: time limit, write concern time-out, stepping down, shutting down, not primary. */
const busyCodes = new Set([50, 64, 91, 189, 10058, 10107, 11600, 11602, 13435, 13436]);

/** What the system says of a socket that has lost its other end; the driver lets some of these through as they are. */
const lostSocket = new Set<unknown>(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'ETIMEDOUT']);

/** True if an error says that the database is out of reach or too slow just now, so that trying again is right. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (busyNames.has(error.name)) return true;
  const { code } = error as { code?: unknown };
  if (lostSocket.has(code)) return true;
  // A bulk write whose connection went away: a refused write would carry the server's code.
  if (error.name === 'MongoBulkWriteError' && code === undefined) return true;
  return error.name.startsWith('Mongo') && typeof code === 'number' && busyCodes.has(code);
}
