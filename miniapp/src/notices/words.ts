/** Words of the notices. */
export const noticeWords = {
  title: '消息',
  unread: '条未读消息',
  bell: (count: number) => (count ? `消息，${count} 条未读` : '消息'),
  empty: '现在没有消息。',
  readAll: '全部标为已读',
  urgent: '要紧',
  fresh: '新',
  read: '看过了',
  detail: '看详情',
};
