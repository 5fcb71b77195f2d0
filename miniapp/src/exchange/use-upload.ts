import { largestFile } from '@wubian/shared/exchange/parts.ts';
import { Refusal } from '@wubian/shared/refusals.ts';
import { useEffect, useRef, useState } from 'react';
import { api } from '../api.ts';
import { type ChosenFile, chooseFile } from '../platform/file-choice.ts';
import { newId } from '../platform/new-id.ts';
import { wordsOf } from '../words.ts';
import { sendFile } from './send-file.ts';
import { importWords as w } from './words.ts';

/** The formats that the server reads. */
const sheetEndings = ['xlsx', 'xls', 'csv'];
const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

export type UploadState =
  | { at: 'idle'; words?: string | undefined }
  | { at: 'sending'; name: string; percent: number }
  /** It can go on with what is missing. */
  | { at: 'broken'; name: string; percent: number; words: string }
  | { at: 'there'; name: string; fileId: string };

export interface Upload {
  state: UploadState;
  /** Lets the user pick a file and sends it. */
  choose: () => Promise<void>;
  goOn: () => Promise<void>;
  /** Stops, and forgets the file. */
  stop: () => void;
}

/** One file on its way to the server: how far it is, and what may be done when it breaks off. */
export function useUpload(): Upload {
  const [state, setState] = useState<UploadState>({ at: 'idle' });
  // Another number means that this sending is no longer wanted.
  const turn = useRef(0);
  const current = useRef<{ id: string; file: ChosenFile }>();
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  async function goOn() {
    if (!current.current) return;
    const { id, file } = current.current;
    turn.current += 1;
    const mine = turn.current;
    const isStopped = () => turn.current !== mine;
    let percent = 0;
    const onPercent = (now: number) => {
      percent = now;
      if (!isStopped()) setState({ at: 'sending', name: file.name, percent });
    };
    try {
      const isThere = await sendFile({ exchange: api.exchange, pause }, file, { id, onPercent, isStopped });
      if (isThere && !isStopped()) setState({ at: 'there', name: file.name, fileId: id });
    } catch (error) {
      if (isStopped()) return;
      if (error instanceof Refusal) setState({ at: 'idle', words: wordsOf(error) });
      else setState({ at: 'broken', name: file.name, percent, words: wordsOf(error) });
    }
  }
  async function choose() {
    const file = await chooseFile(sheetEndings);
    if (!file) return;
    if (!file.size) return setState({ at: 'idle', words: w.empty });
    if (file.size > largestFile) return setState({ at: 'idle', words: w.tooBig });
    current.current = { id: newId(), file };
    setState({ at: 'sending', name: file.name, percent: 0 });
    await goOn();
  }
  function stop() {
    turn.current += 1;
    current.current = undefined;
    setState({ at: 'idle' });
  }
  return { state, choose, goOn, stop };
}
