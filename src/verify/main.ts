/** The page: one file without a framework, since whoever keeps it must be able to open it in thirty years. */
import { date, dateTime, month } from '../lib/i18n/format.ts';
import { seal as english } from '../lib/i18n/en/seal.ts';
import { terms as englishTerms } from '../lib/i18n/en/terms.ts';
import { seal as vietnamese, type SealWords } from '../lib/i18n/vi/seal.ts';
import { terms as vietnameseTerms } from '../lib/i18n/vi/terms.ts';
import type { Finding } from '../lib/seal/check.ts';
import { tools } from './tools.ts';
import { verdictOn, type Verdict } from './verdict.ts';

const CATALOGUE = {
	vi: { words: vietnamese.check, terms: vietnameseTerms },
	en: { words: english.check, terms: englishTerms }
};
const SIGNS = { whole: '✓', agrees: '!', broken: '✗' };

const keys = new Map(
	Object.entries(
		JSON.parse(document.querySelector('meta[name=seal-keys]')?.getAttribute('content') || '{}') as Record<
			string,
			string
		>
	)
);
const main = document.querySelector('main') as HTMLElement;
/** The server sends it in the language of its reader; a copy that was kept stays in it. */
let language: keyof typeof CATALOGUE = document.documentElement.lang === 'en' ? 'en' : 'vi';
let file: Uint8Array | null = null;
let paper = '';

function make<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	its: Partial<HTMLElementTagNameMap[Tag]> = {},
	...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
	const element = Object.assign(document.createElement(tag), its);
	element.append(...children);
	return element;
}

function draw(): void {
	const { words } = CATALOGUE[language];
	document.documentElement.lang = language;
	document.title = words.title;
	const result = make('div', { id: 'result', ariaLive: 'polite' });
	main.replaceChildren(
		make(
			'header',
			{},
			make('h1', { textContent: words.title }),
			make('button', {
				type: 'button',
				textContent: words.language,
				lang: language === 'vi' ? 'en' : 'vi',
				onclick: turn
			})
		),
		make('p', { textContent: words.intro }),
		make('label', { className: 'file' }, chooser(), make('span', { textContent: words.choose })),
		make('label', { className: 'paper' }, words.compare, paperField()),
		result
	);
	tell();
}

function turn(): void {
	language = language === 'vi' ? 'en' : 'vi';
	draw();
	main.querySelector('button')?.focus();
}

function chooser(): HTMLInputElement {
	const input = make('input', { type: 'file', accept: '.zip,.json,application/zip,application/json' });
	input.onchange = async () => {
		const [chosen] = input.files ?? [];
		if (!chosen) return;
		result().replaceChildren(make('p', { textContent: CATALOGUE[language].words.waiting }));
		file = new Uint8Array(await chosen.arrayBuffer());
		tell();
	};
	return input;
}

function paperField(): HTMLInputElement {
	const input = make('input', { type: 'text', value: paper, autocomplete: 'off', spellcheck: false });
	input.oninput = () => {
		paper = input.value;
		tell();
	};
	return input;
}

const result = () => document.querySelector('#result') as HTMLElement;

function tell(): void {
	if (file === null) return;
	const { words } = CATALOGUE[language];
	const verdict = verdictOn(file, paper, keys, tools);
	if (!verdict) {
		result().replaceChildren(
			make(
				'section',
				{ className: 'verdict broken' },
				make('h2', { textContent: `✗ ${words.noDossier}` }),
				make('p', { textContent: words.noDossierHint })
			)
		);
		return;
	}
	result().replaceChildren(box(verdict, words), ...(verdict.record ? [facts(verdict, words)] : []));
}

function box(verdict: Verdict, words: SealWords['check']): HTMLElement {
	const is = verdict.paper === 'other' && verdict.is !== 'broken' ? 'agrees' : verdict.is;
	const titles = { whole: words.whole, agrees: words.wholeUnknown, broken: words.broken };
	const hints = { whole: words.wholeHint, agrees: words.wholeUnknownHint, broken: '' };
	return make(
		'section',
		{ className: `verdict ${is}` },
		make('h2', { textContent: `${SIGNS[is]} ${titles[verdict.is]}` }),
		...(hints[verdict.is] ? [make('p', { textContent: hints[verdict.is] })] : []),
		...(verdict.isDeleted ? [make('p', { textContent: words.deleted })] : []),
		...(verdict.findings.length > 0 ? [list(verdict.findings, words)] : []),
		...(verdict.files ? inFiles(verdict.files, words) : []),
		make('p', { className: 'print', textContent: verdict.fingerprint }),
		...(verdict.paper ? [make('p', {}, make('strong', { textContent: words[verdict.paper] }))] : []),
		make('p', { textContent: `${words.key}: ${verdict.key}` }),
		make('p', { textContent: words.chain(verdict.entries) })
	);
}

function list(findings: readonly Finding[], words: SealWords['check']): HTMLElement {
	const said = findings.map(({ fault, number }) =>
		number === null ? words.faults[fault] : words.at(number, words.faults[fault])
	);
	return make('ul', {}, ...[...new Set(said)].map((line) => make('li', { textContent: line })));
}

function inFiles(
	{ count, findings }: NonNullable<Verdict['files']>,
	words: SealWords['check']
): HTMLElement[] {
	if (findings.length === 0) return [make('p', { textContent: words.filesWhole(count) })];
	const said = findings.map(({ fault, file: name }) =>
		name === null ? words.fileFaults[fault] : words.inFile(name, words.fileFaults[fault])
	);
	return [make('ul', {}, ...said.map((line) => make('li', { textContent: line })))];
}

function facts({ record, sealedAt, number }: Verdict, words: SealWords['check']): HTMLElement {
	const { terms } = CATALOGUE[language];
	const meeting = record?.meeting;
	const attendance = record?.figures?.attendance;
	const rows: [string, string | undefined][] = [
		[words.cell, meeting?.cell.name],
		[
			words.meeting,
			meeting && `${terms.meetingType[meeting.type]}, ${month(meeting.month)} (${date(meeting.plannedStart)})`
		],
		[words.ended, meeting?.endedAt ? dateTime(meeting.endedAt) : undefined],
		[words.sealedAt, dateTime(sealedAt)],
		[words.attendance, attendance && `${attendance.present}/${attendance.summoned}`],
		[words.place, String(number)]
	];
	return make(
		'section',
		{ className: 'record' },
		make('h2', { textContent: words.record }),
		make(
			'dl',
			{},
			...rows.flatMap(([name, value]) =>
				value === undefined ? [] : [make('dt', { textContent: name }), make('dd', { textContent: value })]
			)
		)
	);
}

draw();
