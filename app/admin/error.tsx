"use client";

export { LoadError as default } from "@/components/shell/load-error";
