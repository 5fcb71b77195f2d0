import { View } from '@tarojs/components';
import { go } from '../../platform/nav.ts';
import { aria, PlainButton, Row, Shown } from '../../ui/index.ts';
import { DossierGroup } from '../dossier/dossier-group.tsx';
import { DossierHead } from '../dossier/dossier-head.tsx';
import { useElder } from '../elders/use-elders.ts';
import { deskWords as w } from './words.ts';

/** A file beside the table: what one looks for most, and the way to the whole. */
export function SidePanel({ elderId, onClose }: { elderId: string; onClose: () => void }) {
  const query = useElder(elderId);
  return (
    <View className="w-desk-panel" {...aria({ role: 'complementary', label: w.panel })}>
      <Row>
        <PlainButton id="panel-open" onTap={() => go('workerElder', { id: elderId })}>
          {w.open}
        </PlainButton>
        <PlainButton id="panel-close" onTap={onClose}>
          {w.close}
        </PlainButton>
      </Row>
      <Shown query={query}>
        {(elder) => (
          <>
            <DossierHead elder={elder} />
            {(['contacts', 'health', 'living', 'service'] as const).map((group) => (
              <DossierGroup key={group} elder={elder} group={group} />
            ))}
          </>
        )}
      </Shown>
    </View>
  );
}
