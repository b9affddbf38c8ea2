/** What each paper is called, numbered, divided and signed, read from `domain/document-forms.json`. */
import data from '../domain/document-forms.json' with { type: 'json' };

export type FormCode =
	| 'agenda'
	| 'attendance-list'
	| 'minutes-regular'
	| 'minutes-thematic'
	| 'minutes-committee'
	| 'resolution-monthly'
	| 'conclusion'
	| 'self-assessment'
	| 'observer-feedback'
	| 'debrief-minutes'
	| 'minutes-extract';

export interface Form {
	readonly typeName: string;
	readonly subjectPattern: string;
	/** `Số {nn}-NQ/CB`; null for papers without a number. */
	readonly numberPattern: string | null;
	readonly placeDate: boolean;
	/** By code: `I- Thành phần tham dự`. */
	readonly sections: Readonly<Record<string, string>>;
	readonly left: SignatureForm | RecipientsForm | null;
	readonly right: SignatureForm;
}

export interface SignatureForm {
	readonly block: 'signature';
	readonly lines: readonly string[];
	/** Other lines that are in use for the same block. */
	readonly alternatives: readonly (readonly string[])[];
}

export interface RecipientsForm {
	readonly block: 'recipients';
	readonly heading: string;
	readonly lines: readonly string[];
}

interface RawSide {
	readonly block: string;
	readonly heading?: string;
	readonly lines: readonly string[];
	readonly alternatives?: readonly { readonly lines: readonly string[] }[];
}

interface RawForm {
	readonly code: string;
	readonly typeName: string;
	readonly subjectPattern: string;
	readonly numberPattern: string | null;
	readonly placeDate: boolean;
	readonly sections: readonly { readonly code: string; readonly title: string }[];
	readonly signatures: { readonly left?: RawSide; readonly right: RawSide };
}

const forms: ReadonlyMap<string, Form> = new Map(
	(data.documents as readonly RawForm[]).map((raw) => [raw.code, formOf(raw)])
);

/** @throws where the data lacks the form */
export function formNamed(code: FormCode): Form {
	const form = forms.get(code);
	if (!form) throw new Error(`document-forms.json has no ${code}`);
	return form;
}

function formOf({ sections, signatures, ...raw }: RawForm): Form {
	return {
		typeName: raw.typeName,
		subjectPattern: raw.subjectPattern,
		numberPattern: raw.numberPattern,
		placeDate: raw.placeDate,
		sections: Object.fromEntries(sections.map(({ code, title }) => [code, title])),
		left: signatures.left ? sideOf(signatures.left) : null,
		right: signatureOf(signatures.right)
	};
}

function sideOf(side: RawSide): SignatureForm | RecipientsForm {
	if (side.block !== 'recipients') return signatureOf(side);
	return { block: 'recipients', heading: side.heading ?? '', lines: side.lines };
}

function signatureOf({ lines, alternatives = [] }: RawSide): SignatureForm {
	return { block: 'signature', lines, alternatives: alternatives.map((other) => other.lines) };
}

/** A pattern of the form with its places filled; a place that nobody knows stays empty. */
export function filled(pattern: string, values: Readonly<Record<string, string>>): string {
	return pattern.replace(/\{([^{}]+)\}/g, (_, name: string) => values[name] ?? '');
}
