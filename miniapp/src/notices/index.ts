export { askConsent, useAskConsent } from './ask-consent.ts';
export { NoticeBell } from './notice-bell.tsx';
