import type { WubianApi } from '@wubian/shared/api.ts';
import type { Endpoint, Input, Output } from '@wubian/shared/endpoint.ts';
import { api } from '../api.ts';
import { now } from './clock.ts';
import { onAppShow } from './lifecycle.ts';
import { onNetworkReturn } from './network.ts';
import { newId } from './new-id.ts';
import { createOutbox, type Parcel } from './outbox-core.ts';
import { session } from './session.ts';
import { signal } from './signal.ts';
import { stored, storedKeys } from './store.ts';
import { useSignal } from './use-signal.ts';

const retryMs = 20_000;
/** What cannot wait is tried so often that the first moment of network is used. */
const urgentMs = 3_000;

type Calls = Readonly<Record<string, Readonly<Record<string, (input: unknown) => Promise<unknown>>>>>;

/** Each parcel under its own key: a photo fills most of what WeChat allows for one value (1 MB). */
const storage = {
  load: (): Parcel[] => storedKeys('outbox/').flatMap((key) => stored<Parcel>(key).read() ?? []),
  save: (parcel: Parcel): void => stored<Parcel>(`outbox/${parcel.id}`).write(parcel),
  drop: (id: string): void => stored(`outbox/${id}`).drop(),
};

/** What the server said to urgent submissions of this run of the program, by the id in their input. */
const answers = signal<ReadonlyMap<string, unknown>>(new Map());

const outbox = createOutbox({
  async deliver({ room, endpoint, input, urgent }) {
    const call = (api as unknown as Calls)[room]?.[endpoint];
    if (!call) throw new Error('这个版本不认识这份内容，请更新后再试。');
    const answer = await call(input);
    if (urgent) answers.set(new Map([...answers.get(), [String(input.id), answer]]));
    return answer;
  },
  storage,
  now,
  owner: () => session.get()?.owner,
});

type At<R extends keyof WubianApi, E extends keyof WubianApi[R]> = Extract<WubianApi[R][E], Endpoint>;

/** What to submit: an endpoint of the API with its input, and how the user would call it. */
export interface Submission<R extends keyof WubianApi, E extends keyof WubianApi[R]> {
  room: R;
  endpoint: E;
  input: Input<At<R, E>>;
  /** Read by the user in the list of unsent things, e.g. 「结束服务：王阿姨 助餐」. */
  label: string;
  /** What it is about; submissions of one key keep their order. Use the id of the task. */
  key: string;
  /** Goes ahead of everything and is tried again every 3 s. */
  urgent?: boolean;
}

/**
 * Sends now, or keeps it and sends later (network return, program comes to the front, every 20 s, next start).
 * Resolves `{ sent: true, answer }` or `{ sent: false }`; throws the Refusal of a first try, which the form shows.
 */
export async function submit<R extends keyof WubianApi, E extends keyof WubianApi[R]>(
  made: Submission<R, E>,
): Promise<{ sent: true; answer: Output<At<R, E>> } | { sent: false }> {
  const delivery = await outbox.submit({
    id: newId(),
    room: made.room,
    endpoint: String(made.endpoint),
    input: made.input as Record<string, unknown>,
    label: made.label,
    key: made.key,
    ...(made.urgent && { urgent: true }),
  });
  return delivery.sent ? { sent: true, answer: delivery.answer as Output<At<R, E>> } : delivery;
}

/** Sends what waits, now. */
export const retryOutbox = (): Promise<void> => outbox.retry();
/** Takes one submission out of the list for good. */
export const dismissParcel = (id: string): void => outbox.dismiss(id);

let mine: readonly Parcel[] = [];
let seen: readonly Parcel[] | undefined;
let seenOwner: string | undefined;
/** The unsent things of who is signed in; the same array until something changes. */
function ownParcels(): readonly Parcel[] {
  const owner = session.get()?.owner;
  if (outbox.all() !== seen || owner !== seenOwner) {
    seen = outbox.all();
    seenOwner = owner;
    mine = seen.filter((one) => one.owner === owner);
  }
  return mine;
}
const watched = {
  get: ownParcels,
  subscribe(listener: () => void) {
    const stops = [outbox.subscribe(listener), session.subscribe(listener)];
    return () => {
      for (const stop of stops) stop();
    };
  },
};

/** The unsent and refused submissions of who is signed in, oldest first. */
export const useOutbox = (): readonly Parcel[] => useSignal(watched);

/** What the server answered to the urgent submission with this id in its input, whenever it went out; else undefined. */
export const useAnswerTo = (inputId: string | undefined): unknown => useSignal(answers).get(inputId ?? '');

/** Called once when the program starts. */
export function startOutbox(): void {
  const retry = () => void outbox.retry();
  onNetworkReturn(retry);
  onAppShow(retry);
  session.subscribe(() => {
    answers.set(new Map());
    outbox.reload();
    retry();
  });
  const waits = (isUrgent: boolean) => outbox.all().some((one) => one.state === 'waiting' && !!one.urgent === isUrgent);
  setInterval(() => waits(false) && retry(), retryMs);
  setInterval(() => waits(true) && retry(), urgentMs);
  retry();
}
