import { notFound } from "next/navigation";
import type { ReactNode } from "react";

/** Every component in its states, for those who build with them; only in development. */
export default function GalleryLayout({ children }: { children: ReactNode }) {
  if (process.env.NODE_ENV === "production") notFound();
  return children;
}
