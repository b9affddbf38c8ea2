import type { Terms } from '../vi/terms.ts';

export const terms = {
	document: { agenda: 'Agenda', minutes: 'Minutes', resolution: 'Resolution' },
	closedPart: (part) => (part === 1 ? 'Closed part' : `Closed part ${part}`),
	right: { edit: 'Edit', propose: 'Propose', comment: 'Comment', read: 'Read' },
	preset: { together: 'Write together', chaired: 'Desk writes', frozen: 'Frozen' },
	role: { desk: 'Chair, facilitator', minuteTaker: 'Minute taker', member: 'Member', observer: 'Observer' },
	office: {
		secretary: 'Secretary',
		deputy_secretary: 'Deputy secretary',
		cell_committee_member: 'Cell committee member',
		member: 'Member'
	},
	partyStatus: { official: 'Official', probationary: 'Probationary' },
	standing: {
		active: 'Summoned',
		exempt: 'Exempt from activity',
		'special-duty': 'Special duty',
		'temporary-elsewhere': 'Temporarily in another cell',
		suspended: 'Suspended'
	},
	attendance: {
		expected: 'Not yet called',
		present: 'Present',
		'present-late': 'Present, late',
		'left-early': 'Present, left early',
		'present-online': 'Online',
		'absent-excused': 'Absent with leave',
		'absent-unexcused': 'Absent without leave',
		exempt: 'Exempt',
		'special-duty': 'Special duty',
		'temporary-elsewhere': 'In another cell',
		suspended: 'Suspended'
	},
	leave: { absent: 'Asks to be absent', late: 'Asks to come late', early: 'Asks to leave early' },
	turn: {
		assigned: 'Assigned speech',
		free: 'Speech',
		'self-criticism': 'Self-criticism',
		criticism: 'Criticism',
		reply: 'Reply',
		'point-of-order': 'Point of order',
		presentation: 'Presentation'
	},
	handled: {
		noted: 'Noted',
		answered: 'Answered',
		accepted: 'Accepted',
		'became-amendment': 'Became an amendment',
		'out-of-scope': 'Out of scope',
		'for-debrief': 'Kept for the debrief'
	},
	circle: { all: 'Everybody', committee: 'Committee and desk', chair: 'The chair alone' },
	section: { opening: 'Opening', content: 'Content', closing: 'Closing' },
	meetingType: {
		regular: 'Regular meeting',
		thematic: 'Thematic meeting',
		combined: 'Regular and thematic meeting'
	},
	phase: { before: 'Upcoming', running: 'Running', ended: 'Ended' },
	threshold: { majority: 'More than half', 'two-thirds': 'Two thirds or more' },
	ballot: { for: 'For', against: 'Against', abstain: 'Other opinion' }
} satisfies Terms;
