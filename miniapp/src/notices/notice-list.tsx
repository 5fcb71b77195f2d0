import type { Role } from '@wubian/shared/roles.ts';
import { now } from '../platform/clock.ts';
import { agoWords, ListRow, PagedList, PlainButton, Row, Rows, StatusTag } from '../ui/index.ts';
import { placeOf, urgentFirst } from './place-of.ts';
import { useMarkRead, useNotices } from './use-notices.ts';
import { noticeWords as say } from './words.ts';

/** The notices, urgent unread ones first; a tap marks as read and opens what it is about. */
export function NoticeList({ role }: { role: Role | undefined }) {
  const list = useNotices();
  const markRead = useMarkRead();
  return (
    <>
      {list.items?.some((one) => !one.read) ? (
        <PlainButton id="read-all" icon="check" onTap={() => markRead()}>
          {say.readAll}
        </PlainButton>
      ) : null}
      <PagedList list={list} empty={say.empty} id="notices">
        {(items) => (
          <Rows>
            {urgentFirst(items).map((notice) => {
              const open = placeOf(notice, role);
              const { id, title, body, at, read, urgent } = notice;
              return (
                <ListRow
                  key={id}
                  id={`notice-${id}`}
                  title={title}
                  notes={[body, agoWords(at, now())]}
                  tag={
                    <Row>
                      {urgent ? <StatusTag tone="warn">{say.urgent}</StatusTag> : null}
                      {read ? null : <StatusTag tone="go">{say.fresh}</StatusTag>}
                    </Row>
                  }
                  onTap={
                    read && !open
                      ? undefined
                      : async () => {
                          if (!read) await markRead([id]);
                          await open?.();
                        }
                  }
                />
              );
            })}
          </Rows>
        )}
      </PagedList>
    </>
  );
}
