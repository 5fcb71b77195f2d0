import { View } from '@tarojs/components';
import { isGone } from '@wubian/shared/registry/life.ts';
import { relationLabels } from '@wubian/shared/registry/relations.ts';
import { go } from '../../platform/nav.ts';
import { call } from '../../platform/phone-call.ts';
import { awayNote, type MyElder, mayAskFor, QuietElder } from '../../registry/index.ts';
import { privacyWords } from '../../registry/privacy/words.ts';
import { Card, Empty, MainAct, PlainButton, Stack, Words } from '../../ui/index.ts';
import { askingWords as say } from './words.ts';

/** The elders I act for: who she is to me, where she lives, whom to ring, and the way to ask for her. */
export function ElderCards({ elders, waiting }: { elders: readonly MyElder[]; waiting: number }) {
  if (!elders.length) {
    return (
      <Empty words={say.noElders}>
        <Words tone="soft">{waiting ? say.grantsWait(waiting) : say.noEldersNote}</Words>
        <MainAct id="ask-grant" onTap={() => go('familyGrants')}>
          {waiting ? say.grants : say.askGrant}
        </MainAct>
      </Empty>
    );
  }
  return (
    <Stack>
      {elders.map((elder) =>
        isGone(elder.status) ? (
          <QuietElder key={elder.id} elder={elder} />
        ) : (
          <ElderCard key={elder.id} elder={elder} several={elders.length > 1} />
        ),
      )}
    </Stack>
  );
}

/** Whom she is to me: a daughter's mother has no word in the file, so the card says what I am to her. */
function ElderCard({ elder, several }: { elder: MyElder; several: boolean }) {
  const { id, name, relation, communityName, communityPhone, addressLine, worker } = elder;
  const away = awayNote(elder);
  return (
    <Card>
      <View>
        <View className="w-own-title">{name}</View>
        <Words tone="soft">{say.iAm(relationLabels[relation])}</Words>
        <Words>{`${communityName} ${addressLine}`}</Words>
        {away ? <Words tone="strong">{away}</Words> : null}
      </View>
      {several && mayAskFor(elder) ? (
        <PlainButton id={`ask-${id}`} icon="heart" onTap={() => go('familyAsk', { elderId: id })}>
          {say.askFor1(name)}
        </PlainButton>
      ) : null}
      <PlainButton id={`call-${id}`} icon="phone" onTap={() => call(worker?.phone ?? communityPhone)}>
        {worker ? say.callWorker(worker.name) : say.callCommunity(communityName)}
      </PlainButton>
      {elder.scopes.includes('see') ? (
        <PlainButton
          id={`privacy-${id}`}
          icon="book"
          label={`${privacyWords.parts.views}：${name}`}
          onTap={() => go('familyPrivacy', { elderId: id })}
        >
          {privacyWords.parts.views}
        </PlainButton>
      ) : null}
    </Card>
  );
}
