import type { FloorWords } from '../vi/floor.ts';

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const floor: FloorWords = {
	place: (at, why) => (at === 1 ? `You speak next: ${why}` : `You are number ${at}: ${why}`),
	why: {
		moved: 'the chair put you here',
		urgent: 'a point of order goes first',
		arrival: 'in the order of asking',
		notSpoken: 'who has not spoken goes first',
		spoken: (turns) => `${counted(turns, 'turn', 'turns')} so far, after those who have not spoken`,
		seconds: (time) => `spoke for ${time} so far, less time goes first`,
		noSeconds: 'no time used so far, goes first',
		group: (name) => `groups take turns, now ${name}`,
		members: 'members',
		laterItem: 'waits for the item asked for',
		heard: 'was invited while waiting',
		away: 'is not in the room'
	},
	policy: {
		'first-come': 'Who asked first goes first',
		'not-spoken-first': 'Who has not spoken goes first',
		'least-time-first': 'Who has spoken least goes first',
		'by-group': 'Groups take turns'
	},
	passedOver: (n) => `The chair called this speaker before ${counted(n, 'other', 'others')} waiting`,
	movedByHand: (n) => `The chair placed ${counted(n, 'person', 'people')} by hand`,
	order: 'Point of order',
	orderAsked: 'Point of order raised.'
};
