import { ReportView } from '../../../companion/volunteer/report-view.tsx';
import { reportWords as say } from '../../../companion/volunteer/words.ts';
import { useParams } from '../../../platform/nav.ts';
import { Empty, Page } from '../../../ui/index.ts';

/** Start and end of one visit. */
export default function VolunteerReport() {
  const { id } = useParams('volunteerReport');
  return <Page title={say.title}>{id ? <ReportView taskId={id} /> : <Empty words={say.over} />}</Page>;
}
