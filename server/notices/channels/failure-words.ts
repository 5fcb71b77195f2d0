import type { RefusedKind } from './channel.ts';

/** What a screen says when a message did not go out. */
const byKind: Record<RefusedKind, string> = {
  noConsent: '对方没有留微信提醒次数',
  quota: '这个号码今天收得太多，换别的方式',
  badAddress: '没有能用的号码或微信',
  temporary: '对方服务暂时不通，试了三次',
  permanent: '对方服务拒绝了这条消息',
};

/** What a receipt or our own rule says more exactly, by code. */
const byCode: Record<string, string> = {
  notConfigured: '这个渠道没有开通',
  noTemplate: '这类消息没有配模板',
  noAccount: '没有账号，收不到应用内消息',
  noPhone: '没有留电话',
  noOpenid: '没有绑定微信',
  200002: '电话占线',
  200003: '电话没有人接',
  200004: '号码不对',
  200005: '电话打不通或被拒接',
  200007: '不在服务区',
  200010: '手机关机',
  200011: '号码停机',
  200121: '线路忙',
};

/** The words for a failure. */
export const failureWords = (code: string, kind: RefusedKind = 'permanent'): string => byCode[code] ?? byKind[kind];
