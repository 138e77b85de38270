"use server";

import { redirect } from "next/navigation";
import { resetPassword } from "@/lib/auth/password-reset";
import { resetPasswordInput } from "@/lib/auth/schema";
import { visitorAction } from "@/lib/http/action";

export const resetPasswordAction = visitorAction(resetPasswordInput, async (input, origin) => {
  await resetPassword(input, origin);
  redirect("/sign-in?done=password");
});
