import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { words } from '../words.ts';
import { Icon, type IconName } from './base/icon.tsx';
import { Tap } from './base/tap.tsx';

export interface ActProps {
  children: string;
  /** While its promise runs the button says so and takes no second tap; a thrown refusal is said in words. */
  onTap: () => unknown;
  id?: string | undefined;
  icon?: IconName | undefined;
  disabled?: boolean | undefined;
  /** When the words alone do not say on what it acts, e.g. `接单：王阿姨 助餐`. Must contain the visible words. */
  label?: string | undefined;
}

const inner = (busy: boolean, children: string, icon: ReactNode) => (
  <View className="w-act">
    {icon}
    <View className="w-act-words">{busy ? words.sending : children}</View>
  </View>
);

/** The one main act of a page: exactly one per page. */
export function MainAct({ children, icon, label, ...rest }: ActProps) {
  return (
    <Tap {...rest} primary className={`w-main-act ${rest.disabled ? 'w-off' : ''}`} aria={{ label }}>
      {(busy) =>
        inner(busy, children, icon && <Icon name={icon} colour={rest.disabled ? 'soft' : 'white'} size={28} />)
      }
    </Tap>
  );
}

/** Any other act. */
export function PlainButton({ children, icon, label, ...rest }: ActProps) {
  return (
    <Tap {...rest} className={`w-plain ${rest.disabled ? 'w-off' : ''}`} aria={{ label }}>
      {(busy) => inner(busy, children, icon && <Icon name={icon} colour={rest.disabled ? 'soft' : 'main'} />)}
    </Tap>
  );
}

/** An act that takes something away; it stands 16 px apart. Ask first with `confirm({ …, danger: true })`. */
export function DangerButton({ children, icon, label, ...rest }: ActProps) {
  return (
    <Tap {...rest} className={`w-danger-plain ${rest.disabled ? 'w-off' : ''}`} aria={{ label }}>
      {(busy) => inner(busy, children, icon && <Icon name={icon} colour="sosInk" />)}
    </Tap>
  );
}
