import { childrenLiveLabels, livingLabels } from '@wubian/shared/registry/categories.ts';
import type { Area } from '../use-areas.ts';
import type { ElderForm } from './elder-form.ts';
import type { FormField } from './merge-form.ts';
import { elderWords as w } from './words.ts';

/** One field of a form in the words in which a worker reads it; '' when there is nothing. */
export function fieldValue(form: ElderForm, field: FormField, areas: readonly Area[]): string {
  const nameOf = (rows: readonly { id: string; name: string }[], id: string) =>
    rows.find((one) => one.id === id)?.name ?? '';
  switch (field) {
    case 'sex':
      return form.sex && w.sex[form.sex];
    case 'bornKnown':
    case 'birthDate':
      return form.bornKnown === 'yes' ? form.birthDate : w.unknown;
    case 'communityId':
      return nameOf(areas, form.communityId);
    case 'estateId':
      return nameOf(
        areas.flatMap(({ estates }) => estates),
        form.estateId,
      );
    case 'gridId':
      return nameOf(
        areas.flatMap(({ grids }) => grids),
        form.gridId,
      );
    case 'living':
      return form.living ? livingLabels[form.living] : w.unknown;
    case 'childrenLive':
      return form.childrenLive ? childrenLiveLabels[form.childrenLive] : w.unknown;
    case 'ability':
      return form.ability ? (w.abilityLevels[Number(form.ability)] ?? '') : w.unknown;
    case 'handicap':
      return form.handicap ? (w.handicapGrades[Number(form.handicap)] ?? '') : w.unknown;
    case 'familyPlanning':
      return form.familyPlanning ? w.yesNo[form.familyPlanning] : w.unknown;
    case 'contacts':
      return form.contacts.map(({ name, relation, phone }) => `${name}（${relation}）${phone}`).join('，');
    case 'point':
      return '';
    default:
      return form[field];
  }
}
