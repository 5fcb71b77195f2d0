import type { Incident } from '../../incident/use-incident.ts';

type Delivery = Incident['deliveries'][number];

/** All messages to one person by one way as one line: the latest of each fact, and the latest failure if it stands. */
export interface DeliveryLine extends Delivery {
  count: number;
}

const later = (a: string | null, b: string | null): string | null => (!a || (b && b > a) ? b : a);

/** One line per person and way, in the order in which they were first told. */
export function deliveryLines(deliveries: readonly Delivery[]): DeliveryLine[] {
  const lines = new Map<string, DeliveryLine>();
  for (const one of [...deliveries].sort((a, b) => a.queuedAt.localeCompare(b.queuedAt))) {
    const key = `${one.name} ${one.channel}`;
    const was = lines.get(key);
    lines.set(
      key,
      was
        ? {
            ...one,
            count: was.count + 1,
            sentAt: later(was.sentAt, one.sentAt),
            deliveredAt: later(was.deliveredAt, one.deliveredAt),
            seenAt: later(was.seenAt, one.seenAt),
            acceptedAt: later(was.acceptedAt, one.acceptedAt),
          }
        : { ...one, count: 1 },
    );
  }
  return [...lines.values()];
}
