import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { toTop } from '../platform/scroll.ts';
import { useSignal } from '../platform/use-signal.ts';
import { words } from '../words.ts';
import { aria } from './base/aria.ts';
import { Icon } from './base/icon.tsx';
import { Tap } from './base/tap.tsx';
import { said, unsay } from './say.ts';

const doneStaysMs = 8000;

/** What `say` and `sayError` told: read aloud, good news for eight seconds, errors until closed. */
export function SaidLine() {
  const line = useSignal(said);
  // The line stands at the top of the page: who acted far below must see it, too.
  useEffect(() => {
    if (line) toTop();
  }, [line]);
  useEffect(() => {
    if (line?.tone !== 'done') return undefined;
    const timer = setTimeout(unsay, doneStaysMs);
    return () => clearTimeout(timer);
  }, [line]);
  const failed = line?.tone === 'error';
  return (
    <View className="w-said-place" {...aria({ role: 'status', live: 'polite' })}>
      {line ? (
        <View className={`w-said ${failed ? 'w-said--error' : ''}`}>
          <Icon name={failed ? 'warn' : 'check'} colour={failed ? 'sosInk' : 'main'} size={26} />
          <View className="w-said-words">{line.words}</View>
          <Tap className="w-close" onTap={unsay} aria={{ label: words.close }}>
            <Icon name="close" colour="soft" />
          </Tap>
        </View>
      ) : null}
    </View>
  );
}
