import { describe, expect, test } from 'vitest';
import { cellRights, mayMakeCell, type Place } from './cell-rights.ts';

const staff = { kind: 'staff', isAdmin: false } as const;
const admin = { kind: 'staff', isAdmin: true } as const;
const phone = { kind: 'device', isAdmin: false } as const;
const at = (office: Place['office'], change: Partial<Place> = {}): Place => ({
	cell: 'mine',
	office,
	isRemoved: false,
	...change
});
const NOTHING = { people: false, accounts: false, meetings: false, content: false, records: false };

describe('rights in a cell', () => {
	test('[CE1] secretary and deputy keep people and meetings of their own cell, and nothing of another', () => {
		for (const office of ['secretary', 'deputy_secretary'] as const) {
			expect(cellRights(staff, at(office), 'mine')).toEqual({
				people: true,
				accounts: true,
				meetings: true,
				content: true,
				records: true
			});
			expect(cellRights(staff, at(office), 'other')).toEqual(NOTHING);
		}
	});

	test('[CE2] an administrator keeps people and accounts and sees no meeting', () => {
		expect(cellRights(admin, null, 'mine')).toEqual({
			people: true,
			accounts: true,
			meetings: false,
			content: false,
			records: false
		});
	});

	test('[CE2] an administrator who is also a member sees the meetings of that cell alone', () => {
		expect(cellRights(admin, at('member'), 'mine').content).toBe(true);
		expect(cellRights(admin, at('member'), 'other').content).toBe(false);
	});

	test('[CE3] members and the committee read and change nothing', () => {
		for (const office of ['member', 'cell_committee_member'] as const) {
			expect(cellRights(phone, at(office), 'mine')).toEqual({ ...NOTHING, content: true });
			expect(cellRights(phone, at(office), 'other')).toEqual(NOTHING);
		}
	});

	test('[CE5] who was removed has no right left, a former secretary neither', () => {
		expect(cellRights(staff, at('secretary', { isRemoved: true }), 'mine')).toEqual(NOTHING);
	});

	test('[CE6] [CE9] a secretary’s phone gives no accounts and neither deletes nor publishes a record', () => {
		expect(cellRights(phone, at('secretary'), 'mine')).toEqual({
			people: true,
			accounts: false,
			meetings: true,
			content: true,
			records: false
		});
	});

	test('nobody, and a wall, may nothing', () => {
		expect(cellRights(null, null, 'mine')).toEqual(NOTHING);
		expect(cellRights({ kind: 'wall', isAdmin: true }, at('secretary'), 'mine')).toEqual(NOTHING);
	});

	test('a cell is made by administrators, secretaries and officials without one', () => {
		expect(mayMakeCell(admin, null)).toBe(true);
		expect(mayMakeCell(staff, null)).toBe(true);
		expect(mayMakeCell(staff, at('secretary'))).toBe(true);
		expect(mayMakeCell(staff, at('secretary', { isRemoved: true }))).toBe(false);
		expect(mayMakeCell(staff, at('deputy_secretary'))).toBe(false);
		expect(mayMakeCell(phone, at('secretary'))).toBe(false);
		expect(mayMakeCell(null, null)).toBe(false);
	});
});
