import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { words, wordsOf } from '../words.ts';
import { PlainButton } from './acts.tsx';
import { aria } from './base/aria.ts';
import { Icon, type IconName } from './base/icon.tsx';
import type { Colour } from './colours.ts';
import { PentagonSign } from './pentagon-sign.tsx';

/** What a state means to the reader; each has a sign of its own, so colour is never the only signal. */
const tones = {
  wait: { icon: 'clock', colour: 'warn' },
  go: { icon: 'go', colour: 'main' },
  done: { icon: 'check', colour: 'main' },
  warn: { icon: 'warn', colour: 'accentInk' },
  stop: { icon: 'stop', colour: 'soft' },
} as const satisfies Record<string, { icon: IconName; colour: Colour }>;

export type Tone = keyof typeof tones;

/** A state in a word, with a sign. */
export function StatusTag({ tone, children }: { tone: Tone; children: string }) {
  const { icon, colour } = tones[tone];
  return (
    <View className={`w-tag w-tag--${tone}`}>
      <Icon name={icon} colour={colour} size={18} />
      <View className="w-tag-words">{children}</View>
    </View>
  );
}

/** How many things are new. Nothing for zero. `label` says of what, e.g. 未读消息. */
export function NoticeDot({ count, label }: { count: number; label: string }) {
  if (!count) return null;
  return (
    <View className="w-dot" {...aria({ role: 'img', label: `${count} ${label}` })}>
      {count > 99 ? '99+' : String(count)}
    </View>
  );
}

export interface TimelineItem {
  title: string;
  note?: string | undefined;
  /** When, in words (`whenWords`). */
  at?: string | undefined;
  /** Is it past, going on, or still to come. */
  state: 'done' | 'now' | 'next';
  /** Where two moments may read alike. */
  id?: string | undefined;
}

/** What happened and what comes, in order of time. */
export function Timeline({ items }: { items: readonly TimelineItem[] }) {
  return (
    <View className="w-timeline">
      {items.map(({ id, title, note, at, state }) => (
        <View className={`w-moment w-moment--${state}`} key={id ?? `${title}${at ?? ''}`}>
          <View className="w-moment-mark">
            {state === 'done' ? <Icon name="check" colour="white" size={16} /> : null}
          </View>
          <View className="w-moment-body">
            <View className="w-moment-title">{title}</View>
            {at ? <View className="w-moment-note">{at}</View> : null}
            {note ? <View className="w-moment-note">{note}</View> : null}
          </View>
        </View>
      ))}
    </View>
  );
}

/** Nothing here yet, and what to do about it (children: an act). */
export function Empty({ words: text, children }: { words: string; children?: ReactNode }) {
  return (
    <View className="w-empty">
      <PentagonSign size={96} label="" />
      <View className="w-words w-words--soft">{text}</View>
      {children}
    </View>
  );
}

/** Waiting for the server, said in words. */
export function Loading({ words: text = words.loading }: { words?: string }) {
  return (
    <View className="w-loading" {...aria({ role: 'status', live: 'polite' })}>
      {text}
    </View>
  );
}

/** It went wrong: why, and the way to try again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: (() => unknown) | undefined }) {
  return (
    <View className="w-error-state" {...aria({ role: 'alert' })}>
      <View className="w-act">
        <Icon name="warn" colour="accentInk" size={28} />
        <View className="w-words">{wordsOf(error)}</View>
      </View>
      {retry ? (
        <PlainButton id="retry" onTap={retry}>
          {words.retry}
        </PlainButton>
      ) : null}
    </View>
  );
}

interface AnyQuery<T> {
  data: T | undefined;
  error: unknown;
  refetch(): unknown;
}

/** What a query knows: its data, else why not, else that it is loading. `<Shown query={q}>{(task) => …}</Shown>` */
export function Shown<T>({ query, children }: { query: AnyQuery<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  return query.error ? <ErrorState error={query.error} retry={() => query.refetch()} /> : <Loading />;
}
