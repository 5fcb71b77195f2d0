import { api } from '../../api.ts';
import { now } from '../../platform/clock.ts';
import { askWords, Card, PlainButton, Row, Stack, StatusTag, say, Words, whenWords } from '../../ui/index.ts';
import { changing, type Device, type Made } from './use-devices.ts';
import { deviceWords as w } from './words.ts';

interface DeviceCardProps {
  device: Device;
  elderId: string;
  onReplace: () => void;
  onSecret: (made: Made) => void;
}

const why = (title: string, yes: string, draft: string, onSend: (reason: string) => Promise<unknown>) =>
  askWords(title, { label: w.reason, need: w.reasonNeed, yes, draft, field: 'reason', onSend });

/** One device: whether it is alive, and what may be done with it. */
export function DeviceCard({ device, elderId, onReplace, onSecret }: DeviceCardProps) {
  const { id, state } = device;
  const when = (iso: string) => whenWords(iso, now());
  const renew = () =>
    why(w.renewTitle, w.renew, `device/${id}`, async (reason) =>
      onSecret(await changing(elderId, () => api.response.renewDevice({ deviceId: id, reason }))),
    );
  const turn = (on: boolean) =>
    why(on ? w.onTitle : w.offTitle, on ? w.on : w.off, `device/${id}`, async (reason) => {
      await changing(elderId, () => api.response.switchDevice({ deviceId: id, on, reason }));
      say(w.switched);
    });
  return (
    <Card tone={device.silent || device.lowBattery ? 'glow' : undefined}>
      <Stack tight>
        <Row>
          <Words tone="strong">{`${device.label} ${device.kindLabel}`}</Words>
          <StatusTag tone={state === 'on' ? 'go' : 'stop'}>{device.stateLabel}</StatusTag>
          {device.silent ? <StatusTag tone="warn">{w.silent}</StatusTag> : null}
          {device.lowBattery ? <StatusTag tone="warn">{w.low}</StatusTag> : null}
        </Row>
        <Words>
          {[
            device.lastHeardAt ? w.heard(when(device.lastHeardAt)) : w.never,
            device.testedAt ? w.tested(when(device.testedAt)) : w.notTested,
            device.battery === null ? '' : w.battery(device.battery),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Words>
        <Words tone="soft">
          {[w.registered(when(device.registeredAt), device.registeredBy), device.reason && w.why(device.reason)]
            .filter(Boolean)
            .join(' · ')}
        </Words>
        <Row>
          {state === 'on' ? (
            <>
              <PlainButton id={`renew-${id}`} onTap={renew}>
                {w.renew}
              </PlainButton>
              <PlainButton id={`replace-${id}`} onTap={onReplace}>
                {w.replace}
              </PlainButton>
              <PlainButton id={`off-${id}`} onTap={() => turn(false)}>
                {w.off}
              </PlainButton>
            </>
          ) : state === 'off' ? (
            <PlainButton id={`on-${id}`} onTap={() => turn(true)}>
              {w.on}
            </PlainButton>
          ) : null}
        </Row>
      </Stack>
    </Card>
  );
}
