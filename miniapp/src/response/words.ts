/** Words of the page for need: whom to ring. */
export const helpWords = {
  title: '打电话求助',
  toSos: '一键求助，叫社区来人',
  lead: '有生命危险，先打 120。点一下就拨号。',
  community: '社区',
  family: '家人和联系人',
  worker: (name: string) => `工作人员 ${name}`,
  communityPhone: (name: string) => `${name}电话`,
  anyCommunity: '社区电话',
  whichCommunity: '您在哪个社区',
  callEmergency: (phone: string, name: string) => `${phone} ${name}，打电话`,
  call: (label: string, phone: string) => `打电话：${label}，${phone}`,
} as const;
