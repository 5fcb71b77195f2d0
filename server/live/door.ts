/**
 * A hint that something changed: whom it may concern, what kind of thing, and its id. It carries no content; who gets
 * it reads what it may see over HTTP.
 */
export interface LiveEvent {
  /** `account:<accountId>`, `desk:<streetId>:<communityId>` or `desk:<streetId>`. */
  topics: readonly string[];
  /** What kind of thing changed: `notice`, `incident`, … */
  kind: string;
  /** Which one. */
  id: string;
}

export interface Live {
  /**
   * Tells every socket of these topics in every process, soon. Never fails its caller and may be left unawaited: a lost
   * hint costs one poll. Tell after what changed is stored.
   */
  publish(event: LiveEvent): void | Promise<void>;
}

/** What one person is told, in whatever role. */
export const accountTopic = (accountId: string): string => `account:${accountId}`;

/** What concerns a duty desk: of one community, or of the street as a whole. The street's office hears both. */
export const deskTopic = (streetId: string, communityId?: string): string =>
  communityId ? `desk:${streetId}:${communityId}` : `desk:${streetId}`;
