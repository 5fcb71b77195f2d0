import { useState } from 'react';
import { useParams } from '../../../platform/nav.ts';
import { useElder } from '../../../registry/elders/use-elders.ts';
import { DeviceCard } from '../../../response/devices/device-card.tsx';
import { DeviceForm } from '../../../response/devices/device-form.tsx';
import { SecretCard } from '../../../response/devices/secret-card.tsx';
import { type Device, type Made, useDevices } from '../../../response/devices/use-devices.ts';
import { deviceWords as w } from '../../../response/devices/words.ts';
import { Columns, Empty, Page, Shown, Stack, Words } from '../../../ui/index.ts';

/** The devices of one elder that call for help by themselves. */
export default function WorkerDevices() {
  const { elderId = '' } = useParams('workerDevices');
  const query = useDevices(elderId);
  const name = useElder(elderId).data?.facts.name;
  const [old, setOld] = useState<Device>();
  const [made, setMade] = useState<Made>();
  const [forms, setForms] = useState(0);
  return (
    <Page title={name ? w.titleOf(name) : w.title} dense wide>
      <Words tone="soft">{w.lead}</Words>
      <Shown query={query}>
        {({ items, path }) => (
          <>
            {made ? <SecretCard made={made} path={path} onDone={() => setMade(undefined)} /> : null}
            <Columns min={400}>
              <Stack>
                {items.length ? null : <Empty words={w.none} />}
                {items.map((device) => (
                  <DeviceCard
                    key={device.id}
                    device={device}
                    elderId={elderId}
                    onReplace={() => {
                      setOld(device);
                      setForms(forms + 1);
                    }}
                    onSecret={setMade}
                  />
                ))}
              </Stack>
              <DeviceForm
                key={forms}
                elderId={elderId}
                old={old}
                onMade={(fresh) => {
                  setMade(fresh);
                  setOld(undefined);
                  setForms(forms + 1);
                }}
              />
            </Columns>
          </>
        )}
      </Shown>
    </Page>
  );
}
