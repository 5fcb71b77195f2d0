import { useVolunteers } from '../../../companion/volunteers/use-volunteers.ts';
import { VolunteerForm } from '../../../companion/volunteers/volunteer-form.tsx';
import { volunteerWords as w } from '../../../companion/volunteers/words.ts';
import { useParams } from '../../../platform/nav.ts';
import { Empty, Page, Shown } from '../../../ui/index.ts';

/** One volunteer: what she was trained in, with whom she is paired, what she has done. */
export default function WorkerVolunteer() {
  const { id } = useParams('workerVolunteer');
  const query = useVolunteers();
  const volunteer = query.data?.items.find(({ accountId }) => accountId === id);
  return (
    <Page title={volunteer?.name ?? w.page} dense>
      <Shown query={query}>
        {() => (volunteer ? <VolunteerForm volunteer={volunteer} /> : <Empty words={w.gone} />)}
      </Shown>
    </Page>
  );
}
