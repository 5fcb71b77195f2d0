/** Words of the page that says whom messages do not reach. */
export const reachWords = {
  title: '谁收不到消息',
  lead: '这些人缺一种收消息的办法。请他们打开小程序接一次单，或补上电话。',
  list: '名单',
  none: '人人都能收到消息。',
  some: (shown: number, total: number) => (shown < total ? `共 ${total} 人，先看 ${shown} 人` : `共 ${total} 人`),
  name: '姓名',
  role: '身份',
  missing: '缺什么',
  ways: '还能怎么找到',
  left: '微信提醒还剩',
  times: (count: number) => `${count} 次`,
  phone: '电话',
  wechat: '微信',
  app: '应用内',
  noWay: '没有办法',
};
