import { copy } from '../../platform/copy.ts';
import { Card, Facts, PlainButton, Stack, say, Words } from '../../ui/index.ts';
import type { Made } from './use-devices.ts';
import { deviceWords as w } from './words.ts';

/** The only time that a secret is shown. */
export function SecretCard({ made, path, onDone }: { made: Made; path: string; onDone: () => void }) {
  const { device, secret } = made;
  const facts = [
    [w.deviceId, device.id],
    [w.secret, secret ?? ''],
    [w.address, path],
  ] as const;
  async function take() {
    const taken = await copy(facts.map(([name, value]) => `${name}：${value}`).join('\n'));
    say(taken ? w.copied : w.notCopied);
  }
  return (
    <Card tone="glow">
      <Stack>
        <Words tone="lead">{secret ? w.secretTitle : w.secretGone}</Words>
        {secret ? (
          <>
            <Words>{w.secretLead}</Words>
            <Facts items={facts} />
            <PlainButton id="copy-secret" onTap={take}>
              {w.copy}
            </PlainButton>
          </>
        ) : null}
        <PlainButton id="secret-done" icon="check" onTap={onDone}>
          {w.understood}
        </PlainButton>
      </Stack>
    </Card>
  );
}
