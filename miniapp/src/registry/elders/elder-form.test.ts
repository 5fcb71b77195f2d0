import { describe, expect, it } from 'vitest';
import { checkForm, dayTyped, type ElderForm, emptyForm } from './elder-form.ts';

const id = '0123456789abcdef01234567';
const filled: ElderForm = {
  ...emptyForm(id),
  name: ' 王秀兰 ',
  sex: 'female',
  birthDate: '1942.5.2',
  phone: '138 0000 1234',
  estateId: id,
  building: '3',
  room: '501',
  handicap: '0',
  familyPlanning: 'no',
  contacts: [{ name: '周敏', relation: '女儿', phone: '13900001234' }],
};

describe('the elder form', () => {
  it('gives the facts of the contract, and leaves unknown what nobody knows', () => {
    expect(checkForm(filled)).toMatchObject({
      facts: {
        name: '王秀兰',
        birthDate: '1942-05-02',
        phone: '13800001234',
        abilityLevel: null,
        living: null,
        handicapGrade: 0,
        familyPlanningSpecial: false,
      },
    });
  });
  it('says beside each field what is missing, in words', () => {
    const empty = { ...emptyForm(), contacts: [{ name: '', relation: '女儿', phone: '12' }] };
    expect(checkForm(empty)).toEqual({
      errors: {
        name: '请填老人姓名',
        sex: '请选择性别',
        birthDate: '日期不对，如 1942-05-02',
        'address.communityId': '请选择社区',
        'address.estateId': '请选择小区',
        'contacts.0.name': '请填联系人姓名',
        'contacts.0.phone': '请填手机号，或带区号的座机号',
      },
    });
  });
  it('reads days as people type them', () => {
    expect(['19420502', '1942年5月2日', '1942-5-2', '不记得'].map(dayTyped)).toEqual([
      '1942-05-02',
      '1942-05-02',
      '1942-05-02',
      '不记得',
    ]);
  });
});
