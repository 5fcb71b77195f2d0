import { go } from '../platform/nav.ts';
import { ListRow, PagedList, Rows, Words } from '../ui/index.ts';
import { useDueAssessments } from './use-assessments.ts';
import { dueWords as w } from './words.ts';

/** Whom to assess next; a tap leads to her results. */
export function DueList() {
  const list = useDueAssessments();
  return (
    <>
      <Words tone="soft">{w.lead}</Words>
      <PagedList list={list} empty={w.none} id="due">
        {(rows) => (
          <Rows many>
            {rows.map(({ elderId, name, communityName, lastWords, due }) => (
              <ListRow
                key={elderId}
                id={`due-${elderId}`}
                title={name}
                notes={[communityName, ...due.words, lastWords && w.last(lastWords)]}
                onTap={() => go('workerAssessments', { elderId })}
              />
            ))}
          </Rows>
        )}
      </PagedList>
    </>
  );
}
