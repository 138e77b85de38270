import { useSentence } from "@/components/locale/use-sentence";
import type { LineProblem } from "./messages";

export interface ProblemsProps {
  id: string;
  problems: readonly LineProblem[];
  /** What a line is called, such as its name. */
  nameOf: (line: number) => string;
}

/** What is wrong in a list of records, said once below it. */
export function Problems({ id, problems, nameOf }: ProblemsProps) {
  const sentence = useSentence();
  if (problems.length === 0) return null;
  return (
    <ul id={id} className="mt-2 flex flex-col gap-1 text-danger-text text-xs">
      {problems.map(({ line, message }) => (
        <li key={`${line} ${message}`}>
          {line !== null && <span className="font-medium">{nameOf(line)}: </span>}
          {sentence(message)}
        </li>
      ))}
    </ul>
  );
}
