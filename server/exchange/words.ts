/** How the last line of an export begins; importing passes over it. */
export const watermarkStart = /^共 \d+ 人；由 /u;

/** Every word of this room that a user reads, beside refusals, tables of the contract and the readers of cells. */
export const words = {
  templateSheet: '老人名单',
  templateName: '老人名单导入模板.xlsx',
  ruleRequired: '新建档案必填；老档案空着就不改。',
  ruleBlank: '空着就不改；要清掉原来的内容，填“清空”。',
  errorSheetName: (fileName: string) => `出错表-${fileName.replace(/\.\w+$/, '')}.xlsx`,
  exportName: (day: string) => `老人名单-${day}.xlsx`,
  why: (source: string, fileName: string) => `导入：${source}（${fileName}）`.slice(0, 100),

  notThatSize: '文件没有传完整，请重新选择文件再上传。',
  noHeader: '前 10 行里没有认出表头。请检查表头里有没有“姓名”“身份证号”这样的列名。',
  twiceMapped: (title: string) => `“${title}”对应了两列，请只留一列。`,
  columnsDiffer: '列数和表格对不上，请刷新后重选。',
  fileGone: '上传的文件已过 24 小时被删除，请重新上传。',
  gaveUp: '处理时出了问题，没有做完。请稍后再试；还不行，请联系管理员。',
  unknownArea: (what: string, said: string, nearest: string | null) =>
    nearest
      ? `没有叫“${said}”的${what}，是不是“${nearest}”？请改成系统里的名称。`
      : `没有叫“${said}”的${what}，请改成系统里的名称。`,
  outside: (name: string) => `“${name}”不在您管的范围内。`,
  severalEstates: (name: string) => `几个社区都有“${name}”，请同时填社区。`,
  estateElsewhere: (estate: string, community: string) => `“${estate}”不在“${community}”，请核对社区和小区。`,
  movedWithoutEstate: '换了社区，请同时填小区。',
  noEstateInLine: '认不出是哪个小区，请写成 小区名+3号楼2门501，或在“小区”一列里填。',
  needed: (label: string) => `新建档案要填${label}。`,
  cannotClear: (label: string) => `${label}不能清空。`,
  masked: '这里是打了星号的内容，请填完整，或保持原样不改。',
  personForm: '认不出来，请写成 周敏（女儿）13800005678，几位之间用分号隔开。',
  deviceForm: '认不出来，请写成 一键呼叫器，在床头；几件之间用分号隔开。',
  contactName: '请填联系人姓名。',
  contactPhone: '请填联系人电话。',
  noRelation: '未注明',
  noWorker: (name: string) => `本社区没有叫“${name}”的网格员或负责人，请核对姓名。`,
  severalWorkers: (name: string) => `本社区有几位“${name}”，请在档案里指定责任人。`,
  oldStandard: '这是旧标准 MZ/T 039 的结果，和现在的等级不能换算。请清空这里，在“能力评估”里按旧标准录入。',
  whichStandard: '要同时填评估标准：GB/T 42195-2022。别的标准的结果不能填在这里。',
  whichDay: '有能力等级就要填评估日期。',
  bornLater: '出生日期不能晚于今天。',
  sameIdAbove: (row: number) => `证件号和第 ${row} 行相同，请只留一行。`,
  sameNumberAbove: (row: number) => `档案号和第 ${row} 行相同，请核对。`,
  samePersonAbove: (row: number) => `和第 ${row} 行是同一个人，请只留一行。`,
  numberHeldTwice: '有几份档案都是这个档案号，请改用证件号，或先合并档案。',
  twoFiles: '档案号和证件号指的不是同一份档案，请核对。',
  otherPerson: '这个档案号的姓名、证件号和表里都不一样，请核对档案号。',
  dead: '这位老人已登记去世。如果登记错了，请先在档案里撤销，再导入。',
  twin: '姓名、出生日期、住址和这份档案对得上，请确认是不是同一个人。',
  twinSeveral: (n: number) => `有 ${n} 份档案对得上，请确认是不是下面这一位。`,
  sameCannot: '合到原档案里会有矛盾，请在表里改好再导入',
  newCannot: '当作新档案还缺内容，请在表里改好再导入',

  conflictMoved: '检查之后有人改过这份档案，没有写入。请再检查、导入一次。',
  conflictIdNumber: '另一份档案已有这个证件号，没有写入。请先核对那一份。',
  keptLater: '导入之后又有人改过，或已有求助、授权、评估，所以没有撤销。',

  applying: (n: number) => `写入 ${n} 行`,
  undoing: (n: number) => `撤销 ${n} 行`,
  /** The name without its ending, which is no Chinese word. */
  checked: (fileName: string) => `检查表格：${fileName.replace(/\.[a-z]{2,5}$/i, '')}`.slice(0, 60),
  errorsOf: '带出错表下载（含原表内容）',
  exported: (columns: number, hidden: boolean) =>
    `导出名单：${columns} 列，${hidden ? '敏感内容已隐去' : '含敏感内容'}`,
  downloaded: (name: string) => `下载：${name}`,
  inExport: '导出名单（含完整信息）',
  sayWhy: '请写明导出完整信息的原因。',
  chooseColumns: '请先选要导出的列。',
  templateUnread: '模板里没有认出表头，请检查表头里有没有“姓名”这样的列名。',
  watermark: (who: string, when: string, count: number, reason: string) =>
    `共 ${count} 人；由 ${who} 于 ${when} 导出${reason ? `；原因：${reason}` : ''}。请妥善保管，用后删除。`,
} as const;
