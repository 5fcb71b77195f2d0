import mongoose from 'mongoose';
import { beforeAll, expect, it } from 'vitest';
import { boundEveryOperation } from '../../server/store/bounded.ts';
import { testStore } from '../support/engine.ts';

const noteSchema = new mongoose.Schema({ _id: String, n: Number });
type Sent = { name: string; maxTimeMS: unknown };
const sent: Sent[] = [];
let connection: mongoose.Connection;

beforeAll(async () => {
  const { uri } = await testStore();
  connection = await mongoose.createConnection(uri, { monitorCommands: true, dbName: 'bounded' }).asPromise();
  boundEveryOperation(connection.db!);
  connection.getClient().on('commandStarted', ({ commandName, command }) => {
    sent.push({ name: commandName, maxTimeMS: command.maxTimeMS });
  });
  return () => connection.close();
});

it('sends a time limit with every operation of models and raw collections', async () => {
  const Note = connection.model('Note', noteSchema);
  await Note.createIndexes();
  sent.length = 0;
  await Note.create({ _id: '1', n: 1 });
  await Note.insertMany([{ _id: '2' }, { _id: '3' }]);
  await Note.find().lean();
  await Note.findById('1');
  await Note.aggregate([{ $match: {} }]);
  await Note.findOneAndUpdate({ _id: '1' }, { $set: { n: 3 } });
  await Note.bulkWrite([{ updateOne: { filter: { _id: '1' }, update: { $set: { n: 5 } } } }]);
  await Note.updateMany({}, { $inc: { n: 1 } });
  await Note.countDocuments();
  await Note.estimatedDocumentCount();
  await Note.exists({ n: 1 });
  await Note.distinct('n');
  const note = await Note.findById('1').orFail();
  note.n = 8;
  await note.save();
  await note.deleteOne();
  const raw = connection.collection('notes');
  await raw.find({}, { raw: true }).toArray();
  await raw.replaceOne({ n: 6 }, { n: 7 });
  await raw.findOneAndDelete({ n: 7 });
  expect(new Set(sent.map(({ name }) => name))).toEqual(
    new Set(['insert', 'find', 'aggregate', 'findAndModify', 'update', 'count', 'distinct', 'delete']),
  );
  expect(sent.filter(({ maxTimeMS }) => maxTimeMS !== 5_000)).toEqual([]);
});

it('leaves a limit that the caller gave', async () => {
  sent.length = 0;
  await connection.collection('notes').find({}, { maxTimeMS: 70 }).toArray();
  expect(sent).toEqual([{ name: 'find', maxTimeMS: 70 }]);
});

it('ends an operation that takes too long', async () => {
  const raw = connection.collection('many');
  await raw.insertMany(Array.from({ length: 2_000 }, (_, n) => ({ n })));
  const endless = Array.from({ length: 4 }, () => ({ $lookup: { from: 'many', pipeline: [], as: 'x' } }));
  const steps = endless.flatMap((step) => [step, { $unwind: '$x' }]);
  await expect(raw.aggregate([...steps, { $count: 'n' }], { maxTimeMS: 100 }).toArray()).rejects.toMatchObject({
    code: 50,
  });
});
