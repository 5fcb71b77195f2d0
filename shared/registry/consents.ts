/**
 * What an old person may be asked to agree to: one purpose each, with the words that are read to her, why it is needed
 * and what follows from a no (PIPL 29 and 30: separate consent, told with necessity and effect). New words get a new
 * version; consents to older words then stand as 需重新征求. Nothing here is ever ticked beforehand.
 */
export const consentPurposes = {
  health: {
    version: 1,
    label: '记录健康情况',
    text: '社区记录您的慢性病、过敏、饮食禁忌和能力评估，用来安排照护和送餐。只有照护您的工作人员能看。',
    ifNot: '不同意也能求助，但我们可能不知道要注意什么。',
  },
  location: {
    version: 1,
    label: '使用位置',
    text: '求助时使用您住处的位置，用来找最近的人。不记录您去过哪里。',
    ifNot: '不同意也能求助，只按小区找人，可能慢一些。',
  },
  family: {
    version: 1,
    label: '告诉家人',
    text: '把求助和服务的情况告诉您确认过的家人。',
    ifNot: '不同意，家人就收不到消息，您仍能自己求助。',
  },
  volunteers: {
    version: 1,
    label: '告诉志愿者',
    text: '志愿者接单后，让他看到您的照护提示，比如听力不好、走路要扶。',
    ifNot: '不同意，志愿者只看到电话和门牌，看不到照护提示。',
  },
  hospital: {
    version: 1,
    label: '告诉医院',
    text: '送医时，把您的病史、过敏和联系人告诉医生和急救人员。',
    ifNot: '不同意，我们只告诉医院您的姓名和联系人。',
  },
  visit: {
    version: 1,
    label: '上门探访',
    text: '工作人员和志愿者按约定到您家探访，看看您过得好不好。',
    ifNot: '不同意，我们改为打电话问候。',
  },
  entry: {
    version: 1,
    label: '紧急时进门',
    text: '您发生意外叫门不应时，钥匙保管人可以和工作人员、民警一起进门救助。',
    ifNot: '不同意，紧急时由民警或消防决定是否开门。',
  },
  photo: {
    version: 1,
    label: '服务拍照',
    text: '服务时可以拍照留作记录，只给您、家人和社区看，不用来宣传。',
    ifNot: '不同意，服务照常进行，只是不拍照。',
  },
} as const satisfies Record<string, ConsentPurposeRow>;

interface ConsentPurposeRow {
  /** Of the text; raised with every change of its meaning. */
  version: number;
  label: string;
  /** What is read to her. */
  text: string;
  /** What follows from a no. */
  ifNot: string;
}

export type ConsentPurpose = keyof typeof consentPurposes;
export const consentPurposeNames = Object.keys(consentPurposes) as [ConsentPurpose, ...ConsentPurpose[]];

/** Who said it. What a relative says is kept, and is not the old person's consent unless she is the lawful guardian. */
export const consentGivers = {
  elder: { label: '老人本人', counts: true },
  guardian: { label: '法定监护人', counts: true },
  relative: { label: '亲属代答', counts: false },
} as const satisfies Record<string, { label: string; counts: boolean }>;
export type ConsentGiver = keyof typeof consentGivers;
export const consentGiverNames = Object.keys(consentGivers) as [ConsentGiver, ...ConsentGiver[]];

/** How it was said and seen. */
export const consentHows = {
  paper: '当面签字',
  oral: '口头见证',
  phone: '电话录音',
  ownPhone: '本人手机确认',
} as const;
export type ConsentHow = keyof typeof consentHows;
export const consentHowNames = Object.keys(consentHows) as [ConsentHow, ...ConsentHow[]];

/** Where one purpose stands for one elder. */
export const consentStands = {
  none: '未征求',
  given: '已同意',
  refused: '不同意',
  withdrawn: '已撤回',
  renew: '需重新征求',
  relativeOnly: '仅亲属代答，需征求本人',
} as const;
export type ConsentStand = keyof typeof consentStands;
export const consentStandNames = Object.keys(consentStands) as [ConsentStand, ...ConsentStand[]];

/** What a stand is derived from: the newest record of the purpose. */
export interface ConsentSaid {
  purpose: ConsentPurpose;
  version: number;
  answer: 'given' | 'refused';
  giver: ConsentGiver;
  withdrawn: boolean;
}

/**
 * Where a purpose stands, by its newest record (null when she was never asked). A no and a withdrawal stand whatever
 * the words are now, and whoever said them: a doubt never turns into a yes.
 */
export function consentStandOf(purpose: ConsentPurpose, newest: ConsentSaid | null): ConsentStand {
  if (!newest) return 'none';
  if (newest.withdrawn) return 'withdrawn';
  if (newest.answer === 'refused') return 'refused';
  if (!consentGivers[newest.giver].counts) return 'relativeOnly';
  return newest.version < consentPurposes[purpose].version ? 'renew' : 'given';
}

/** True when something that needs this consent must stop: she has said no, or taken her yes back. */
export const isStopped = (stand: ConsentStand): boolean => stand === 'refused' || stand === 'withdrawn';
