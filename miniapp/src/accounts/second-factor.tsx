import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../api.ts';
import { Card, CodeInput, errorOf, MainAct, Picture, PlainButton, Stack, svgUri, Words } from '../ui/index.ts';
import { wordsOf } from '../words.ts';
import { inFours } from './in-fours.ts';
import { leavePhone } from './leave.ts';
import { become, type Me } from './use-me.ts';
import { accountWords as say } from './words.ts';

/** Set-up with a picture to scan and a key to type, or only the question for the six digits. */
export function SecondFactor({ me }: { me: Me }) {
  const [setUp, setSetUp] = useState<{ secret: string; qr: string }>();
  const first = me.secondFactor === 'notSet';
  return (
    <Stack>
      {first ? <Words tone="lead">{say.factorWhy}</Words> : <Words tone="lead">{say.factorAsk}</Words>}
      {first ? <Words>{say.factorStep1}</Words> : null}
      {first && !setUp ? (
        <MainAct id="begin-factor" onTap={async () => setSetUp(await api.accounts.startSecondFactor())}>
          {say.factorBegin}
        </MainAct>
      ) : null}
      {setUp ? <SetUp {...setUp} /> : null}
      {!first || setUp ? <Pass /> : null}
      <PlainButton id="leave" onTap={leavePhone}>
        {say.factorLeave}
      </PlainButton>
      {first ? null : <Words tone="soft">{say.factorLost}</Words>}
    </Stack>
  );
}

function SetUp({ secret, qr }: { secret: string; qr: string }) {
  return (
    <Card>
      <Words>{say.factorStep2}</Words>
      <View className="w-qr">
        <Picture src={svgUri(qr)} label={say.factorQr} width={220} height={220} />
      </View>
      <Words>{say.factorKey}</Words>
      <View className="w-key" id="factor-key">
        {inFours(secret)}
      </View>
      <Words tone="soft">{say.factorOnce}</Words>
      <Words>{say.factorStep3}</Words>
    </Card>
  );
}

function Pass() {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  async function pass() {
    if (code.length < 6) return setError(say.codeShort);
    setError(undefined);
    try {
      await become(await api.accounts.passSecondFactor({ code }));
    } catch (refused) {
      setError(errorOf(refused, 'code') ?? wordsOf(refused));
    }
  }
  return (
    <Stack>
      <CodeInput
        id="code"
        label={say.code}
        value={code}
        onChange={(typed) => [setCode(typed), setError(undefined)]}
        error={error}
        onEnter={pass}
      />
      <MainAct id="pass" onTap={pass}>
        {say.factorDone}
      </MainAct>
    </Stack>
  );
}
