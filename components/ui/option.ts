/** One choice of a select, combobox, radio group, checkbox group or filter. */
export interface Option {
  value: string;
  label: string;
  /** A second, quieter line or remark. */
  hint?: string;
  disabled?: boolean;
}
