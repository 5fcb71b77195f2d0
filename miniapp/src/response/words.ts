/** Words of the page for need: whom to ring. */
export const helpWords = {
  title: '紧急求助',
  lead: '有生命危险，先打 120。点一下就拨号。',
  community: '社区',
  family: '家人',
  worker: (name: string) => `工作人员 ${name}`,
  communityPhone: (name: string) => `${name}电话`,
  of: (name: string) => `${name}的家人`,
  anyCommunity: '社区电话',
  whichCommunity: '您在哪个社区',
  noNumbers: '登录后，这里有社区和家人的电话。',
  kept: '没有网络也能打，电话存在手机里。',
  call: (label: string, phone: string) => `打电话：${label}，${phone}`,
} as const;
