/** What each side of the pentagon is, and how far it stands today. */
export const sideWords = {
  title: '五边服务',
  about: {
    bedside: '上门评估、护理、康复，照顾躺在床上的老人。',
    table: '老人家食堂，订餐、送餐、有补贴。',
    companion: '志愿者和邻居上门帮忙，七助七送。',
    nearby: '身边的服务点、活动室，走路就到。',
    response: '一点就有人应，急救和报警电话都在。',
  },
  /** What to do today where the pages are not there yet. */
  today: {
    bedside: '手机上还不能办。要上门照护，打社区电话。',
    table: '手机上还不能订。要订餐，打社区电话。',
    companion: '现在就能用，点上面的大按钮。',
    nearby: '手机上还看不到。问服务点，打社区电话。',
    response: '红色按钮一按就有人来；也能打急救电话。',
  },
  here: (name: string) => `您在「${name}」这一边：`,
  ring: (name: string) => `打${name}电话`,
} as const;
