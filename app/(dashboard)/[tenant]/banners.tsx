"use client";

import dynamic from "next/dynamic";

// Banners are rare and bring their forms along: a page without them does not carry their code.

export const VisitBanner = dynamic(() => import("./_visits/visit-banner").then((module) => module.VisitBanner));

export const AskingBanner = dynamic(() => import("./_visits/asking-banner").then((module) => module.AskingBanner));

export const ViewBanner = dynamic(() => import("./_access/view-banner").then((module) => module.ViewBanner));

export const RefundStopBanner = dynamic(() =>
  import("./approvals/refund-stop-banner").then((module) => module.RefundStopBanner),
);
