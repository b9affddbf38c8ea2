/** A QR as the writers of papers need it: its dark runs for the PDF, a PNG for the Word file. */
import { zlibSync } from 'fflate';
import { encode } from 'uqr';

/** In modules, counted from the upper left corner of the code with its quiet zone. */
export interface Run {
	readonly x: number;
	readonly y: number;
	readonly length: number;
}

const QUIET_ZONE = 2;

function codeOf(text: string) {
	return encode(text, { ecc: 'M', border: QUIET_ZONE });
}

export function qrRuns(text: string): { readonly size: number; readonly runs: readonly Run[] } {
	const { size, data } = codeOf(text);
	return { size, runs: data.flatMap(runsOf) };
}

function runsOf(row: readonly boolean[], y: number): Run[] {
	const runs: { x: number; y: number; length: number }[] = [];
	row.forEach((dark, x) => {
		const last = runs.at(-1);
		if (!dark) return;
		if (last && last.x + last.length === x) last.length += 1;
		else runs.push({ x, y, length: 1 });
	});
	return runs;
}

const DOTS = 6;

/** Black on white, one bit a dot; the same text gives the same bytes. */
export function qrPng(text: string): Uint8Array {
	const { size, data } = codeOf(text);
	const width = size * DOTS;
	const line = Math.ceil(width / 8);
	const dots = new Uint8Array((line + 1) * width);
	for (let y = 0; y < width; y += 1) {
		const at = y * (line + 1) + 1;
		for (let x = 0; x < width; x += 1)
			if (!data[Math.floor(y / DOTS)]?.[Math.floor(x / DOTS)])
				dots[at + (x >> 3)] = (dots[at + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
	}
	const header = new Uint8Array(13);
	const view = new DataView(header.buffer);
	view.setUint32(0, width);
	view.setUint32(4, width);
	header[8] = 1;
	return joined([
		Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
		chunk('IHDR', header),
		chunk('IDAT', zlibSync(dots)),
		chunk('IEND', new Uint8Array())
	]);
}

function chunk(type: string, content: Uint8Array): Uint8Array {
	const named = joined([new TextEncoder().encode(type), content]);
	const framed = new Uint8Array(named.length + 8);
	const view = new DataView(framed.buffer);
	view.setUint32(0, content.length);
	framed.set(named, 4);
	view.setUint32(named.length + 4, crc32(named));
	return framed;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** As PNG has it (ISO 3309). */
function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return (crc ^ 0xffffffff) >>> 0;
}
