/** What this project uses of pdfmake, which brings no types of its own. */
declare module 'pdfmake' {
	export type Margins = readonly [number, number, number, number];

	export interface Styled {
		readonly fontSize?: number;
		readonly lineHeight?: number;
		readonly bold?: boolean;
		readonly italics?: boolean;
		readonly decoration?: 'underline';
		readonly alignment?: 'left' | 'center' | 'right' | 'justify';
		readonly margin?: Margins;
		readonly leadingIndent?: number;
		readonly preserveLeadingSpaces?: boolean;
		readonly headlineLevel?: number;
		readonly unbreakable?: boolean;
		readonly width?: number | '*' | 'auto';
		readonly border?: readonly [boolean, boolean, boolean, boolean];
		readonly layout?: string | TableLayout;
		readonly wordBreak?: 'normal' | 'break-all';
	}

	/** In points, from where it stands. */
	export interface Rect {
		readonly type: 'rect';
		readonly x: number;
		readonly y: number;
		readonly w: number;
		readonly h: number;
		readonly color: string;
	}

	export interface TableLayout {
		readonly hLineWidth?: (line: number) => number;
		readonly vLineWidth?: (line: number) => number;
		readonly paddingLeft?: () => number;
		readonly paddingRight?: () => number;
		readonly paddingTop?: () => number;
		readonly paddingBottom?: () => number;
	}

	export type Content = Styled &
		(
			| { readonly text: string | readonly Content[] }
			| { readonly stack: readonly Content[] }
			| { readonly canvas: readonly Rect[] }
			| { readonly columns: readonly Content[]; readonly columnGap?: number }
			| {
					readonly table: {
						readonly widths?: readonly (number | '*' | 'auto')[];
						readonly headerRows?: number;
						readonly dontBreakRows?: boolean;
						readonly keepWithHeaderRows?: number;
						readonly body: readonly (readonly Content[])[];
					};
			  }
		);

	export interface Placed {
		readonly headlineLevel?: number;
		readonly startPosition: { readonly verticalRatio: number };
	}

	export interface DocumentDefinition {
		readonly pageSize: 'A4';
		readonly pageMargins: Margins;
		readonly info: Readonly<Record<string, string | Date>>;
		readonly language: string;
		readonly defaultStyle: Styled & { readonly font: string };
		readonly header: (page: number) => Content | null;
		readonly footer: (page: number) => Content | null;
		readonly pageBreakBefore: (
			node: Placed,
			nodes: { getFollowingNodesOnPage(): readonly Placed[] }
		) => boolean;
		readonly content: readonly Content[];
	}

	export interface Font {
		readonly normal: string;
		readonly bold: string;
		readonly italics: string;
		readonly bolditalics: string;
	}

	interface PdfMake {
		setFonts(fonts: Readonly<Record<string, Font>>): void;
		setLocalAccessPolicy(allowed: (path: string) => boolean): void;
		setUrlAccessPolicy(allowed: (url: string) => boolean): void;
		createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Uint8Array> };
	}

	const pdfmake: PdfMake;
	export default pdfmake;
}
