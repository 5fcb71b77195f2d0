import { roleMay } from '@wubian/shared/roles.ts';
import { useMe } from '../../../accounts/index.ts';
import { go, useParams } from '../../../platform/nav.ts';
import { RegistryDesk } from '../../../registry/desk/registry-desk.tsx';
import type { DeskFilter } from '../../../registry/desk/use-desk.ts';
import { deskWords as w } from '../../../registry/desk/words.ts';
import { Page, PlainButton, Row } from '../../../ui/index.ts';

/** The registry of whom the worker reaches; other pages lead here with conditions filled in. */
export default function WorkerElders() {
  const first = useParams('workerElders') as DeskFilter;
  const { data: me } = useMe();
  const role = me?.active?.role;
  return (
    <Page title={w.title} dense wide>
      <Row>
        {role && roleMay(role, 'elder.write') ? (
          <PlainButton id="add-elder" icon="plus" onTap={() => go('workerElderEdit')}>
            {w.add}
          </PlainButton>
        ) : null}
        {role && roleMay(role, 'elder.merge') ? (
          <PlainButton id="to-duplicates" onTap={() => go('officeDuplicates')}>
            {w.duplicates}
          </PlainButton>
        ) : null}
        <PlainButton id="to-quality" onTap={() => go('officeQuality')}>
          {w.quality}
        </PlainButton>
        {role && roleMay(role, 'elder.import') ? (
          <PlainButton id="to-imports" onTap={() => go('officeImports')}>
            {w.import}
          </PlainButton>
        ) : null}
      </Row>
      <RegistryDesk
        key={JSON.stringify(first)}
        first={first}
        side={({ filter, sort }) =>
          role && roleMay(role, 'elder.export') ? (
            <Row>
              <PlainButton id="to-export" onTap={() => go('officeExport', { ...filter, sort })}>
                {w.export}
              </PlainButton>
            </Row>
          ) : null
        }
      />
    </Page>
  );
}
