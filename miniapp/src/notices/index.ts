export { NoticeBell } from './notice-bell.tsx';
export { useUnread } from './use-notices.ts';
export { noticeWords } from './words.ts';
