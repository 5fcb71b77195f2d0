/** Styles of the cells that we write, by their place in `cellXfs`. */
export const style = { plain: 0, header: 1, text: 2, quoted: 3, bad: 4, badQuoted: 5, wrapped: 6 } as const;

const textFormat = 'numFmtId="49" applyNumberFormat="1"';
const xf = (attributes: string, alignment = ''): string =>
  alignment
    ? `<xf xfId="0" ${attributes} applyAlignment="1"><alignment ${alignment}/></xf>`
    : `<xf xfId="0" ${attributes}/>`;

const xfs = [
  xf('numFmtId="0" fontId="0" fillId="0" borderId="0"'),
  xf(
    `${textFormat} fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1"`,
    'horizontal="center" vertical="center" wrapText="1"',
  ),
  xf(`${textFormat} fontId="0" fillId="0" borderId="0"`),
  xf(`${textFormat} fontId="0" fillId="0" borderId="0" quotePrefix="1"`),
  xf(`${textFormat} fontId="2" fillId="3" borderId="0" applyFont="1" applyFill="1"`),
  xf(`${textFormat} fontId="2" fillId="3" borderId="0" applyFont="1" applyFill="1" quotePrefix="1"`),
  xf(`${textFormat} fontId="0" fillId="0" borderId="0"`, 'vertical="top" wrapText="1"'),
];

const fill = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const thin = ['left', 'right', 'top', 'bottom']
  .map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`)
  .join('');

/** xl/styles.xml */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
<fonts count="3"><font><sz val="11"/><name val="等线"/><charset val="134"/></font>\
<font><b/><sz val="11"/><name val="等线"/><charset val="134"/></font>\
<font><sz val="11"/><color rgb="FF9C0006"/><name val="等线"/><charset val="134"/></font></fonts>\
<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
${fill('FFDDEBF7')}${fill('FFFFC7CE')}</fills>\
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
<border>${thin}<diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>\
<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
