import { useStreets } from '../accounts/index.ts';
import { Select, Shown, Stack } from '../ui/index.ts';
import { registryWords as say } from './words.ts';

interface AreaChoiceProps {
  streetId: string | undefined;
  communityId: string | undefined;
  wrong: Readonly<Record<string, string>>;
  onChange: (area: { streetId: string; communityId: string | undefined }) => void;
}

/** Street, then one of its communities; with a single street only the community is asked. */
export function AreaChoice({ streetId, communityId, wrong, onChange }: AreaChoiceProps) {
  const streets = useStreets();
  return (
    <Shown query={streets}>
      {({ items }) => {
        const chosen = items.find((one) => one.id === streetId) ?? (items.length === 1 ? items[0] : undefined);
        const communities = chosen?.communities ?? [];
        return (
          <Stack>
            {items.length > 1 ? (
              <Select
                id="street"
                label={say.street}
                options={items.map(({ id, name }) => ({ value: id, label: name }))}
                value={streetId}
                onChange={(id) => onChange({ streetId: id, communityId: undefined })}
                error={wrong.streetId}
              />
            ) : null}
            {chosen ? (
              <Select
                id="community"
                label={say.community}
                options={communities.map(({ id, name }) => ({ value: id, label: name }))}
                value={communityId}
                onChange={(id) => onChange({ streetId: chosen.id, communityId: id })}
                error={wrong.communityId}
              />
            ) : null}
          </Stack>
        );
      }}
    </Shown>
  );
}
