import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { aria } from './base/aria.ts';
import { Icon, type IconName } from './base/icon.tsx';
import { Tap } from './base/tap.tsx';

/** A sheet of paper that holds one thing. `tone` warms it: `glow` asks for attention, `tint` is calm good news. */
export function Card({ children, tone }: { children: ReactNode; tone?: 'glow' | 'tint' | undefined }) {
  return <View className={`w-card ${tone ? `w-card--${tone}` : ''}`}>{children}</View>;
}

/** A part of a page under its own heading. `side` stands at the right of the heading. */
export function Section({ title, children, side }: { title: string; children: ReactNode; side?: ReactNode }) {
  return (
    <View className="w-section">
      <View className="w-section-head">
        <View className="w-section-title" {...aria({ role: 'heading', level: 2 })}>
          {title}
        </View>
        {side}
      </View>
      {children}
    </View>
  );
}

/** Things below each other with the house's gap. */
export function Stack({ children, tight }: { children: ReactNode; tight?: boolean | undefined }) {
  return <View className={`w-stack ${tight ? 'w-stack--tight' : ''}`}>{children}</View>;
}

/** Things beside each other that wrap when there is no room (tags, small acts). */
export function Row({ children }: { children: ReactNode }) {
  return <View className="w-row">{children}</View>;
}

/** Equal columns on wide screens, one below each other under 720 px; `min` is the least width of one, in px. */
export function Columns({ children, min = 300 }: { children: ReactNode; min?: number }) {
  return (
    <View className="w-columns" style={{ '--min': `${min}px` } as Record<string, string>}>
      {children}
    </View>
  );
}

/** A paragraph. `soft` for side remarks, `lead` for the sentence that matters, `display` for one figure. */
export function Words({
  children,
  tone,
}: {
  children: ReactNode;
  tone?: 'soft' | 'lead' | 'strong' | 'display' | undefined;
}) {
  return <View className={`w-words ${tone ? `w-words--${tone}` : ''}`}>{children}</View>;
}

export interface ListRowProps {
  title: string;
  /** Lines under the title. */
  notes?: readonly (string | undefined | null | false)[] | undefined;
  /** A StatusTag or NoticeDot at the right of the title. */
  tag?: ReactNode;
  icon?: IconName | undefined;
  /** With it the whole row is the target. */
  onTap?: (() => unknown) | undefined;
  id?: string | undefined;
}

/** One line of a list; the whole row is the target. Put rows into a Rows. */
export function ListRow({ title, notes = [], tag, icon, onTap, id }: ListRowProps) {
  const body = (
    <>
      {icon ? <Icon name={icon} colour="main" size={28} /> : null}
      <View className="w-item-body">
        <View className="w-item-head">
          <View className="w-item-title">{title}</View>
          {tag}
        </View>
        {notes.map((note) =>
          note ? (
            <View className="w-item-note" key={note}>
              {note}
            </View>
          ) : null,
        )}
      </View>
      {onTap ? <Icon name="forward" colour="edge" /> : null}
    </>
  );
  return onTap ? (
    <Tap className="w-item" id={id} onTap={onTap}>
      {body}
    </Tap>
  ) : (
    <View className="w-item" {...(id && { id })}>
      {body}
    </View>
  );
}

/** A list of ListRow. `many`: two columns on a desktop, for long lists of staff pages. */
export function Rows({ children, many }: { children: ReactNode; many?: boolean | undefined }) {
  return <View className={`w-rows ${many ? 'w-rows--many' : ''}`}>{children}</View>;
}

/** Facts as pairs of name and value; pairs without a value are left out. */
export function Facts({ items }: { items: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <View className="w-facts">
      {items.map(([name, value]) =>
        value === undefined || value === null || value === '' ? null : (
          <View className="w-fact" key={name}>
            <View className="w-fact-name">{name}</View>
            <View className="w-fact-value">{value}</View>
          </View>
        ),
      )}
    </View>
  );
}
