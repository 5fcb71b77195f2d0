import { View } from '@tarojs/components';
import { useTrap } from '../platform/focus.ts';
import { useSignal } from '../platform/use-signal.ts';
import { words } from '../words.ts';
import { aria } from './base/aria.ts';
import { Icon } from './base/icon.tsx';
import { Tap } from './base/tap.tsx';
import { type Dialog, openDialog } from './dialogs.ts';

/** Draws the open question of `confirm` and `choose` over the page in front. */
export function DialogHost() {
  const dialog = useSignal(openDialog);
  return dialog ? <Sheet dialog={dialog} /> : null;
}

function Sheet({ dialog: { title, words: text, danger, options, body, answer } }: { dialog: Dialog }) {
  const leave = () => answer(undefined);
  useTrap('w-dialog', leave);
  return (
    <View className="w-veil" catchMove>
      <View className="w-sheet" id="w-dialog" {...aria({ role: 'dialog', modal: true, label: title })}>
        <View className="w-sheet-head">
          <View className="w-sheet-title" {...aria({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <Tap className="w-close" id="dialog-close" onTap={leave} aria={{ label: words.close }}>
            <Icon name="close" />
          </Tap>
        </View>
        {text ? <View className="w-sheet-words">{text}</View> : null}
        {body?.(answer)}
        {options.map(({ value, label, note }, index) => (
          <Tap
            key={label}
            id={`dialog-${index}`}
            className={options.length > 1 ? 'w-choice' : danger ? 'w-danger' : 'w-main-act'}
            onTap={() => answer(value)}
          >
            <View className="w-choice-label">{label}</View>
            {note ? <View className="w-choice-note">{note}</View> : null}
          </Tap>
        ))}
        <Tap className="w-plain" id="dialog-cancel" onTap={leave}>
          {words.cancel}
        </Tap>
      </View>
    </View>
  );
}
