import type { WubianApi } from '@wubian/shared/api.ts';
import { type Client, Unreachable } from '@wubian/shared/client.ts';
import { partBytes } from '@wubian/shared/exchange/parts.ts';
import type { ChosenFile } from '../platform/file-choice.ts';

/** How long to wait before each further try of a part, in ms. */
const waits = [1_000, 3_000, 8_000] as const;

export interface SendDeps {
  exchange: Pick<Client<WubianApi>['exchange'], 'startUpload' | 'putPart' | 'finishUpload'>;
  pause: (ms: number) => Promise<void>;
}

export interface Sending {
  /** The upload's id; the same one again goes on where it broke off. */
  id: string;
  /** Of the bytes that are there, 0 to 100. */
  onPercent: (percent: number) => void;
  isStopped: () => boolean;
}

async function tried<T>(pause: SendDeps['pause'], act: () => Promise<T>): Promise<T> {
  for (const wait of waits) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      await pause(wait);
    }
  }
  return act();
}

/**
 * Sends a file part by part; a part that does not get through is tried again. Answers false when it was stopped.
 * Throws Unreachable when the network stays away (call again with the same id), and the server's refusals.
 */
export async function sendFile({ exchange, pause }: SendDeps, file: ChosenFile, sending: Sending): Promise<boolean> {
  const { id, onPercent, isStopped } = sending;
  const { name, size } = file;
  const { parts, received, finished } = await tried(pause, () => exchange.startUpload({ id, name, size }));
  const there = new Set(received);
  const tell = () => onPercent(Math.floor((100 * there.size) / parts));
  tell();
  for (let n = 0; n < parts; n++) {
    if (isStopped()) return false;
    if (there.has(n)) continue;
    const base64 = await file.read(n * partBytes, partBytes);
    await tried(pause, () => exchange.putPart({ uploadId: id, n, base64 }));
    there.add(n);
    tell();
  }
  if (isStopped()) return false;
  if (!finished) await tried(pause, () => exchange.finishUpload({ uploadId: id }));
  return true;
}
