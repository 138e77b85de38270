import { z } from "zod";

// What people type to prove who they are. Read in the browser too; what a password must be like, the server says.

const MAX_PASSWORD = 200;

const password = z.string().min(1, "Enter your password").max(MAX_PASSWORD, "Is too long");
const newPassword = z
  .string()
  .min(12, "Must have at least 12 characters")
  .max(MAX_PASSWORD, `Must have at most ${MAX_PASSWORD} characters`);
const code = z.string().trim().min(1, "Enter the code").max(40, "Is too long");

/** One's own password; empty for who has none, and signs in with Google. */
const ownPassword = z.string().max(MAX_PASSWORD, "Is too long");

export const forgotPasswordInput = z.strictObject({
  email: z
    .string()
    .trim()
    .min(1, "Enter your e-mail address")
    .max(254, "Must be an e-mail address")
    .regex(/^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u, "Must be an e-mail address"),
});
export type ForgotPasswordInput = z.output<typeof forgotPasswordInput>;

export const resetPasswordInput = z.strictObject({ token: z.string().max(200), password: newPassword });
export type ResetPasswordInput = z.output<typeof resetPasswordInput>;

export const changePasswordInput = z.strictObject({ current_password: password, new_password: newPassword });
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

export const beginSecondFactorInput = z.strictObject({ password: ownPassword });
export type BeginSecondFactorInput = z.output<typeof beginSecondFactorInput>;

export const confirmSecondFactorInput = z.strictObject({ code });
export type ConfirmSecondFactorInput = z.output<typeof confirmSecondFactorInput>;

export const changeSecondFactorInput = z.strictObject({ password: ownPassword, code });
export type ChangeSecondFactorInput = z.output<typeof changeSecondFactorInput>;
