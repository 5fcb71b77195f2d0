import type { CatalogueItem } from '@wubian/shared/office/parameter-forms.ts';
import { Card, Row, Stack, StatusTag, Tap, TextInput, Words } from '../../ui/index.ts';
import { catalogueWords as w } from './words.ts';

interface CatalogueRowProps {
  item: CatalogueItem;
  /** The street's rules have closed it for now, whatever the catalogue says. */
  closed: boolean;
  editing: boolean;
  canMove: { up: boolean; down: boolean };
  onEdit: () => void;
  onMove: (by: -1 | 1) => void;
  onChange: (part: Partial<CatalogueItem>) => void;
}

/** One kind of help: its place, whether it is offered, and its words. */
export function CatalogueRow({ item, closed, editing, canMove, onEdit, onMove, onChange }: CatalogueRowProps) {
  const { kind, label, about, offered } = item;
  const chip = (id: string, words: string, onTap: () => void) => (
    <Tap className="w-chip" id={`${id}-${kind}`} onTap={onTap} aria={{ label: `${words}：${label}` }}>
      {words}
    </Tap>
  );
  return (
    <Card>
      <Stack tight>
        <Row>
          <Words tone="strong">{label}</Words>
          <StatusTag tone={offered ? 'go' : 'stop'}>{offered ? w.offered : w.notOffered}</StatusTag>
          {closed ? <StatusTag tone="warn">{w.closedNow}</StatusTag> : null}
        </Row>
        <Words tone="soft">{about}</Words>
        <Row>
          {canMove.up ? chip('up', w.up, () => onMove(-1)) : null}
          {canMove.down ? chip('down', w.down, () => onMove(1)) : null}
          {chip('offer', offered ? w.stop : w.start, () => onChange({ offered: !offered }))}
          {chip('edit', editing ? w.editDone : w.edit, onEdit)}
        </Row>
        {editing ? (
          <>
            <TextInput
              id={`label-${kind}`}
              label={w.label}
              maxLength={8}
              value={label}
              onChange={(typed) => onChange({ label: typed })}
            />
            <TextInput
              id={`about-${kind}`}
              label={w.about}
              maxLength={40}
              value={about}
              onChange={(typed) => onChange({ about: typed })}
            />
          </>
        ) : null}
      </Stack>
    </Card>
  );
}
