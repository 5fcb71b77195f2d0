import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { overlay, setTitle } from '../platform/chrome.ts';
import { useInFront, usePageShow } from '../platform/lifecycle.ts';
import { back, go } from '../platform/nav.ts';
import { useTextSize } from '../platform/text-size.ts';
import { queryClient } from '../query.ts';
import { words } from '../words.ts';
import { aria } from './base/aria.ts';
import { Icon } from './base/icon.tsx';
import { Tap } from './base/tap.tsx';
import { DialogHost } from './dialog-host.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { SaidLine } from './said-line.tsx';

export interface PageProps {
  title: string;
  children: ReactNode;
  /** Staff pages: 16 px and more, targets of 44 px and more. Without it: elder mode (18 px, 60 px). */
  dense?: boolean | undefined;
  /** Staff pages with tables: up to 1280 px on a desktop. Without it: a column of 480 px. */
  wide?: boolean | undefined;
  /** Resident pages: the red way to help stays at the bottom of the screen, one tap from anywhere. */
  sos?: boolean | undefined;
  /** False on first pages. Elsewhere the way back is always there: to the page below, or home after a reload. */
  back?: boolean | undefined;
  /** False on the page that the help line leads to. */
  help?: boolean | undefined;
  /** False where the page itself says what was not sent, and nothing may push it down. */
  lines?: boolean | undefined;
  /** What stands at the right of the title, e.g. a NoticeBell. */
  side?: ReactNode;
}

/** The frame of every page: title, way back, lines of state, content, help at the same place, SOS. */
export function Page({ title, children, back: wantsBack = true, help = true, lines = true, ...rest }: PageProps) {
  const { dense, wide, sos, side } = rest;
  const { scale } = useTextSize();
  const inFront = useInFront();
  useEffect(() => {
    if (inFront) setTitle(title);
  }, [title, inFront]);
  usePageShow(() => void queryClient.refetchQueries({ type: 'active', stale: true }));

  const mode = `${dense ? 'w-dense' : ''} ${wide ? 'w-wide' : ''} ${sos ? 'w-with-sos' : ''}`;
  return (
    <View className={`w-page ${mode}`} style={{ '--text-scale': String(scale) } as Record<string, string>}>
      <View className="w-bar" style={{ paddingTop: `${overlay.top}px` }} {...aria({ role: 'banner' })}>
        <View className="w-bar-row" style={{ paddingRight: overlay.right ? `${overlay.right}px` : '' }}>
          {wantsBack ? (
            <Tap className="w-back" onTap={back} id="back" aria={{ label: words.back }}>
              <Icon name="back" size={30} />
            </Tap>
          ) : null}
          <View className="w-bar-title" {...aria({ role: 'heading', level: 1 })}>
            {title}
          </View>
          {side}
        </View>
      </View>
      <View className="w-main" {...aria({ role: 'main' })}>
        {lines ? <OfflineBar /> : null}
        {inFront ? <SaidLine /> : null}
        <View className="w-body">{children}</View>
      </View>
      <View className="w-foot" {...aria({ role: 'contentinfo' })}>
        {help ? (
          <Tap className="w-help" id="help" onTap={() => go('help')}>
            <Icon name="phone" colour="soft" size={22} />
            <View className="w-help-words">{words.help}</View>
          </Tap>
        ) : null}
      </View>
      {sos ? (
        <View className="w-sos-dock" {...aria({ role: 'complementary', label: words.sos })}>
          <Tap className="w-sos" id="sos" onTap={() => go('sos')} aria={{ label: words.sosLabel }}>
            <Icon name="phone" colour="white" size={30} />
            <View className="w-sos-words">{words.sos}</View>
          </Tap>
        </View>
      ) : null}
      {inFront ? <DialogHost /> : null}
    </View>
  );
}
