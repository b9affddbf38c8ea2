import { expect, test } from 'vitest';
import { isNamed } from './names.ts';

test('a name is found by the beginnings of its words, without tones', () => {
	expect(isNamed('Vũ Thị Yến', 'yen')).toBe(true);
	expect(isNamed('Nguyễn Văn Hòa', 'yen')).toBe(false);
	expect(isNamed('Đỗ Thị Thu Hà', 'do ha')).toBe(true);
	expect(isNamed('Đỗ Thị Thu Hà', 'hà đỗ')).toBe(true);
	expect(isNamed('Đỗ Thị Thu Hà', 'do hai')).toBe(false);
});

test('looking for nothing finds everybody', () => {
	expect(isNamed('Lê Cư', '')).toBe(true);
	expect(isNamed('Lê Cư', '  ')).toBe(true);
});
