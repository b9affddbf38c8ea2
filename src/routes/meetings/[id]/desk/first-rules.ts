import { refused } from '#lib/kernel/decider.ts';
import { actOf, forbidden } from '#lib/meeting/allowed.ts';
import type { Rules } from '#lib/meeting/facts.ts';
import { isLeading, lead } from '#lib/meeting/leading.ts';
import { FIRST_PERMITS } from '#lib/people/first-permits.ts';
import { LEADING_PERMITS } from '#lib/people/leading-permits.ts';

const permits = { ...FIRST_PERMITS, ...LEADING_PERMITS };

/** The rules of what a desk shows at once; those of its panels and dialogs come with them, or when the page is calm. */
export const firstRules: Rules = {
	permits,
	decide: (meeting, command, facts) => {
		if (!isLeading(command)) return null;
		const refusal = forbidden(permits[command.type], meeting, command, facts);
		return refusal ? refused(refusal) : lead(meeting, command, actOf(command, facts), facts);
	}
};
