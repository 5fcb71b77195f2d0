/**
 * The 26 items of GB/T 42195-2022 老年人能力评估规范, appendix B: names, maxima and what each score means, in short
 * words that keep every mark by which two scores differ. Maxima 32 + 15 + 28 + 15 = 90; higher is better.
 */

export interface AbilityItem {
  name: string;
  /** What is looked at. */
  about: string;
  /** What each score means: from 0 up to the item's maximum, in this order. */
  scores: readonly string[];
}

const helped = [
  '完全靠别人，不能配合',
  '主要靠别人，自己能配合',
  '要人帮，但以自己做为主',
  '别人指导或提示下自己做',
  '自己做，不用帮',
] as const;

export const abilityItems = {
  'B1.1': {
    name: '进食',
    about: '用合适的餐具把食物送进口中并咽下',
    scores: [
      '完全靠别人喂，或吞咽困难，或留置营养管',
      '要别人动手大量帮助，或经常呛咳（每周一次及以上）',
      '要别人动手少量帮助，或偶尔呛咳（每月一次及以上）',
      '指导或提示下完成，或自己用辅具，没有呛咳',
      '自己用餐具吃，没有呛咳',
    ],
  },
  'B1.2': { name: '修饰', about: '洗脸、刷牙、梳头、刮脸、剪指甲等', scores: helped },
  'B1.3': { name: '洗澡', about: '清洗和擦干身体', scores: helped },
  'B1.4': { name: '穿/脱上衣', about: '穿脱上身衣服、系扣、拉拉链', scores: helped },
  'B1.5': { name: '穿/脱裤子和鞋袜', about: '穿脱裤子、鞋、袜', scores: helped },
  'B1.6': {
    name: '小便控制',
    about: '控制和排出小便',
    scores: [
      '完全控制不住，或留置导尿管',
      '白天多半控制不住（每天至少一次），夜间失禁，或要人大量帮用尿布、尿垫',
      '白天多半能控制，偶尔失禁（不到每天一次，多于每周一次），夜间较差，或要人少量帮用尿布、尿垫',
      '白天能控制，夜间次数多、控制较差，或自己用尿布、尿垫',
      '自己能控制，次数正常',
    ],
  },
  'B1.7': {
    name: '大便控制',
    about: '控制和排出大便',
    scores: [
      '严重便秘或完全失禁，排便、清洁都靠别人',
      '每天至少一次便秘或失禁，但未完全失控，或要人大量帮用开塞露、尿垫',
      '经常便秘或失禁（不到每天一次，多于每周一次），或要人少量帮用开塞露、尿垫',
      '有时便秘或失禁（不到每天一次），或自己用开塞露、尿垫',
      '自己能正常排便',
    ],
  },
  'B1.8': { name: '如厕', about: '上厕所：解裤、排便、清洁、穿好裤子', scores: helped },

  'B2.1': { name: '床上体位转移', about: '在床上翻身、坐起、躺下', scores: helped },
  'B2.2': { name: '床椅转移', about: '从坐到站，再从站到坐', scores: helped },
  'B2.3': {
    name: '平地行走',
    about: '双脚交替行走，可有人扶或用辅具',
    scores: [
      '完全不能走',
      '要人大量搀扶',
      '要人少量搀扶',
      '能走约 50 米但可能跌倒，要人看护或指导，或用拐杖、助行器',
      '自己能走约 50 米，没有跌倒风险',
    ],
  },
  'B2.4': {
    name: '上下楼梯',
    about: '双脚交替连续上下台阶',
    scores: [
      '主要靠别人，或完全靠别人',
      '要人帮，但以自己做为主',
      '别人指导或提示下自己做',
      '自己能连续上下 10 到 15 级',
    ],
  },

  'B3.1': {
    name: '时间定向',
    about: '知道现在是什么时间',
    scores: [
      '没有时间观念',
      '年月日不清楚，知道上午下午或白天夜间',
      '年月日不清楚，知道上半年下半年或季节',
      '年、月、日（或星期几）不能全分清，相差两天及以上',
      '年、月清楚，日期（或星期几）最多差一天',
    ],
  },
  'B3.2': {
    name: '空间定向',
    about: '知道自己在什么地方',
    scores: [
      '不能单独外出，没有空间观念',
      '不能单独外出，只知道少量住处信息',
      '不能单独外出，知道较多住处信息',
      '不能单独外出，能准确说出住处地址',
      '能在日常范围内单独外出，如小区内购物',
    ],
  },
  'B3.3': {
    name: '人物定向',
    about: '认得身边的人',
    scores: [
      '谁也不认识，包括自己',
      '只认识自己或极少数同住的人',
      '认识部分同住的人，能称呼或知道关系',
      '认识大部分同住的人，能称呼或知道关系',
      '认识长期同住的人，能称呼并知道关系',
    ],
  },
  'B3.4': {
    name: '记忆',
    about: '短时、近期和远期记忆',
    scores: [
      '完全不能正确回忆往事',
      '重度：远期记不得，如老朋友',
      '中度：近期记不得，如上一顿饭',
      '轻度：3 个词过 5 分钟只记得 0 到 1 个',
      '记忆与年龄相称，能完整回忆',
    ],
  },
  'B3.5': {
    name: '理解能力',
    about: '听懂别人的话和示意，可用助听器',
    scores: [
      '完全不能理解',
      '严重困难，要大量帮助',
      '有困难，要反复说或说得简单',
      '能理解，但要多给时间',
      '能正常理解',
    ],
  },
  'B3.6': {
    name: '表达能力',
    about: '用话语或示意说出自己的想法',
    scores: [
      '完全不能表达',
      '严重困难，要大量帮助',
      '有困难，要反复说或说得简单',
      '能表达，但要多给时间',
      '能正常表达',
    ],
  },
  'B3.7': {
    name: '攻击行为',
    about: '打踢推咬抓、摔东西，或骂人、威胁、尖叫',
    scores: ['近一个月有过', '没有'],
  },
  'B3.8': {
    name: '抑郁症状',
    about: '情绪低落、没兴趣、没精神，甚至妄想、幻觉、轻生念头',
    scores: ['近一个月有过', '没有'],
  },
  'B3.9': {
    name: '意识水平',
    about: '对自己和周围的反应；昏迷的另在下面勾选',
    scores: ['昏睡：强刺激下才短时醒来；或昏迷', '嗜睡：叫得醒，停下又睡；或意识模糊', '清醒，对周围反应正确'],
  },

  'B4.1': {
    name: '视力',
    about: '戴平时的眼镜看',
    scores: ['只能看到光、颜色和形状，或完全失明', '看得清大字、看不清书报小字；或看不清大标题、能认出物体', '正常'],
  },
  'B4.2': {
    name: '听力',
    about: '可戴平时的助听器',
    scores: ['大声或很慢地说才听到一部分，或完全失聪', '轻声或两米外听不清；或要安静、大声才听得到', '正常'],
  },
  'B4.3': {
    name: '执行日常事务',
    about: '计划、安排并完成，如洗衣、小额购物、管药',
    scores: ['完全靠别人', '要大量帮助', '要少量帮助', '要人看护或指导', '自己完成，不用帮'],
  },
  'B4.4': {
    name: '使用交通工具外出',
    about: '怎样出门',
    scores: [
      '只能由人帮着坐出租车或私家车，或不能出门',
      '有人陪伴可坐公共交通',
      '自己会坐出租车，不会坐其他公共交通',
      '自己会骑车或坐公共交通',
    ],
  },
  'B4.5': {
    name: '社会交往能力',
    about: '与人来往，适应环境',
    scores: [
      '不能与人来往',
      '勉强来往，谈话不清楚，表情不恰当',
      '脱离社会，只被动来往，常说不合适的话，容易上当',
      '能适应单纯环境，主动来往，听不懂言外之意',
      '能适应社会环境，待人得当',
    ],
  },
} as const satisfies Record<string, AbilityItem>;

export type ItemCode = keyof typeof abilityItems;
export const itemCodes = Object.keys(abilityItems) as [ItemCode, ...ItemCode[]];
export const itemOf = (code: ItemCode): AbilityItem => abilityItems[code];
/** The most that an item can score. */
export const maxOf = (code: ItemCode): number => abilityItems[code].scores.length - 1;

/** The four 一级指标; an item's code begins with its block's. */
export const abilityBlocks = {
  B1: '自理能力',
  B2: '基础运动能力',
  B3: '精神状态',
  B4: '感知觉与社会参与',
} as const;
export type BlockCode = keyof typeof abilityBlocks;
export const blockCodes = Object.keys(abilityBlocks) as [BlockCode, ...BlockCode[]];

/** The items of a block, in the order of the standard. */
export const itemsOf = (block: BlockCode): ItemCode[] => itemCodes.filter((code) => code.startsWith(`${block}.`));
