import { describe, expect, it } from 'vitest';
import { openHouse } from './house.ts';

/** A machine without accounts: empty variables are as good as none. */
const bare = Object.fromEntries(
  ['WECHAT_APPID', 'WECHAT_SECRET', 'WECHAT_TEMPLATES', 'SMS_ACCESS_KEY_ID', 'SMS_ACCESS_KEY_SECRET', 'SMS_SIGN_NAME']
    .concat(['SMS_TEMPLATE_CODE', 'SMS_ALARM_TEMPLATE', 'VOICE_SHOW_NUMBER', 'VOICE_ALARM_CODE', 'VOICE_ACCEPTED_CODE'])
    .concat(['WECOM_ROBOT_KEY'])
    .map((name) => [name, '']),
);

describe('without accounts', () => {
  it('the terminal speaks in place of each channel, and it counts as sent', async () => {
    const house = await openHouse({ ...bare, NODE_ENV: 'development', DEMO: '1' });
    const who = house.someone({ name: '刘芳', phone: '13800001002' });
    const one = house.message(who, { channels: ['wechat', 'sms', 'voice', 'wecom'], code: 'abcdefgh' });
    await house.send(one);
    expect(house.said.sort()).toEqual([
      '【企业微信】→ 刘芳：【紧急】王**按了求助，水西里，等人接',
      '【微信】→ 刘芳：【紧急】王**按了求助，水西里，等人接',
      '【电话】→ 刘芳 138****1002：【紧急】王**按了求助，水西里，等人接（按 1 表示我去）',
      '【短信】→ 刘芳 138****1002：【紧急】王**按了求助，水西里，等人接（应答码 abcdefgh）',
    ]);
    expect((await house.outcome(one)).sort()).toEqual(['sms sent', 'voice sent', 'wechat sent', 'wecom sent']);
    const { wechat } = (await house.room.door.reach(house.streetId, [who.accountId])).get(who.accountId)!;
    expect(wechat).toBe(true);
  });

  it('a drill is marked once, whether its words say so or not', async () => {
    const house = await openHouse({ ...bare, NODE_ENV: 'development', DEMO: '1' });
    const who = house.someone({ name: '刘芳', phone: '13800001002' });
    const drill = { kind: 'drill' as const, channels: ['wechat' as const], body: '' };
    await house.send(house.message(who, { ...drill, title: '【演练】紧急求助' }));
    await house.send(house.message(who, { ...drill, title: '紧急求助' }));
    expect(house.said).toEqual(['【微信】→ 刘芳：【演练】紧急求助', '【微信】→ 刘芳：【演练】紧急求助']);
  });

  it('in production nothing is said, and each channel is left for the next', async () => {
    const house = await openHouse(bare);
    const one = house.message(house.someone(), { channels: ['app', 'wechat'], otherwise: ['sms', 'voice'] });
    await house.send(one);
    expect((await house.outcome(one)).sort()).toEqual([
      'app sent',
      'sms notConfigured',
      'voice notConfigured',
      'wechat notConfigured',
    ]);
    expect(house.said).toEqual([]);
  });
});
