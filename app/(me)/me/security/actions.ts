"use server";

import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  removeSecondFactor,
  replaceRecoveryCodes,
} from "@/lib/auth/own-security";
import {
  beginSecondFactorInput,
  changePasswordInput,
  changeSecondFactorInput,
  confirmSecondFactorInput,
} from "@/lib/auth/schema";
import { personAction } from "@/lib/http/action";

export const changePasswordAction = personAction(changePasswordInput, changePassword);
export const beginSecondFactorAction = personAction(beginSecondFactorInput, beginSecondFactor);
export const confirmSecondFactorAction = personAction(confirmSecondFactorInput, confirmSecondFactor);
export const removeSecondFactorAction = personAction(changeSecondFactorInput, removeSecondFactor);
export const replaceRecoveryCodesAction = personAction(changeSecondFactorInput, replaceRecoveryCodes);
