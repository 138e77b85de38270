"use server";

import { askForNewPassword } from "@/lib/auth/password-reset";
import { forgotPasswordInput } from "@/lib/auth/schema";
import { visitorAction } from "@/lib/http/action";

export const askForNewPasswordAction = visitorAction(forgotPasswordInput, askForNewPassword);
