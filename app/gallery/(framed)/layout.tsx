import type { ReactNode } from "react";
import { DemoBanner } from "@/components/shell/demo-banner";
import { Frame } from "../frame";

export default function FramedLayout({ children }: { children: ReactNode }) {
  return <Frame banner={<DemoBanner />}>{children}</Frame>;
}
