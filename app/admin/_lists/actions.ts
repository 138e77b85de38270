"use server";

import { adminAction } from "@/lib/http/action";
import { findMatching, findMatchingInput } from "./find-matching";

export const findMatchingAction = adminAction(findMatchingInput, findMatching, { keepsPage: true });
