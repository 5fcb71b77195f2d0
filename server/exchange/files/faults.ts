import { Refusal } from '@wubian/shared/refusals.ts';

/** Why a file is refused, and what to do: every reason has words of its own. */
const words = {
  tooBig: () => '文件太大，请分成几个文件上传。',
  notASheet: () => '这不是表格文件，请在 Excel 或 WPS 里另存为 .xlsx 再上传。',
  empty: () => '表里没有内容，请检查是不是选错了文件或工作表。',
  oldXls: () => '这是旧版 .xls 文件，请另存为 .xlsx 再上传。',
  encrypted: () => '文件加了密码，请去掉密码，另存为 .xlsx 再上传。',
  binaryWorkbook: () => '这是 .xlsb 文件，请另存为 .xlsx 再上传。',
  openDocument: () => '这是 .ods 文件，请另存为 .xlsx 再上传。',
  webPage: () => '这其实是网页，只是名字像表格。请用 Excel 或 WPS 打开，另存为 .xlsx 再上传。',
  utf16: () => '这个文本文件的编码读不了，请另存为 .xlsx 或“CSV UTF-8”再上传。',
  encoding: () => '文件里有认不出来的文字，请另存为 .xlsx 或“CSV UTF-8”再上传。',
  quotes: () => '文件里的引号没有成对，请用 Excel 或 WPS 打开，另存为 .xlsx 再上传。',
  damaged: () => '文件已损坏或没有传完整，请重新打开、另存为 .xlsx 再上传。',
  tooManyParts: () => '文件里的图片或附件太多，请把表格复制到新文件，另存为 .xlsx 再上传。',
  zip64: () => '文件的压缩方式读不了，请用 Excel 或 WPS 打开，另存为 .xlsx 再上传。',
  twice: () => '文件内部有重名的部分，请把表格复制到新文件，另存为 .xlsx 再上传。',
  paths: () => '文件内部有不安全的路径，请把表格复制到新文件，另存为 .xlsx 再上传。',
  macros: () => '文件里带有宏，请另存为 .xlsx（不带宏）再上传。',
  active: () => '文件里嵌有程序或控件，请只复制表格内容到新文件，另存为 .xlsx 再上传。',
  links: () => '文件引用了别的文件，请断开链接（粘贴为数值），另存为 .xlsx 再上传。',
  bomb: () => '文件解开后大得不正常，请把表格复制到新文件，另存为 .xlsx 再上传。',
  doctype: () => '文件内部有不允许的声明，请把表格复制到新文件，另存为 .xlsx 再上传。',
  overlap: () => '文件内部的各部分互相重叠，请把表格复制到新文件，另存为 .xlsx 再上传。',
  notAWorkbook: () => '这是压缩包，不是表格，请解压后上传里面的 .xlsx 文件。',
  noSuchSheet: (name: string) => `没有名为“${name}”的工作表，请重新选择。`,
  tooManyRows: (most: number) => `表格超过 ${most} 行，请分成几个文件上传。`,
  tooManyColumns: (most: number) => `表格超过 ${most} 列，请删去用不到的列再上传。`,
  longCell: (row: number, most: number) => `第 ${row} 行有一格超过 ${most} 个字，请缩短后再上传。`,
  tooManyFormulas: (most: number) => `公式超过 ${most} 处，请全选、复制，再“选择性粘贴”为数值后上传。`,
  tooHeavy: () => '这个文件太复杂，读不下来，请只留需要的表和列，或分成几个文件上传。',
  noHeader: (row: number) => `模板里没有第 ${row} 行，请检查表头在第几行。`,
};

export type Fault = keyof typeof words;
export type FaultFacts<F extends Fault> = Parameters<(typeof words)[F]>;

/** The refusal of a file; `data.fault` names the reason for whoever must tell them apart. */
export const fileRefusal = <F extends Fault>(fault: F, ...facts: FaultFacts<F>): Refusal =>
  new Refusal('file_refused', { words: (words[fault] as (...all: unknown[]) => string)(...facts), data: { fault } });
