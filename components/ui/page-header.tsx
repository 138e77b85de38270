"use client";

import type { ReactNode } from "react";
import { Breadcrumb, type Crumb } from "./breadcrumb";
import { plain } from "./plain";

export interface PageHeaderProps {
  title: ReactNode;
  /** Beside the title: a status, a count. */
  badge?: ReactNode;
  description?: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
  breadcrumb?: readonly Crumb[];
  /** At the right of the breadcrumb: the ways to the neighbours of a record. */
  nav?: ReactNode;
}

/** The head of every page, with its only `h1`. */
export const PageHeader = plain(pageHeader);

function pageHeader({ title, badge, description, actions, breadcrumb, nav }: PageHeaderProps) {
  return (
    <header className="mb-4 shrink-0">
      {breadcrumb && (
        <div className="mb-1.5 flex items-center gap-2">
          <Breadcrumb items={breadcrumb} />
          {nav}
        </div>
      )}
      {/* As high as a button, so that nothing below moves between pages with buttons and without. */}
      <div className="flex min-h-8 flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-56">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 className="min-w-0 break-words font-semibold text-xl tracking-tight">{title}</h1>
            {badge}
          </div>
          {description && <div className="mt-0.5 max-w-4xl text-pretty text-muted-foreground">{description}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
