import { useState } from 'react';
import { Card, PlainButton, Words } from '../../ui/index.ts';
import type { Hole } from './use-duty.ts';
import { rosterWords as w } from './words.ts';

const shown = 5;

/** Holes by name: where, when, why. */
export function Holes({ holes, title, clear }: { holes: readonly Hole[]; title: string; clear: string }) {
  const [all, setAll] = useState(false);
  if (!holes.length) {
    return (
      <Card tone="tint">
        <Words>{clear}</Words>
      </Card>
    );
  }
  return (
    <Card tone="glow">
      <Words tone="lead">{title}</Words>
      {holes.slice(0, all ? holes.length : shown).map((hole) => (
        <Words key={`${hole.communityId}${hole.from}`}>{hole.words}</Words>
      ))}
      {all || holes.length <= shown ? null : (
        <PlainButton id="more-holes" onTap={() => setAll(true)}>
          {w.moreHoles(holes.length - shown)}
        </PlainButton>
      )}
    </Card>
  );
}
