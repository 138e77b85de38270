"use server";

import { createApiKey, revokeApiKey, rotateApiKey } from "@/lib/api-keys/commands";
import { apiKeyId, createApiKeyInput, rotateApiKeyInput } from "@/lib/api-keys/schema";
import { tenantAction } from "@/lib/http/action";
import { markNoticeRead } from "@/lib/notices/commands";
import { noticeId } from "@/lib/notices/schema";

export const createApiKeyAction = tenantAction(createApiKeyInput, createApiKey);
export const rotateApiKeyAction = tenantAction(rotateApiKeyInput, rotateApiKey);
export const revokeApiKeyAction = tenantAction(apiKeyId, revokeApiKey);
export const markNoticeReadAction = tenantAction(noticeId, markNoticeRead);
