import type { office } from '@wubian/shared/office/contract.ts';
import type { Handler } from '../handler.ts';
import { type Rules, rulesAt } from '../streets/index.ts';
import type { OfficeDeps } from './index.ts';

const present = ({ autoOpenKinds, closedKinds, confirmAfterHours }: Rules) => ({
  autoOpenKinds,
  closedKinds,
  confirmAfterHours,
});

/** The rules in force and every version before them, newest first. */
export const showRules =
  ({ streets, clock }: OfficeDeps): Handler<typeof office.rules> =>
  async ({ streetId }) => {
    const street = await streets.street(streetId);
    return {
      rules: present(rulesAt(street, clock())),
      history: street.rules
        .toReversed()
        .map((rules) => ({ at: rules.from.toISOString(), by: rules.by, reason: rules.reason, rules: present(rules) })),
    };
  };

/** Puts a new version in force from now; requests already asked keep the way they were opened. */
export const setRules =
  ({ streets }: OfficeDeps): Handler<typeof office.setRules> =>
  async ({ streetId, name }, { rules, reason }) => {
    await streets.setRules(streetId, { ...rules, by: name, reason });
    return rules;
  };
