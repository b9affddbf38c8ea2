import { refused } from '#lib/kernel/decider.ts';
import { actOf, forbidden } from '#lib/meeting/allowed.ts';
import type { Rules } from '#lib/meeting/facts.ts';
import { isLeading, lead } from '#lib/meeting/leading.ts';
import { PERMITS } from '#lib/people/may.ts';

/** The rules of what a desk shows at once; those of its panels and dialogs come with them, or when the page is calm. */
export const firstRules: Rules = {
	permits: PERMITS,
	decide: (meeting, command, facts) => {
		if (!isLeading(command)) return null;
		const refusal = forbidden(PERMITS[command.type], meeting, command, facts);
		return refusal ? refused(refusal) : lead(meeting, command, actOf(command, facts), facts);
	}
};
