import { type RefObject, useEffect } from "react";
import { singleKey } from "@/components/command/single-key";

/** `/` leads to the box, with the caret behind what stands in it. */
export function useSlashKey(box: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (singleKey(event) !== "/" || !box.current) return;
      event.preventDefault();
      box.current.focus();
      box.current.setSelectionRange(box.current.value.length, box.current.value.length);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [box]);
}
