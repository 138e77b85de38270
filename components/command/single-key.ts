/** On the shell of somebody who has switched single keys off. */
export const KEYS_OFF = { "data-single-keys": "off" } as const;

const OVERLAY = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const TYPING =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="textbox"]';

/**
 * The key that a page may act on, or null: never while somebody types, with a modifier, in front of a dialog or menu, when
 * another handler has taken it, or for a person who has switched single keys off.
 */
export function singleKey(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.isComposing || event.repeat) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.target instanceof Element && event.target.closest(TYPING)) return null;
  if (document.querySelector('[data-single-keys="off"]') || document.querySelector(OVERLAY)) return null;
  return event.key;
}
