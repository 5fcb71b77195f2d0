import { View } from '@tarojs/components';
import { useState } from 'react';
import { Personas } from '../../accounts/personas.tsx';
import { PhoneCode } from '../../accounts/phone-code.tsx';
import { enter } from '../../accounts/use-me.ts';
import { accountWords as say } from '../../accounts/words.ts';
import { api } from '../../api.ts';
import { wechatCanSignIn, wechatCode } from '../../platform/wechat-login.ts';
import { MainAct, Page, PentagonSign, PlainButton } from '../../ui/index.ts';

/** The way in: WeChat inside WeChat, phone and code anywhere; no password exists. */
export default function SignIn() {
  const [byPhone, setByPhone] = useState(!wechatCanSignIn);
  return (
    <Page title={say.signIn} sos>
      <View className="w-hero">
        <PentagonSign size={88} label="" />
      </View>
      {byPhone ? (
        <PhoneCode act={say.signIn} use={async (given) => enter(await api.accounts.signInByCode(given))} />
      ) : (
        <>
          <MainAct
            id="wechat"
            onTap={async () => enter(await api.accounts.signInByWechat({ code: await wechatCode() }))}
          >
            {say.wechat}
          </MainAct>
          <PlainButton id="by-phone" onTap={() => setByPhone(true)}>
            {say.byPhone}
          </PlainButton>
        </>
      )}
      <Personas />
    </Page>
  );
}
