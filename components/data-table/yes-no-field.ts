import type { FilterFieldOf } from "./filter-fields";

/**
 * A filter that a list reads as true or false.
 * @param words what is offered for each of the two, such as “On” and “Off”
 */
export function yesNoField(name: string, label: string, words: { yes: string; no: string }): FilterFieldOf<"option"> {
  return {
    kind: "option",
    name,
    label,
    options: [
      { value: "true", label: words.yes },
      { value: "false", label: words.no },
    ],
  };
}
