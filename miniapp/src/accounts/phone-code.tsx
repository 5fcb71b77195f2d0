import { View } from '@tarojs/components';
import { Mobile } from '@wubian/shared/wire.ts';
import { useState } from 'react';
import { api } from '../api.ts';
import { now } from '../platform/clock.ts';
import { toFirstWrong } from '../platform/scroll.ts';
import { Card, CodeInput, errorOf, MainAct, PlainButton, Stack, TextInput, Words } from '../ui/index.ts';
import { useCountdown } from './use-countdown.ts';
import { accountWords as say } from './words.ts';

const againAfterMs = 60_000;

interface Sent {
  phone: string;
  validMinutes: number;
  demoCode: string | null;
}

interface PhoneCodeProps {
  /** What the code is good for, e.g. 登录. */
  act: string;
  /** Does it; a refusal is shown beside the field. */
  use: (given: { phone: string; code: string }) => Promise<unknown>;
}

/** A phone number, then the six digits that were sent to it: the way in on the web, and to bind a number. */
export function PhoneCode({ act, use }: PhoneCodeProps) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState<Sent>();
  const [again, setAgain] = useState(0);
  const [error, setError] = useState<unknown>();
  const wait = useCountdown(again);

  function refuse(why: unknown) {
    setError(why);
    toFirstWrong();
  }

  async function send() {
    const typed = Mobile.safeParse(phone);
    if (!typed.success) return setError(new Error(say.phoneShort));
    setError(undefined);
    try {
      const { validMinutes, demoCode } = await api.accounts.sendCode({ phone: typed.data });
      setSent({ phone: typed.data, validMinutes, demoCode });
      setAgain(now() + againAfterMs);
    } catch (refused) {
      setError(refused);
    }
  }

  async function enter() {
    if (!sent) return;
    if (code.length < 6) return refuse(new Error(say.codeShort));
    setError(undefined);
    try {
      await use({ phone: sent.phone, code });
    } catch (refused) {
      refuse(refused);
    }
  }

  if (!sent)
    return (
      <Stack>
        <TextInput
          id="phone"
          kind="phone"
          label={say.phone}
          hint={say.phoneHint}
          value={phone}
          onChange={(typed) => [setPhone(typed), setError(undefined)]}
          maxLength={20}
          error={wordsFor(error, 'phone')}
          onEnter={send}
        />
        <MainAct id="send-code" onTap={send}>
          {say.sendCode}
        </MainAct>
      </Stack>
    );
  return (
    <Stack>
      <View>
        <Words tone="strong">{say.sentTo(sent.phone)}</Words>
        <Words tone="soft">{say.validFor(sent.validMinutes)}</Words>
      </View>
      {sent.demoCode ? (
        <Card tone="glow">
          <Words>{say.demoCode}</Words>
          <View className="w-code">{sent.demoCode}</View>
        </Card>
      ) : null}
      <CodeInput
        id="code"
        label={say.code}
        value={code}
        onChange={(typed) => [setCode(typed), setError(undefined)]}
        error={wordsFor(error, 'code')}
        onEnter={enter}
      />
      <MainAct id="enter" onTap={enter}>
        {act}
      </MainAct>
      <PlainButton id="again" disabled={wait > 0} onTap={send}>
        {wait > 0 ? say.againIn(wait) : say.again}
      </PlainButton>
      <PlainButton id="other-phone" onTap={() => [setSent(undefined), setCode(''), setError(undefined)]}>
        {say.otherPhone}
      </PlainButton>
    </Stack>
  );
}

const wordsFor = (error: unknown, field: string): string | undefined =>
  errorOf(error, field) ?? (error instanceof Error ? error.message : undefined);
