import { useMe } from '../../accounts/index.ts';
import { NoticeList } from '../../notices/notice-list.tsx';
import { noticeWords } from '../../notices/words.ts';
import { Page } from '../../ui/index.ts';

/** What I was told, in the role I act in now. */
export default function Notices() {
  const role = useMe().data?.active?.role;
  return (
    <Page title={noticeWords.title} sos={role === 'resident'}>
      <NoticeList role={role} />
    </Page>
  );
}
