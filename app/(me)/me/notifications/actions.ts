"use server";

import { personAction } from "@/lib/http/action";
import { saveNoticeChoice } from "@/lib/notice-choices/commands";
import { saveNoticeChoiceInput } from "@/lib/notice-choices/schema";

export const saveNoticeChoiceAction = personAction(saveNoticeChoiceInput, saveNoticeChoice);
