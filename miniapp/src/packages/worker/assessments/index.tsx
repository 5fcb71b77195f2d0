import { AssessmentsView, useAssessments, bedsideWords as w } from '../../../bedside/index.ts';
import { useParams } from '../../../platform/nav.ts';
import { Page, Shown } from '../../../ui/index.ts';

/** The ability assessments of one elder. */
export default function WorkerAssessments() {
  const { elderId = '' } = useParams('workerAssessments');
  const query = useAssessments(elderId);
  return (
    <Page title={query.data ? w.titleOf(query.data.elderName) : w.title} dense wide>
      <Shown query={query}>{(found) => <AssessmentsView elderId={elderId} found={found} />}</Shown>
    </Page>
  );
}
