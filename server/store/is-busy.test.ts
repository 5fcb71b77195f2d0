import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { isBusy } from './is-busy.ts';

const { MongoNetworkError, MongoServerError } = mongoose.mongo;
const withCode = (code: string) => Object.assign(new Error(`write ${code}`), { code, syscall: 'write' });
/** As the driver builds it: from whatever stopped the bulk, with the results so far. */
const bulk = (cause: object) => {
  const { MongoBulkWriteError } = mongoose.mongo as unknown as {
    MongoBulkWriteError: new (error: object, result: object) => Error;
  };
  return new MongoBulkWriteError(cause, {});
};

it('tells a database out of reach from a fault', () => {
  expect(isBusy(new MongoNetworkError('connection 1 closed'))).toBe(true);
  expect(isBusy(new MongoServerError({ message: 'time is up', code: 50 }))).toBe(true);
  expect(isBusy(bulk(new MongoNetworkError('connection 1 closed')))).toBe(true);
  for (const code of ['EPIPE', 'ECONNRESET']) expect(isBusy(withCode(code))).toBe(true);

  expect(isBusy(new MongoServerError({ message: 'duplicate', code: 11000 }))).toBe(false);
  expect(isBusy(bulk({ message: 'duplicate', code: 11000, writeErrors: [] }))).toBe(false);
  expect(isBusy(withCode('ENOENT'))).toBe(false);
  expect(isBusy(new TypeError('undefined is not a function'))).toBe(false);
  expect(isBusy('words')).toBe(false);
});
