import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const key = Buffer.alloc(32, 7).toString('base64');
const other = Buffer.alloc(32, 9).toString('base64');
const keys = { FIELD_KEYS: `1:${key}`, INDEX_KEY: key };

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
  }
  return [];
};

describe('readConfig', () => {
  it('needs nothing for a demo on this machine only', () => {
    expect(readConfig({})).toEqual({
      port: 8700,
      host: '127.0.0.1',
      dataDir: './data',
      mongodbUri: null,
      production: false,
      demo: true,
      fieldKeys: null,
      indexKey: null,
      wechat: null,
      sms: null,
      wechatTemplates: {},
      smsMessages: null,
      voice: null,
      wecom: null,
      hookSecret: null,
      logLevel: 'info',
      trustProxy: false,
      privateGlibc: null,
    });
  });

  it('has no demo in production and is reachable there', () => {
    expect(readConfig({ NODE_ENV: 'production', ...keys })).toMatchObject({
      production: true,
      demo: false,
      host: '0.0.0.0',
    });
  });

  it('takes an empty variable for unset and ignores foreign ones', () => {
    expect(readConfig({ PORT: ' ', MONGODB_URI: '', PATH: '/bin' })).toMatchObject({ port: 8700, mongodbUri: null });
  });

  it('reads keys, the newest first', () => {
    const { fieldKeys, indexKey } = readConfig({ FIELD_KEYS: `1:${key}, 2:${other}`, INDEX_KEY: key });
    expect(fieldKeys!.map(({ id }) => id)).toEqual([2, 1]);
    expect(fieldKeys![0]!.key.toString('base64')).toBe(other);
    expect(indexKey).toHaveLength(32);
  });

  it('reads the channels of messages, each on top of its account', () => {
    const account = {
      SMS_ACCESS_KEY_ID: 'a',
      SMS_ACCESS_KEY_SECRET: 'b',
      SMS_SIGN_NAME: '五边',
      SMS_TEMPLATE_CODE: 'S',
    };
    const given = {
      ...{ ...account, SMS_ALARM_TEMPLATE: 'SMS_2', WECOM_ROBOT_KEY: 'k', HOOK_SECRET: '0123456789abcdef' },
      ...{ VOICE_SHOW_NUMBER: '022', VOICE_ALARM_CODE: 'TTS_1', VOICE_ACCEPTED_CODE: 'TTS_2' },
      ...{ WECHAT_APPID: 'wx', WECHAT_SECRET: 's', WECHAT_TEMPLATES: 'alarm:TPL-00001:thing1=title:time2=at' },
    };
    expect(readConfig(given)).toMatchObject({
      wechatTemplates: { alarm: { id: 'TPL-00001', params: { thing1: 'title', time2: 'at' } } },
      smsMessages: { alarm: 'SMS_2', drill: null, notice: null },
      voice: { accessKeyId: 'a', showNumber: '022', alarm: 'TTS_1', drill: null, accepted: 'TTS_2' },
      wecom: { key: 'k', base: 'https://qyapi.weixin.qq.com' },
      hookSecret: '0123456789abcdef',
    });
    const wrong = (more: Record<string, string>) => () => readConfig({ ...given, ...more });
    expect(wrong({ WECHAT_TEMPLATES: 'alarm:TPL-00001' })).toThrow('WECHAT_TEMPLATES');
    expect(wrong({ WECHAT_TEMPLATES: 'fire:TPL-00001:thing1=title' })).toThrow('WECHAT_TEMPLATES');
    expect(wrong({ HOOK_SECRET: 'short' })).toThrow('HOOK_SECRET');
    expect(wrong({ VOICE_ALARM_CODE: '' })).toThrow('VOICE_ALARM_CODE');
    const withoutAccount = {
      SMS_ACCESS_KEY_ID: '',
      SMS_ACCESS_KEY_SECRET: '',
      SMS_SIGN_NAME: '',
      SMS_TEMPLATE_CODE: '',
    };
    expect(wrong(withoutAccount)).toThrow('要先设置 SMS_ACCESS_KEY_ID');
  });

  it('reads WeChat and SMS when they are complete', () => {
    const sms = {
      SMS_ACCESS_KEY_ID: 'a',
      SMS_ACCESS_KEY_SECRET: 'b',
      SMS_SIGN_NAME: '五边',
      SMS_TEMPLATE_CODE: 'SMS_1',
    };
    const config = readConfig({ WECHAT_APPID: 'wx1', WECHAT_SECRET: 's', WECHAT_BASE: 'http://127.0.0.1:9', ...sms });
    expect(config.wechat).toEqual({ appid: 'wx1', secret: 's', base: 'http://127.0.0.1:9' });
    expect(config.sms).toMatchObject({ accessKeyId: 'a', signName: '五边', endpoint: 'dysmsapi.aliyuncs.com' });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ MONGODB_URI: 'localhost:27017' }, 'MONGODB_URI'],
    [{ DEMO: 'yes' }, 'DEMO'],
    [{ NODE_ENV: 'prod' }, 'NODE_ENV'],
    [{ NODE_ENV: 'production', DEMO: '1', ...keys }, 'DEMO'],
    [{ NODE_ENV: 'production', INDEX_KEY: key }, 'FIELD_KEYS'],
    [{ NODE_ENV: 'production', FIELD_KEYS: `1:${key}` }, 'INDEX_KEY'],
    [{ FIELD_KEYS: key }, 'FIELD_KEYS'],
    [{ FIELD_KEYS: `1:${key},1:${other}` }, 'FIELD_KEYS'],
    [{ FIELD_KEYS: '1:c2hvcnQ=' }, 'FIELD_KEYS'],
    [{ FIELD_KEYS: `0:${key}` }, 'FIELD_KEYS'],
    [{ INDEX_KEY: 'short' }, 'INDEX_KEY'],
    [{ WECHAT_APPID: 'wx1' }, 'WECHAT_SECRET'],
    [{ WECHAT_BASE: 'ftp://x' }, 'WECHAT_BASE'],
    [{ SMS_SIGN_NAME: '五边' }, 'SMS_ACCESS_KEY_ID、SMS_ACCESS_KEY_SECRET、SMS_TEMPLATE_CODE'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY'],
  ] as [Record<string, string>, string][])('refuses %j, naming the variable in words', (env, name) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}：.*[\u4e00-\u9fff]`));
  });

  it('lists every problem at once and never a secret', () => {
    const problems = problemsOf({
      PORT: 'x',
      INDEX_KEY: 'my-secret-key',
      WECHAT_SECRET: 'my-secret-too',
      NODE_ENV: 'production',
    });
    expect(problems).toHaveLength(4);
    expect(problems.join()).not.toContain('my-secret');
  });
});
