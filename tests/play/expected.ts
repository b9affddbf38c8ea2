/** What two small scripts must give, counted by hand from their entries. */
export const THREE = {
	groups: {
		cell: {
			members: 3,
			official: 2,
			probationary: 1,
			exempt: 0,
			specialDuty: 0,
			temporaryElsewhere: 0,
			suspended: 0
		},
		attendance: {
			summoned: 3,
			present: 3,
			ratePercent: 100,
			meetsRate: true,
			meetsRule: true,
			absentExcused: [],
			absentUnexcused: [],
			late: ['s3'],
			leftEarly: ['s2'],
			voluntary: [],
			inRoom: 3
		},
		// Planned 19:00, opened 19:02:30, ended 19:32:29: one second under the half hour.
		time: {
			startDelayMinutes: 2,
			durationMinutes: 29,
			meetsMinimum: false,
			plannedMinutes: 30,
			itemSeconds: { i1: 300, i2: 300, i3: 1199 },
			skipped: [],
			closedSeconds: 0
		},
		// r1: 19:04:00 to 19:06:05 under 120 seconds; r3: 19:08:40 to 19:09:30 under 30.
		speaking: {
			turns: 2,
			totalSeconds: 175,
			speakers: 2,
			speakerPercent: 66.7,
			secondsBySpeaker: { s2: 125, s3: 50 },
			notSpoken: ['s1'],
			overrunSeconds: { r1: 5, r3: 20 },
			longestWaitSeconds: 60,
			requests: { granted: 2, withdrawn: 1, deferred: 0, notReached: 1 },
			presentations: 0,
			presentationSeconds: 0
		}
	},
	others: {
		observers: { invited: 0, attended: 0, room: 0, remote: 0, keptOut: [], quota: {} },
		resolution: null,
		refusals: [{ at: '2026-12-05T19:03:30+07:00', by: 's3', do: 'floor.request', reason: 'not-present' }]
	}
};

export const MARKS = {
	groups: {
		cell: {
			members: 10,
			official: 9,
			probationary: 1,
			exempt: 1,
			specialDuty: 1,
			temporaryElsewhere: 0,
			suspended: 0
		},
		// 6 of 8 are exactly the 75 percent of its rule; m8 was refused leave, so the rule is broken all the same.
		attendance: {
			summoned: 8,
			present: 6,
			ratePercent: 75,
			meetsRate: true,
			meetsRule: false,
			absentExcused: ['m9'],
			absentUnexcused: ['m8'],
			late: ['m5', 'm7'],
			leftEarly: ['m10'],
			voluntary: ['m6', 'm7'],
			inRoom: 8
		},
		time: {
			startDelayMinutes: 0,
			durationMinutes: 90,
			meetsMinimum: true,
			plannedMinutes: 65,
			itemSeconds: { x1: 480, x2: 310, x3: 0, x4: 4610 },
			skipped: ['x3'],
			closedSeconds: 0
		},
		speaking: {
			turns: 4,
			totalSeconds: 45 + 80 + 40 + 50,
			speakers: 3,
			speakerPercent: 37.5,
			secondsBySpeaker: { m5: 95, m6: 80, m3: 40 },
			notSpoken: ['m1', 'm10', 'm2', 'm4', 'm7'],
			overrunSeconds: { r2: 20 },
			longestWaitSeconds: 70,
			requests: { granted: 3, withdrawn: 0, deferred: 1, notReached: 1 },
			presentations: 1,
			presentationSeconds: 180
		}
	},
	others: {
		observers: { invited: 2, attended: 1, room: 1, remote: 0 },
		// Written 08:05:35 and 08:05:50 without a network, delivered 08:07:00.
		comments: { total: 3, byStatus: { open: 3 }, lateSeconds: { k2: 85, k3: 70 } },
		resolution: {
			adopted: false,
			vote: null,
			clauses: [
				{ id: 'I.1', text: 'Kết quả tháng 11: <u>đạt</u> & vượt 👍🏽; không có vụ việc.' },
				{
					id: 'II.2.đ',
					text: 'Rào 06 <lối> đi tự mở 🚧. Đồng chí Ẩn chủ trì.\nDòng hai: kiểm tra <hàng tuần> 👨‍👩‍👧‍👦 cùng gia đình & nhà trường.'
				},
				{ id: 'III', text: 'Tổ chức thực hiện.' }
			]
		},
		refusals: [
			{ at: '2026-12-06T08:02:10+07:00', by: 'o2', do: 'floor.request', reason: 'not-present' },
			{ at: '2026-12-06T08:11:20+07:00', by: 'm1', do: 'floor.grant', reason: 'observer' },
			{ at: '2026-12-06T09:31:00+07:00', by: 'm3', do: 'comment.post', reason: 'wrong-phase' }
		],
		onBehalf: 3,
		projectionChanges: 1
	},
	notes: [
		['n1', 'm4', 'Chủ trì <khai mạc> & nêu lý do 🎤\nMột đại biểu <dự> 👤.'],
		['n2', 'm4', 'Chi bộ thống nhất <100%> ✅']
	]
};
