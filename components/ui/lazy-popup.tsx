"use client";

import { useTranslations } from "next-intl";
import {
  type ComponentProps,
  type ComponentType,
  cloneElement,
  createContext,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { cn } from "@/lib/cn";
import { toast } from "./toast";

export interface PopupProps {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

type Pressed = "onClick" | "onFocus" | "onKeyDown" | "onPointerEnter";

export interface PopupTriggerProps extends Omit<ComponentProps<"button">, "ref" | Pressed> {
  /** The button, such as `<Button />`; without it a plain one. */
  render?: ReactElement<ComponentProps<"button">>;
}

/** What is needed of a popup's parts; the library's have many more. */
interface PopupParts {
  Root: ComponentType<PopupProps>;
  Trigger: ComponentType<PopupTriggerProps & { ref?: RefObject<HTMLButtonElement | null> }>;
}

/** How the button was pressed before its popup was there. */
type Press = "pointer" | "click" | "ArrowDown" | "ArrowUp";

interface LazyPopupState {
  kind: "menu" | "dialog";
  load: () => Promise<PopupParts>;
  /** Null until the button is first pressed. */
  parts: PopupParts | null;
  /** Taken by the library's button, which is pressed so in turn. */
  press: RefObject<Press | null>;
  wake: (press: Press) => void;
}

const LazyPopupContext = createContext<LazyPopupState | null>(null);

export interface LazyPopupProps extends PopupProps {
  /** What the button says that it opens. */
  kind: "menu" | "dialog";
  /** The same function each time, such as one of a module. */
  load: () => Promise<PopupParts>;
}

/**
 * A menu, popover or sheet whose code comes when its button is about to be pressed. Until then the button is a plain one;
 * then the library's takes its place and is pressed in the same way.
 */
export function LazyPopup({ kind, load, open, onOpenChange, children }: LazyPopupProps) {
  const [parts, setParts] = useState<PopupParts | null>(null);
  const press = useRef<Press | null>(null);
  const [failures, setFailures] = useState(0);

  async function wake(how: Press | null) {
    try {
      const loaded = await load();
      press.current = how;
      setParts(() => loaded);
    } catch {
      setFailures((before) => before + 1);
    }
  }

  // Opened without its button.
  const openNow = useEffectEvent(() => void wake(null));
  useEffect(() => {
    if (open) openNow();
  }, [open]);

  return (
    <LazyPopupContext value={{ kind, load, parts, press, wake: (how) => void wake(how) }}>
      {parts ? (
        <parts.Root {...(open !== undefined && { open })} onOpenChange={(next) => onOpenChange?.(next)}>
          {children}
        </parts.Root>
      ) : (
        children
      )}
      {failures > 0 && <Failure key={failures} />}
    </LazyPopupContext>
  );
}

/** Tells that the code did not come; its words are looked up only then. */
function Failure() {
  const t = useTranslations("client.ui");
  useEffect(() => {
    toast.error(t("contentFailed"), { id: "popup-failed" });
  }, [t]);
  return null;
}

/** The button of a `LazyPopup`. */
export function LazyPopupTrigger(props: PopupTriggerProps) {
  const { render = <button type="button" />, className, children, ...rest } = props;
  const popup = useContext(LazyPopupContext);
  if (!popup) throw new Error("a popup's button stands within the popup");
  const { kind, load, parts, press, wake } = popup;
  const button = useRef<HTMLButtonElement>(null);
  const isAwake = parts !== null;
  useLayoutEffect(() => {
    // Before anybody misses the focus, which the plain button took with it.
    if (isAwake && press.current) button.current?.focus({ preventScroll: true });
  }, [isAwake, press]);
  useEffect(() => {
    const [how, pressed] = [press.current, button.current];
    press.current = null;
    // Once React is done: the library may answer by rendering at once, and in development it is set up twice.
    if (isAwake && how && pressed) queueMicrotask(() => pressAgain(pressed, how));
  }, [isAwake, press]);

  if (parts)
    return (
      <parts.Trigger {...rest} {...(className !== undefined && { className })} ref={button} render={render}>
        {children}
      </parts.Trigger>
    );
  // Whether it failed is told when the button is pressed, and tries again.
  const comeNear = () => void load().catch(() => undefined);
  return cloneElement(
    render,
    {
      ...rest,
      className: className === undefined ? render.props.className : cn(render.props.className, className),
      "aria-haspopup": kind,
      "aria-expanded": false,
      onPointerEnter: comeNear,
      onFocus: comeNear,
      onClick: ({ detail }: MouseEvent) => wake(detail === 0 ? "click" : "pointer"),
      onKeyDown: (event: KeyboardEvent) => {
        if (kind !== "menu" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
        event.preventDefault();
        wake(event.key);
      },
    },
    children,
  );
}

/**
 * The parts of the popup around a component, once they are there.
 * @param load that of the popup, which tells whose parts they are
 */
export function usePopupParts<Parts extends PopupParts>(load: () => Promise<Parts>): Parts | null {
  const popup = useContext(LazyPopupContext);
  // Safe: what a popup has, its own `load` gave it.
  return popup?.load === load ? (popup.parts as Parts | null) : null;
}

/** The library tells a press by pointer from one by key: only the latter marks a menu's first entry. */
function pressAgain(button: HTMLButtonElement, press: Press): void {
  const shared = { bubbles: true, cancelable: true };
  if (press === "pointer") {
    // Without pressure it would pass for a screen reader's.
    button.dispatchEvent(
      new PointerEvent("pointerdown", { ...shared, pointerType: "mouse", buttons: 1, pressure: 0.5 }),
    );
    for (const type of ["mousedown", "mouseup", "click"])
      button.dispatchEvent(new window.MouseEvent(type, { ...shared, detail: 1 }));
  } else if (press === "click") button.click();
  else button.dispatchEvent(new window.KeyboardEvent("keydown", { ...shared, key: press }));
}
