/** `kept`: there is no mail server, and it is read here. */
export const MAIL_STATUSES = ["queued", "sent", "failed", "kept"] as const;
