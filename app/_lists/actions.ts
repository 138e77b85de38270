"use server";

import { personAction } from "@/lib/http/action";
import { saveListPreference } from "@/lib/list-preferences/commands";
import { saveListPreferenceInput } from "@/lib/list-preferences/schema";

export const saveListPreferenceAction = personAction(saveListPreferenceInput, saveListPreference, { keepsPage: true });
