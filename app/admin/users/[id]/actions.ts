"use server";

import { adminAction } from "@/lib/http/action";
import {
  deactivateUser,
  endUserSessions,
  reactivateUser,
  resetSecondFactor,
  sendUserPasswordReset,
} from "@/lib/users/commands";
import { endUserSessionsInput, userActInput } from "@/lib/users/schema";

export const deactivateUserAction = adminAction(userActInput, deactivateUser);
export const reactivateUserAction = adminAction(userActInput, reactivateUser);
export const endUserSessionsAction = adminAction(endUserSessionsInput, endUserSessions);
export const resetSecondFactorAction = adminAction(userActInput, resetSecondFactor);
export const sendPasswordResetAction = adminAction(userActInput, sendUserPasswordReset);
