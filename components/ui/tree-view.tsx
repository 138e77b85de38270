"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "@/lib/cn";
import type { Texts } from "@/lib/messages/texts";
import { Icon } from "./icon";

export interface TreeNode {
  id: string;
  label: string;
  href: string;
  /** At the right end of the line: a total, a status. */
  meta?: ReactNode;
  children: readonly TreeNode[];
}

export interface TreeViewProps {
  nodes: readonly TreeNode[];
  label: string;
  /** The node of the page one is on; its ancestors start open. */
  currentId?: string;
  /** How many levels start open. */
  openLevels?: number;
}

/** A hierarchy of links with branches that fold: lists in lists, every line reachable by Tab. */
export function TreeView({ nodes, label, currentId, openLevels = 2 }: TreeViewProps) {
  const t = useTranslations("client.ui");
  return (
    <nav aria-label={label}>
      <TreeLevel t={t} nodes={nodes} currentId={currentId} openLevels={openLevels} depth={0} />
    </nav>
  );
}

function contains(node: TreeNode, id: string): boolean {
  return node.id === id || node.children.some((child) => contains(child, id));
}

interface LevelProps {
  /** The tree's, for all its lines. */
  t: Texts<"client.ui">;
  nodes: readonly TreeNode[];
  currentId: string | undefined;
  openLevels: number;
  depth: number;
}

function TreeLevel({ nodes, depth, ...rest }: LevelProps) {
  return (
    <ul className={cn(depth > 0 && "ms-3 border-s ps-1.5")}>
      {nodes.map((node) => (
        <TreeBranch key={node.id} node={node} depth={depth} {...rest} />
      ))}
    </ul>
  );
}

function TreeBranch({ t, node, depth, currentId, openLevels }: Omit<LevelProps, "nodes"> & { node: TreeNode }) {
  const holdsCurrent = currentId !== undefined && node.id !== currentId && contains(node, currentId);
  const [isOpen, setIsOpen] = useState(depth + 1 < openLevels || holdsCurrent);
  const isBranch = node.children.length > 0;
  const isCurrent = node.id === currentId;
  return (
    <li>
      <div className="flex h-8 items-center gap-0.5 rounded-md pe-2 hover:bg-surface-muted">
        {isBranch ? (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={t(isOpen ? "fold" : "unfold", { label: node.label })}
            onClick={() => setIsOpen(!isOpen)}
            className="rounded-sm p-1 text-muted-foreground hover:text-foreground"
          >
            <Icon
              name="chevron-right"
              className={cn("block transition-transform", isOpen ? "rotate-90" : "rtl:rotate-180")}
            />
          </button>
        ) : (
          <span className="w-6" />
        )}
        <Link
          href={node.href}
          prefetch={false}
          aria-current={isCurrent ? "page" : undefined}
          className={cn("min-w-0 flex-1 truncate rounded-sm hover:underline", isCurrent && "font-semibold text-accent")}
        >
          {node.label}
        </Link>
        {node.meta && <span className="shrink-0 text-muted-foreground text-xs tabular-nums">{node.meta}</span>}
      </div>
      {isBranch && isOpen && (
        <TreeLevel t={t} nodes={node.children} depth={depth + 1} currentId={currentId} openLevels={openLevels} />
      )}
    </li>
  );
}
