import { z } from "zod";
import { NOTICE_KINDS } from "../notice-kinds";

/** How a person wants to hear of a kind of notice. */
export const noticeChoice = z.object({
  kind: z.enum(NOTICE_KINDS).meta({ examples: ["refund_awaits_approval"] }),
  in_app: z.boolean().meta({ examples: [true], description: "The bell counts them" }),
  mail: z.boolean().meta({ examples: [false], description: "A mail is sent, where the kind has one" }),
  has_mail: z.boolean().meta({ examples: [true], description: "A mail goes with this kind at all" }),
});
export type NoticeChoice = z.infer<typeof noticeChoice>;

export const saveNoticeChoiceInput = noticeChoice.pick({ kind: true, in_app: true, mail: true }).strict();
export type SaveNoticeChoiceInput = z.output<typeof saveNoticeChoiceInput>;
