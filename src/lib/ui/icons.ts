/** Outlines on a 24 × 24 grid, drawn with a 2-unit stroke. One constant each, so that a page loads those it shows. */
export const check = 'M4.5 12.5l5 5 10-11';
export const cross = 'M6 6l12 12M18 6L6 18';
export const plus = 'M12 5v14M5 12h14';
export const minus = 'M5 12h14';
export const clock = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7.5V12l3 2';
export const hand =
	'M8 12V5.5a1.5 1.5 0 0 1 3 0V11V4.5a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v8.5A6.5 6.5 0 0 1 10.5 21c-2.4 0-3.7-1-4.9-3l-2.3-3.9a1.4 1.4 0 0 1 2.3-1.6L8 15';
export const speech = 'M4 5h16v11H10l-5 4v-4H4z';
export const people =
	'M9 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20c.4-3.6 3-5.5 6.5-5.5s6.1 1.9 6.5 5.5M16 5a3.3 3.3 0 0 1 0 6.4M18 14.8c2.1.7 3.3 2.5 3.5 5.2';
export const pen = 'M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19z M14 6.5l3.5 3.5';
export const paper = 'M6 3h8.5L19 7.5V21H6zM14 3v5h5M9 13h7M9 17h7';
export const list = 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01';
export const screen = 'M3 4.5h18v12H3zM8.5 20.5h7M12 16.5v4';
export const lock = 'M5.5 11h13v9.5h-13zM8 11V8a4 4 0 0 1 8 0v3';
export const link =
	'M10 14a4 4 0 0 0 5.7 0l3.3-3.3a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0L5 13.3A4 4 0 0 0 10.7 19L12 17.7';
export const offline =
	'M3 3l18 18M5 12.5a10 10 0 0 1 4-2.4M2 9a15 15 0 0 1 4.5-2.9M12 6a15 15 0 0 1 10 3M15.5 10.8a10 10 0 0 1 3.5 1.7M8.5 16a5 5 0 0 1 7 0M12 20h.01';
export const warning = 'M12 3.5L2.5 20h19zM12 10v4.5M12 17.5h.01';
export const info = 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5h.01';
export const undo = 'M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4';
export const next = 'M9 5l7 7-7 7';
export const back = 'M15 5l-7 7 7 7';
export const up = 'M5 15l7-7 7 7';
export const down = 'M5 9l7 7 7-7';
export const play = 'M7 4.5v15l12-7.5z';
export const pause = 'M8 5v14M16 5v14';
export const stop = 'M6 6h12v12H6z';
export const door = 'M5 21h14M7 21V3h10v18M13.5 12h.01';
export const language =
	'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18';
export const textSize = 'M3 19L8 6l5 13M4.8 15h6.4M14.5 19l3-8 3 8M15.6 16.5h3.8';
export const print = 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z';
export const copy = 'M9 9h11v12H9zM15 9V3H4v12h5';
export const vote = 'M4 11v9.5h16V11M4 14h16M8 11l5.5-8 4.5 3-3.5 5';
export const search = 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3L21 21';
